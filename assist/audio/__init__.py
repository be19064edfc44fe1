"""Sound in and out: files, devices, capture, playback, voice activity, spool."""

from assist.audio.errors import AudioError

__all__ = ["AudioError"]

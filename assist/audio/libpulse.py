"""What libpulse is spoken to in: structures and numbers of its headers sample.h and def.h."""

import ctypes

PLAYBACK = 1
"""`PA_STREAM_PLAYBACK`"""
S16LE = 3
"""`PA_SAMPLE_S16LE`"""
DEFAULT = 0xFFFFFFFF
"""In an attribute: the server chooses."""


class SampleSpec(ctypes.Structure):
    """`pa_sample_spec`"""

    _fields_ = (
        ("format", ctypes.c_int),
        ("rate", ctypes.c_uint32),
        ("channels", ctypes.c_uint8),
    )


class BufferAttributes(ctypes.Structure):
    """`pa_buffer_attr`, in bytes"""

    _fields_ = tuple(
        (name, ctypes.c_uint32) for name in ("maxlength", "tlength", "prebuf", "minreq", "fragsize")
    )

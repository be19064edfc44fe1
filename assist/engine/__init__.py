"""The engine process: it runs calls and serves clients over a local socket."""

from assist.engine.errors import EngineError, EngineGone

__all__ = ["EngineError", "EngineGone"]

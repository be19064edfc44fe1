"""What one part of the app needs from another, by role. Only `assist.app` knows the classes."""

from assist.core.interfaces.calls import CallStore, EngineLink, KeySource, LivePost, PhoneSource
from assist.core.interfaces.desks import LeadBoard, PracticeDesk, ReviewDesk, RuleDesk
from assist.core.interfaces.sound import (
    AudioSource,
    BlockSink,
    DeviceChooser,
    Player,
    Recognizer,
    RecognizerResult,
    Recording,
    SpeechModel,
    TroubleSink,
)

__all__ = [
    "AudioSource",
    "BlockSink",
    "CallStore",
    "DeviceChooser",
    "EngineLink",
    "KeySource",
    "LeadBoard",
    "LivePost",
    "PhoneSource",
    "Player",
    "PracticeDesk",
    "Recognizer",
    "RecognizerResult",
    "Recording",
    "ReviewDesk",
    "RuleDesk",
    "SpeechModel",
    "TroubleSink",
]

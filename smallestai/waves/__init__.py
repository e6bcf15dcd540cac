"""Waves: speech. The namespaces are loaded when a name of this package is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smallestai._lazy import lazy_import

__all__ = [
    "AccessToken",
    "AsyncChatStream",
    "AsyncHydraSession",
    "AsyncSpeechConnection",
    "AsyncSpeechStream",
    "AsyncTranscriptionStream",
    "AsyncWaves",
    "AsyncWavesClient",
    "AudioChunk",
    "AudioDelta",
    "CallReport",
    "ChatChunk",
    "ChatCompletion",
    "ChatMessage",
    "ChatStream",
    "Clone",
    "Complete",
    "Final",
    "Finding",
    "Health",
    "HydraSession",
    "Interim",
    "Interrupted",
    "Metric",
    "PieceEnded",
    "PieceStarted",
    "Point",
    "PronunciationDictionary",
    "Reconnected",
    "Replay",
    "Series",
    "SpeechConnection",
    "SpeechEnded",
    "SpeechMetrics",
    "SpeechStarted",
    "SpeechStream",
    "TTSConfig",
    "TextToAudioStream",
    "ToolCall",
    "ToolFinished",
    "Transcript",
    "TranscriptWord",
    "TranscriptionJob",
    "TranscriptionStream",
    "Unknown",
    "Utterance",
    "Voice",
    "Waves",
    "WavesClient",
    "WavesStreamingTTS",
    "Word",
]

# ruff: noqa: TC004  (type checkers see plain imports, programs load on first use)
if TYPE_CHECKING:
    from smallestai.protocol.chat import ChatChunk, ChatCompletion, ChatMessage, ToolCall
    from smallestai.protocol.events import (
        AudioChunk,
        Complete,
        PieceEnded,
        PieceStarted,
        Unknown,
        Word,
    )
    from smallestai.protocol.hydra_events import AudioDelta, Interrupted, ToolFinished
    from smallestai.protocol.transcription import (
        Final,
        Interim,
        Reconnected,
        SpeechEnded,
        SpeechStarted,
    )
    from smallestai.waves._hydra_replay import Replay
    from smallestai.waves.analysis import CallReport, Finding, Metric
    from smallestai.waves.analytics import Point, Series
    from smallestai.waves.async_waves_client import AsyncWavesClient
    from smallestai.waves.chat import AsyncChatStream, ChatStream
    from smallestai.waves.clones import Clone
    from smallestai.waves.connection import AsyncSpeechConnection, SpeechConnection
    from smallestai.waves.health import Health
    from smallestai.waves.hydra_session import AsyncHydraSession, HydraSession
    from smallestai.waves.metrics import SpeechMetrics
    from smallestai.waves.namespaces import AsyncWaves, Waves
    from smallestai.waves.pronunciation import PronunciationDictionary
    from smallestai.waves.speech import AsyncSpeechStream, SpeechStream
    from smallestai.waves.stream_tts import TextToAudioStream, TTSConfig, WavesStreamingTTS
    from smallestai.waves.tokens import AccessToken
    from smallestai.waves.transcript import Transcript, TranscriptionJob, TranscriptWord, Utterance
    from smallestai.waves.transcription import AsyncTranscriptionStream, TranscriptionStream
    from smallestai.waves.voices import Voice
    from smallestai.waves.waves_client import WavesClient
else:
    _PLACES = {
        "smallestai.protocol.events": "AudioChunk Complete PieceEnded PieceStarted Unknown Word",
        "smallestai.protocol.hydra_events": "AudioDelta Interrupted ToolFinished",
        "smallestai.protocol.transcription": "Final Interim Reconnected SpeechEnded SpeechStarted",
        "smallestai.protocol.chat": "ChatChunk ChatCompletion ChatMessage ToolCall",
        ".analysis": "CallReport Finding Metric",
        ".analytics": "Point Series",
        ".async_waves_client": "AsyncWavesClient",
        ".chat": "AsyncChatStream ChatStream",
        ".clones": "Clone",
        ".connection": "AsyncSpeechConnection SpeechConnection",
        ".health": "Health",
        ".hydra_session": "AsyncHydraSession HydraSession",
        "._hydra_replay": "Replay",
        ".metrics": "SpeechMetrics",
        ".namespaces": "AsyncWaves Waves",
        ".pronunciation": "PronunciationDictionary",
        ".speech": "AsyncSpeechStream SpeechStream",
        ".stream_tts": "TTSConfig TextToAudioStream WavesStreamingTTS",
        ".tokens": "AccessToken",
        ".transcript": "Transcript TranscriptionJob TranscriptWord Utterance",
        ".transcription": "AsyncTranscriptionStream TranscriptionStream",
        ".voices": "Voice",
        ".waves_client": "WavesClient",
    }
    lazy_import(
        globals(),
        {name: place for place, names in _PLACES.items() for name in names.split()},
        submodules=(
            *("async_waves_client", "catalogue", "exceptions", "models"),
            *("stream_tts", "utils", "waves_client"),
        ),
    )

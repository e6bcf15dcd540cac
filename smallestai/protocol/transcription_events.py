"""What can happen while speech is transcribed: frozen values, times in seconds of the session."""

from __future__ import annotations

from typing import Any

import msgspec

from smallestai.protocol.events import Unknown


class TranscriptWord(msgspec.Struct, frozen=True, gc=False):
    """A word and when it was said.

    Attributes:
        text: The word.
        start: Seconds from the start of the audio.
        end: Likewise.
        confidence: How sure the model is, 0 to 1; None where it does not say.
        speaker: Number of the speaker, from 0; None without ``diarize``.
        speaker_confidence: How sure the model is of the speaker, 0 to 1, or None.
    """

    text: str
    start: float
    end: float
    confidence: float | None = None
    speaker: int | None = None
    speaker_confidence: float | None = None


class Utterance(msgspec.Struct, frozen=True, gc=False):
    """A sentence and when it was said.

    Attributes:
        text: The sentence.
        start: Seconds from the start of the audio.
        end: Likewise.
        speaker: Number of the speaker, from 0; None without ``diarize``.
    """

    text: str
    start: float
    end: float
    speaker: int | None = None


class Interim(msgspec.Struct, frozen=True, gc=False):
    """What has been understood so far of what is being said; it replaces the interim before it.

    Attributes:
        text: The text since the last final.
        full_transcript: All text of the session so far, with ``full_transcript=True``.
    """

    text: str
    full_transcript: str | None = None


class Final(msgspec.Struct, frozen=True):
    """A piece of text that will not change any more; it takes the place of the interims before it.

    Attributes:
        text: The text since the last final; empty where nothing was pending.
        words: The words with their times, with ``word_timestamps``.
        utterances: The sentences with their times, with ``sentence_timestamps``.
        language: The language of the text, where the service says.
        languages: The languages heard.
        is_last: Whether nothing follows.
        redacted_entities: Marks that stand in the text for what was masked.
        full_transcript: All text of the session so far, with ``full_transcript=True``.
        gender: ``male`` or ``female``, with ``gender_detection``.
        emotions: How strongly each mood is heard, 0 to 1, with ``emotion_detection``.
    """

    text: str
    words: tuple[TranscriptWord, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    language: str | None = None
    languages: tuple[str, ...] = ()
    is_last: bool = False
    redacted_entities: tuple[Any, ...] = ()
    full_transcript: str | None = None
    gender: str | None = None
    emotions: dict[str, float] = {}

    @property
    def end(self) -> float | None:
        """When the last of it was said; None where there are no times."""
        ends = [word.end for word in self.words]
        ends += [utterance.end for utterance in self.utterances]
        return max(ends, default=None)


class SpeechStarted(msgspec.Struct, frozen=True, gc=False):
    """Somebody began to speak (with ``vad_events``).

    Attributes:
        time: Seconds from the start of the audio.
    """

    time: float


class SpeechEnded(msgspec.Struct, frozen=True, gc=False):
    """Somebody ceased to speak (with ``vad_events``).

    Attributes:
        time: Seconds from the start of the audio.
    """

    time: float


class Reconnected(msgspec.Struct, frozen=True, gc=False):
    """The connection broke and another one took over; interims since the last final are void.

    Attributes:
        time: From where on the audio is transcribed again, in seconds from its start.
        lost: Seconds of audio before that which were neither transcribed nor kept.
    """

    time: float
    lost: float = 0.0


TranscriptionEvent = Interim | Final | SpeechStarted | SpeechEnded | Reconnected | Unknown

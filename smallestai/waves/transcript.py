"""What was said: a finished transcript, and the receipt of a job that will make one."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from smallestai import _subtitles
from smallestai.audio import write_file
from smallestai.errors import ArgumentError, LocalProtocolError, RemoteProtocolError
from smallestai.protocol.nulls import convert_without_nulls
from smallestai.protocol.transcription_events import TranscriptWord, Utterance
from smallestai.protocol.transcription_frames import (
    UtteranceFields,
    WordFields,
    utterance_of,
    word_of,
)
from smallestai.protocol.transcription_text import needs_space

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping

__all__ = ["Transcript", "TranscriptWord", "TranscriptionJob", "Utterance"]

_SHOWN = 200


class _Body(msgspec.Struct):
    """What a reply says, as far as we know its fields."""

    transcription: str | None = None
    status: str | None = None
    words: list[WordFields] | None = None
    utterances: list[UtteranceFields] | None = None
    language: str | None = None
    request_id: str | None = None
    gender: str | None = None
    emotions: dict[str, float] | None = None
    metadata: dict[str, Any] | None = None
    audio_length: float | str | None = None


@dataclass(frozen=True, slots=True)
class TranscriptionJob:
    """The receipt of a job: its transcript is sent to ``webhook_url`` when it is ready.

    The delivery is the transcript with this request id; `Transcript.of` reads it. Answer it with
    a 2xx: after a 5xx it is sent again, up to ten times. It is not signed.

    Attributes:
        request_id: The service's id of the job, repeated in the delivery.
        status: ``processing``.
    """

    request_id: str
    status: str = "processing"


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was said in a recording or a session. Times are seconds from its start.

    Attributes:
        text: The text.
        words: The words with their times, where they were asked for.
        utterances: The sentences with their times, where the service gave them.
        language: Language of the text, where the service says.
        duration: Length of the audio in seconds, where it is known.
        request_id: The service's id of the request, or None.
        gender: ``male`` or ``female``, where it was asked for.
        emotions: How strongly each mood is heard, 0 to 1, where it was asked for.
        status: ``success``; a delivery to a webhook may say ``failed``.
        missing: What could not be transcribed of a recording in parts: pairs of start and end.
        body: The reply as the service sent it, with every field that has no name here.
    """

    text: str
    words: tuple[TranscriptWord, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    language: str | None = None
    duration: float | None = None
    request_id: str | None = None
    gender: str | None = None
    emotions: Mapping[str, float] = field(default_factory=dict)
    status: str = "success"
    missing: tuple[tuple[float, float], ...] = ()
    body: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, body: bytes | str | Mapping[str, Any]) -> Transcript:
        """Read a reply of the service, or a delivery to a webhook.

        Args:
            body: The JSON, or what it says.

        Raises:
            RemoteProtocolError: It is no transcript.
        """
        raw = _parsed(body)
        try:
            read = convert_without_nulls(raw, _Body, strict=False)
        except msgspec.ValidationError as error:
            raise RemoteProtocolError(f"this is no transcript: {error}", body=raw) from error
        if read.transcription is None and read.status != "failed":
            raise RemoteProtocolError("this is no transcript: it has no text", body=raw)
        return cls(
            text=read.transcription or "",
            words=tuple(word_of(each) for each in read.words or ()),
            utterances=tuple(utterance_of(each) for each in read.utterances or ()),
            language=read.language,
            duration=_duration(read),
            request_id=read.request_id,
            gender=read.gender,
            emotions=read.emotions or {},
            status=read.status or "success",
            body=raw,
        )

    def __str__(self) -> str:
        return self.text

    @property
    def speakers(self) -> tuple[int, ...]:
        """The numbers of the speakers, in order; empty without ``diarize``."""
        heard = {word.speaker for word in self.words}
        heard |= {utterance.speaker for utterance in self.utterances}
        return tuple(sorted(speaker for speaker in heard if speaker is not None))

    def srt(self) -> str:
        """Return subtitles as SubRip.

        Raises:
            LocalProtocolError: There are no times: ask for ``word_timestamps``.
        """
        return _subtitles.srt(_subtitles.cues(self._tokens()))

    def vtt(self) -> str:
        """Return subtitles as WebVTT.

        Raises:
            LocalProtocolError: There are no times: ask for ``word_timestamps``.
        """
        return _subtitles.vtt(_subtitles.cues(self._tokens()))

    def json(self) -> str:
        """Return everything as JSON: the fields of this class but ``body``."""
        made = {
            "text": self.text,
            "language": self.language,
            "duration": self.duration,
            "request_id": self.request_id,
            "words": [_dict(word) for word in self.words],
            "utterances": [_dict(utterance) for utterance in self.utterances],
            "gender": self.gender,
            "emotions": dict(self.emotions),
            "status": self.status,
            "missing": [list(gap) for gap in self.missing],
        }
        return json.dumps(made, ensure_ascii=False) + "\n"

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write text, SubRip, WebVTT or JSON, by the suffix of the path.

        Args:
            path: Ends in ``.txt``, ``.srt``, ``.vtt`` or ``.json``. The parent folder must exist.

        Returns:
            The path written.

        Raises:
            ArgumentError: The suffix is another one.
            LocalProtocolError: Subtitles of a transcript without times.
            OutputError: The file cannot be written; nothing is left behind.
        """
        written = {
            ".txt": lambda: self.text + "\n",
            ".srt": self.srt,
            ".vtt": self.vtt,
            ".json": self.json,
        }
        suffix = Path(path).suffix.lower()
        if suffix not in written:
            raise ArgumentError("path", str(path), "must end in .txt, .srt, .vtt or .json")
        return write_file(path, written[suffix]().encode("utf-8", "replace"))

    def moved(self, seconds: float) -> Transcript:
        """Return it with all times later by this much."""
        return replace(
            self,
            words=tuple(_moved(each, seconds) for each in self.words),
            utterances=tuple(_moved(each, seconds) for each in self.utterances),
        )

    def _tokens(self) -> list[_subtitles.Token]:
        exact = bool(self.words)
        spoken: tuple[TranscriptWord | Utterance, ...] = self.words or self.utterances
        if self.text and not spoken:
            raise LocalProtocolError(
                "the transcript has no times for subtitles", hint="Ask for word_timestamps=True."
            )
        tokens: list[_subtitles.Token] = []
        for each in spoken:
            text = each.text.strip()
            if tokens and text and needs_space(tokens[-1].text, text):
                tokens[-1] = replace(tokens[-1], spaced=True)
            tokens += _subtitles.spread(text, each.start, each.end, exact=exact)
        return tokens


def reply_of(body: bytes, request_id: str | None = None) -> Transcript | TranscriptionJob:
    """Return what the service answered: the transcript, or the receipt of a job.

    Args:
        body: The answer.
        request_id: What its headers call the request; not every body does.
    """
    raw = _parsed(body)
    if raw.get("transcription") is None and raw.get("request_id"):
        return TranscriptionJob(str(raw["request_id"]), str(raw.get("status") or "processing"))
    read = Transcript.of(raw)
    return read if read.request_id else replace(read, request_id=request_id)


def _parsed(body: bytes | str | Mapping[str, Any]) -> dict[str, Any]:
    try:
        raw = msgspec.json.decode(body) if isinstance(body, bytes | str) else dict(body)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        shown = body[:_SHOWN] if isinstance(body, bytes | str) else None
        text = shown.decode("utf-8", "replace") if isinstance(shown, bytes) else shown
        message = "this is no transcript: it is not JSON"
        raise RemoteProtocolError(message, body=text) from error
    if not isinstance(raw, dict):
        raise RemoteProtocolError("this is no transcript: it is no JSON object", body=raw)
    return raw


def _duration(read: _Body) -> float | None:
    for value in ((read.metadata or {}).get("duration"), read.audio_length):
        try:
            return float(value)  # type: ignore[arg-type]
        except (TypeError, ValueError):
            continue
    return None


def _dict(value: TranscriptWord | Utterance) -> dict[str, Any]:
    return msgspec.structs.asdict(value)


def _moved(value: Any, seconds: float) -> Any:
    start, end = value.start + seconds, value.end + seconds
    return msgspec.structs.replace(value, start=start, end=end)

"""A live transcription without its socket: audio in, frames out.

Time is that of the audio, so the frames do not depend on how fast it comes or how it is cut:
decisions are made after every tenth of a second of it.
"""

from __future__ import annotations

import copy
import math
from typing import TYPE_CHECKING, Any

from .engine import Resampler
from .recogniser import Recogniser
from .recogniser_activity import Activity, SpeechStarted
from .recogniser_prints import SAMPLE_RATE
from .recordings_samples import CODECS, mono
from .transcription_languages import may_be_english
from .transcription_text import (
    Speakers,
    ends_sentence,
    redactor_of,
    text_of,
    traits_of,
    utterances_of,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .memory import Spoken
    from .recogniser import HeardWord
    from .recogniser_activity import SpeechEnded
    from .transcription_live_query import LiveQuery

_PIECE = 2 * SAMPLE_RATE // 10  # bytes
_INTERIM_SECONDS = 0.3
_GRID_SECONDS = 0.56  # without endpointing, silence is looked at this often
_SAME_WORD = 0.04  # seconds; a word whose start moves by less is still the same


class Stream:
    """One live transcription.

    Args:
        spoken: What the sandbox has said.
        query: How the audio comes and what is wanted.
        session_id: The server's id of the session.

    Attributes:
        traits: What was told of the speaker last.
    """

    def __init__(self, spoken: Spoken, query: LiveQuery, session_id: str) -> None:
        self._query = query
        self._session_id = session_id
        activity = Activity(query.vad_threshold, query.vad_min_speech_ms / 1000)
        english = may_be_english(query.language)
        self._recogniser = Recogniser(spoken, english=english, activity=activity)
        self._resampler = Resampler(query.sample_rate, SAMPLE_RATE)
        self._odd = b""
        self._pcm = bytearray()
        self._redactor = redactor_of(query.values, query.language)
        self._speakers = Speakers() if query.diarize else None
        self.traits: dict[str, Any] = {}
        self._settled = 0.0  # words that begin before it are in a final transcript
        self._finals: list[str] = []
        self._interim = ""
        self._interim_at = 0.0

    @property
    def seconds(self) -> float:
        """How much audio was taken."""
        return self._recogniser.seconds

    @property
    def text(self) -> str:
        """The final transcripts so far."""
        return self._joined([])

    def feed(self, audio: bytes) -> list[dict[str, Any]]:
        """Take audio in the encoding of the query; return the frames that follow. It blocks."""
        self._pcm += self._resampler.feed(self._decoded(audio))
        frames: list[dict[str, Any]] = []
        while len(self._pcm) >= _PIECE:
            piece = bytes(self._pcm[:_PIECE])
            del self._pcm[:_PIECE]
            frames += self._hear(piece)
        return frames

    def finalize(self) -> list[dict[str, Any]]:
        """End the turn; return its final transcript, which may be empty. It blocks."""
        frames = self._hear(self._rest())
        self._recogniser.settle()
        return [*frames, self._final(self._pending())]

    def close(self) -> list[dict[str, Any]]:
        """End the session; return the last frames. It blocks."""
        self._pcm += self._resampler.finish()
        frames = self._hear(self._rest())
        self._recogniser.end()
        return [*frames, self._final(self._pending(), is_last=True)]

    def _decoded(self, audio: bytes) -> bytes:
        audio = self._odd + audio
        whole = len(audio) - len(audio) % CODECS[self._query.encoding]
        self._odd = audio[whole:]
        return mono(audio[:whole], self._query.encoding)

    def _rest(self) -> bytes:
        rest, self._pcm = bytes(self._pcm), bytearray()
        return rest

    def _hear(self, pcm: bytes) -> list[dict[str, Any]]:
        events = self._recogniser.feed(pcm)
        frames = [self._event(event) for event in events] if self._query.vad else []
        pending = self._pending()
        if self._is_full(pending):
            frames.append(self._final(pending[: self._query.max_words]))
        elif pending and self._recogniser.activity.quiet >= self._patience(pending):
            frames.append(self._final(pending))
        elif pending and self.seconds - self._interim_at >= _INTERIM_SECONDS:
            frames += self._interims(pending)
        return frames

    def _pending(self) -> list[HeardWord]:
        return self._recogniser.words_since(self._settled)

    def _is_full(self, pending: Sequence[HeardWord]) -> bool:
        """Return whether there are as many words as a final may have, the last one whole."""
        most = self._query.max_words
        return most is not None and self._query.finalize_on_words and len(pending) > most

    def _patience(self, pending: Sequence[HeardWord]) -> float:
        """Return the seconds of silence that settle the words."""
        longest = self._query.eou_timeout_ms / 1000
        if not self._query.endpointing:
            return math.ceil(longest / _GRID_SECONDS) * _GRID_SECONDS
        if ends_sentence(pending[-1]):
            return min(self._query.endpointing_timeout / 1000, longest)
        return longest

    # Frames

    def _event(self, event: SpeechStarted | SpeechEnded) -> dict[str, Any]:
        kind = "speech_started" if isinstance(event, SpeechStarted) else "speech_ended"
        return {"type": kind, "session_id": self._session_id, "timestamp": event.at}

    def _interims(self, pending: Sequence[HeardWord]) -> list[dict[str, Any]]:
        words = self._query.interim_style.write(pending)
        # The marks of what is masked are counted when they are final.
        words, _ = copy.deepcopy(self._redactor).mask(words)
        text = text_of(words)
        if text == self._interim:
            return []
        self._interim, self._interim_at = text, self.seconds
        return [self._transcript(text, is_final=False)]

    def _final(self, pending: Sequence[HeardWord], *, is_last: bool = False) -> dict[str, Any]:
        query = self._query
        words, marks = self._redactor.mask(query.final_style.write(pending))
        frame = self._transcript(text_of(words), is_final=True, is_last=is_last)
        languages = self._languages(pending)
        frame |= {"language": languages[0], "languages": languages}
        if query.word_timestamps:
            frame["words"] = words_of(words, self._speakers)
        if query.sentence_timestamps:
            frame["utterances"] = utterances_of(words, self._speakers)
        if query.redacts:
            frame["redacted_entities"] = marks
        emotions = query.emotion_detection and bool(words)
        traits = traits_of(words, gender=query.gender_detection, emotions=emotions)
        self.traits |= traits
        frame |= traits
        self._settle(pending, frame["transcription"])
        return frame

    def _transcript(self, text: str, *, is_final: bool, is_last: bool = False) -> dict[str, Any]:
        frame: dict[str, Any] = {
            "type": "transcription",
            "status": "success",
            "transcription": text,
            "transcript": text,
            "session_id": self._session_id,
            "is_final": is_final,
            "is_last": is_last,
        }
        if self._query.full_transcript:
            frame["full_transcript"] = self._joined([text])
        return frame

    def _settle(self, words: Sequence[HeardWord], text: str) -> None:
        if words:
            self._settled = words[-1].start + _SAME_WORD
            self._recogniser.forget(self._settled)
        self._finals.append(text)
        self._interim, self._interim_at = "", self.seconds

    def _joined(self, texts: list[str]) -> str:
        separator = " " if self._query.final_style.punctuate else ""
        return separator.join(text for text in [*self._finals, *texts] if text)

    def _languages(self, words: Sequence[HeardWord]) -> list[str]:
        if not self._query.is_group:
            return [self._query.language]
        heard = [word.voice.language if word.voice else "en" for word in words]
        return list(dict.fromkeys(heard)) or ["en"]

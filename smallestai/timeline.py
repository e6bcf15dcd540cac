"""When each word of a stream is spoken, and where it stands in the text it was made of.

A text that is spoken in pieces has one clock: the samples delivered so far. Word times come
relative to their piece, and the last word of a piece ends before its audio does, so each piece
begins where the samples before it end.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from math import isnan
from typing import TYPE_CHECKING, Any

from smallestai import _subtitles
from smallestai._spoken import SpokenPiece, Word
from smallestai.audio import check_path, write_file
from smallestai.errors import ArgumentError, LocalProtocolError

if TYPE_CHECKING:
    import os
    from pathlib import Path

__all__ = ["Heard", "Timeline", "Word"]

Word.__module__ = __name__  # its public home

# Characters spoken in a second, until a finished piece tells better.
_PACE = 14.0


@dataclass(frozen=True, slots=True)
class Heard:
    """What had been heard at a position.

    Attributes:
        text: The source up to there.
        offset: Its length in characters.
        seconds: The position, no later than the audio that was delivered.
        exact: Whether it is known from word times; else it is estimated.
    """

    text: str
    offset: int
    seconds: float
    exact: bool


class Timeline:
    """The words of a stream on one clock.

    One thread or task builds it, in the order things arrive: a piece, then its words and samples.
    Any other may read it meanwhile.

    Args:
        sample_rate: Samples per second.
    """

    def __init__(self, sample_rate: int) -> None:
        if not isinstance(sample_rate, int) or sample_rate <= 0:
            raise ArgumentError("sample_rate", sample_rate, "must be positive, and whole")
        self._rate = sample_rate
        self._samples = 0
        self._pieces: list[SpokenPiece] = []
        self._source: list[str] = []
        self._length = 0

    @property
    def duration(self) -> float:
        """Seconds of audio delivered."""
        return self._samples / self._rate

    @property
    def words(self) -> list[Word]:
        """The words so far; none starts before the one in front of it has ended."""
        return [word for piece in self._pieces for word in piece.words]

    def add_piece(self, text: str, source_start: int, source: str | None = None) -> None:
        """Begin the next piece; all audio of the one before has been delivered.

        Args:
            text: What is spoken.
            source_start: Where it begins in the source, in characters.
            source: The part of the source it was made of, if that is something else, such as the
                same with Markdown. What lies between two pieces and is told of none counts as
                spaces.

        Raises:
            ArgumentError: It begins before the end of the piece in front.
        """
        if source_start < self._length:
            raise ArgumentError(
                "source_start",
                source_start,
                f"must be {self._length} or more: pieces come in order",
            )
        self.end_piece()
        piece = SpokenPiece(text, source_start, text if source is None else source, self.duration)
        self._source += [" " * (source_start - self._length), piece.source]
        self._length = piece.source_end
        self._pieces.append(piece)

    def add_word(self, text: str, start: float, end: float) -> Word:
        """Add a word of the piece that is being spoken.

        Args:
            text: The word.
            start: Seconds from the start of the piece.
            end: Seconds from the start of the piece.

        Returns:
            The word on the clock of the stream, not before the words so far.

        Raises:
            LocalProtocolError: There is no piece yet.
        """
        if not self._pieces:
            raise LocalProtocolError("no piece has begun: add_piece() comes before its words")
        return self._pieces[-1].add(text, start, end)

    def add_samples(self, count: int) -> None:
        """Count samples delivered, per channel.

        Raises:
            ArgumentError: The count is negative.
        """
        if count < 0:
            raise ArgumentError("count", count, "must not be negative")
        self._samples += count

    def end_piece(self) -> None:
        """Say that all audio of the piece has been delivered."""
        if self._pieces and not self._pieces[-1].is_ended:
            self._pieces[-1].finish(self.duration)

    def heard(self, seconds: float) -> Heard:
        """Return what had been heard when this much of the audio had been played.

        Word times say it exactly. A word counts once it has been spoken to its end. Where the
        service gave no times, the text is shared out over the audio, and ``exact`` is False.

        Args:
            seconds: The position of the player in the audio of the stream.

        Raises:
            ArgumentError: The position is no number.
        """
        if isinstance(seconds, bool) or not isinstance(seconds, int | float) or isnan(seconds):
            raise ArgumentError("seconds", seconds, "must be a number")
        at = min(max(seconds, 0.0), self.duration)
        offset, exact = 0, True
        for piece in reversed(self._pieces):
            if at > piece.begin or at >= piece.end:
                offset, exact = piece.heard(at, self._expected_end(piece))
                break
        return Heard("".join(self._source)[:offset], offset, at, exact)

    def srt(self) -> str:
        """Return subtitles as SubRip."""
        return _subtitles.srt(self._cues())

    def vtt(self) -> str:
        """Return subtitles as WebVTT."""
        return _subtitles.vtt(self._cues())

    def json(self) -> str:
        """Return everything as JSON.

        An object of ``duration``, ``source``, ``words`` (``text``, ``start``, ``end``, ``source``)
        and ``cues`` (``lines``, ``start``, ``end``, ``exact``). Times are seconds.
        """
        made: dict[str, Any] = {
            "duration": round(self.duration, 3),
            "source": "".join(self._source),
            "words": [_rounded(asdict(word)) for word in self.words],
            "cues": [
                {**asdict(cue), "start": cue.start / 1000, "end": cue.end / 1000}
                for cue in self._cues()
            ],
        }
        return json.dumps(made, ensure_ascii=False) + "\n"

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write SubRip, WebVTT or JSON, by the suffix of the path.

        Args:
            path: Ends in ``.srt``, ``.vtt`` or ``.json``. The parent folder must exist.

        Returns:
            The path written.

        Raises:
            ArgumentError: The suffix is another one.
            OutputError: The file cannot be written; nothing is left behind.
        """
        written = {".srt": self.srt, ".vtt": self.vtt, ".json": self.json}
        suffix = check_path(path).suffix.lower()
        if suffix not in written:
            raise ArgumentError("path", str(path), "must end in .srt, .vtt or .json")
        return write_file(path, written[suffix]().encode("utf-8", "replace"))

    def _expected_end(self, piece: SpokenPiece) -> float:
        """Return when a piece ends, or is likely to."""
        if piece.is_ended:
            return piece.end
        done = [each for each in self._pieces if each.is_ended and each.end > each.begin]
        seconds = sum(each.end - each.begin for each in done)
        pace = sum(each.weight for each in done) / seconds if done else _PACE
        pace = min(max(pace, _PACE / 3), _PACE * 3)  # a long pause says nothing of the next piece
        return max(self.duration, piece.begin + piece.weight / pace)

    def _cues(self) -> list[_subtitles.Cue]:
        tokens: list[_subtitles.Token] = []
        before: SpokenPiece | None = None
        for piece in self._pieces:
            if tokens and before and _is_space_between(before, piece):
                tokens[-1] = replace(tokens[-1], spaced=True)
            tokens += piece.tokens(self.duration, self._expected_end(piece))
            before = piece
        return _subtitles.cues(tokens)


def _is_space_between(before: SpokenPiece, piece: SpokenPiece) -> bool:
    edges = before.text[-1:] + before.source[-1:] + piece.text[:1] + piece.source[:1]
    return piece.source_start > before.source_end or any(map(str.isspace, edges))


def _rounded(word: dict[str, Any]) -> dict[str, Any]:
    return {**word, "start": round(word["start"], 3), "end": round(word["end"], 3)}

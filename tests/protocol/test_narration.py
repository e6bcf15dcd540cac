"""A text spoken piece by piece, over connections that break wherever they like."""

from __future__ import annotations

import base64
import hashlib
import json
import random
from collections import deque
from contextlib import nullcontext
from dataclasses import dataclass
from importlib.resources import files
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from smallestai.errors import (
    LocalProtocolError,
    RemoteProtocolError,
    StreamClosedError,
    StreamError,
)
from smallestai.protocol.events import (
    AudioChunk,
    Complete,
    PieceEnded,
    PieceStarted,
    SpeechEvent,
    Unknown,
    Word,
)
from smallestai.protocol.frames import events_of, read_frame
from smallestai.protocol.narration import Continuity, Narration
from smallestai.waves.request import speech_request

if TYPE_CHECKING:
    from collections.abc import Iterable

SPEC = json.loads(files("smallestai_waves").joinpath("openapi.json").read_text())
FRAGMENT = Draft202012Validator(
    {"$ref": "#/components/schemas/TtsFragment", "components": SPEC["components"]}
)
OPTIONS: dict[str, Any] = {"sample_rate": 8000, "speed": 1.1, "language": "en"}
SETTINGS = speech_request("x", "websocket", word_timestamps=True, **OPTIONS).settings
CONTINUITIES: tuple[Continuity, ...] = get_args(Continuity)
EXTRAS: dict[Continuity, dict[str, Any]] = {
    "context": {"context_id": "turn-8", "continue": False},
    "flush": {"continue": True, "flush": True},
    "plain": {},
}

COMPLETE = '{"session_id":"ws_9f","request_id":"task_41","status":"complete"}'
REFUSAL = '{"status":"error","request_id":"task_42","error":{"code":"E1","message":"no"}}'
NEWS = '{"status":"mood","mood":"good"}'

each_continuity = pytest.mark.parametrize("continuity", CONTINUITIES)


@dataclass(frozen=True)
class Clause:
    """A piece of a text."""

    text: str
    start: int
    end: int


def _clauses(*texts: str) -> list[Clause]:
    edges = accumulate(map(len, texts), initial=0)
    return [Clause(text, *span) for text, span in zip(texts, pairwise(edges), strict=True)]


def _started(index: int, clause: Clause) -> PieceStarted:
    return PieceStarted(index, clause.text, clause.start, clause.end)


ONE, TWO, THREE, FOUR, FIVE = PIECES = _clauses("One. ", "Two. ", "Three. ", "Four. ", "Five.")


def _narration(
    *pieces: Clause, continuity: Continuity = "context", ahead: int = 3, connect: bool = True
) -> Narration:
    narration = Narration(SETTINGS, continuity=continuity, context_id="turn-8", ahead=ahead)
    for piece in pieces:
        narration.add(piece)
    if connect:
        narration.connected()
    return narration


def _asked(narration: Narration) -> list[str]:
    return [json.loads(message)["text"] for message in narration.frames_to_send()]


def _chunk(data: bytes) -> str:
    audio = base64.b64encode(data).decode()
    return json.dumps({"request_id": "task_41", "status": "chunk", "data": {"audio": audio}})


def _word(word: Word) -> str:
    data = {"id": word.index, "word": word.text, "start": word.start, "end": word.end}
    return json.dumps({"request_id": "task_41", "status": "word_timestamp", "data": data})


# -- what is asked for


@pytest.mark.parametrize(
    ("continuity", "allowed"), [("context", 3), ("flush", 1), ("plain", 1)], ids=CONTINUITIES
)
def test_pieces_are_asked_for_in_order_and_few_at_once(
    continuity: Continuity, allowed: int
) -> None:
    """Only as many as may be on their way; each complete one makes room for the next."""
    narration, texts = _narration(*PIECES, continuity=continuity), [each.text for each in PIECES]
    assert _asked(narration) == texts[:allowed]
    assert _asked(narration) == []
    asked = []
    for _ in PIECES:
        narration.receive(COMPLETE)
        asked.append(_asked(narration))
    assert asked == [texts[at : at + 1] for at in range(allowed, allowed + len(PIECES))]


@each_continuity
def test_messages_carry_the_settings_and_fit_the_specification(continuity: Continuity) -> None:
    """A piece's message is one the specification admits, with the marks of its continuity."""
    (frame,) = _narration(ONE, continuity=continuity).frames_to_send()
    message = json.loads(frame)
    FRAGMENT.validate(message)
    assert message == {**SETTINGS, "text": ONE.text, **EXTRAS[continuity]}


def test_texts_are_given_where_each_piece_is_a_request() -> None:
    """Over SSE and HTTP a piece's text is a request of its own, and what answers it is taken."""
    narration = _narration(ONE, TWO, continuity="plain")
    narration.end()
    assert narration.texts_to_send() == [ONE.text]
    events = narration.take([AudioChunk(b"\1\2"), Complete()])
    assert events == [_started(0, ONE), AudioChunk(b"\1\2"), PieceEnded(0)]
    assert narration.texts_to_send() == [TWO.text]
    assert not narration.is_done
    assert narration.take([Complete()]) == [_started(1, TWO), PieceEnded(1)]
    assert narration.is_done


def test_nothing_is_sent_while_disconnected() -> None:
    """Before a connection and after its end there is nothing to write, cancelled or not."""
    narration = _narration(ONE, TWO, connect=False, ahead=1)
    assert (narration.frames_to_send(), narration.texts_to_send()) == ([], [])
    narration.connected()
    assert _asked(narration) == [ONE.text]
    narration.disconnected()
    narration.receive(COMPLETE)
    assert (narration.frames_to_send(), narration.texts_to_send()) == ([], [])
    assert narration.cancel() == []


def test_nothing_is_added_to_an_ended_text() -> None:
    """A piece after the end is refused, and nothing changes."""
    narration = _narration()
    narration.end()
    with pytest.raises(LocalProtocolError, match="ended"):
        narration.add(ONE)
    assert narration.is_done
    assert narration.frames_to_send() == []


# -- where it stands


def test_where_it_stands_at_each_step() -> None:
    """Full with one piece more than may be asked for, idle with none, done after the last."""

    def stands() -> set[str]:
        names = ("full", "owed", "idle", "done")
        return {name for name in names if getattr(narration, f"is_{name}")}

    narration = _narration(connect=False, ahead=2)
    assert stands() == {"idle"}
    narration.add(ONE)
    narration.add(TWO)
    assert stands() == set()
    narration.add(THREE)
    assert stands() == {"full"}
    narration.connected()
    assert stands() == {"full"}
    narration.frames_to_send()
    assert stands() == {"full", "owed"}
    narration.receive(COMPLETE)
    assert stands() == {"owed"}
    narration.frames_to_send()
    narration.disconnected()
    assert stands() == {"owed"}
    narration.connected()
    assert stands() == set()
    narration.frames_to_send()
    narration.receive(COMPLETE)
    narration.receive(COMPLETE)
    assert stands() == {"idle"}
    narration.end()
    assert stands() == {"idle", "done"}


def test_end_before_the_last_piece_completes() -> None:
    """It is done with the end of the last piece, not before; what comes later is nothing."""
    narration = _narration(ONE, TWO)
    narration.frames_to_send()
    narration.end()
    assert narration.receive(COMPLETE) == [_started(0, ONE), PieceEnded(0)]
    assert not narration.is_done
    assert narration.receive(COMPLETE) == [_started(1, TWO), PieceEnded(1)]
    assert narration.is_done
    assert narration.receive(COMPLETE) == []


def test_end_after_the_last_piece_completes() -> None:
    """It is done with the end of the text."""
    narration = _narration(ONE)
    narration.frames_to_send()
    assert narration.receive(COMPLETE) == [_started(0, ONE), PieceEnded(0)]
    assert not narration.is_done
    narration.end()
    assert narration.is_done
    assert narration.receive(COMPLETE) == []


def test_end_of_an_empty_source() -> None:
    """A text without pieces is done at its end, and asks for nothing."""
    narration = _narration()
    assert not narration.is_done
    narration.end()
    assert narration.is_done
    assert narration.frames_to_send() == []


# -- what comes back


def test_word_before_the_audio_belongs_to_its_piece() -> None:
    """The piece has started, whether its first word or its first samples come first."""
    narration, word = _narration(ONE, TWO), Word("Two", 0.0, 0.1, 0)
    narration.frames_to_send()
    narration.receive(COMPLETE)
    assert narration.receive(_word(word)) == [_started(1, TWO), word]
    assert narration.receive(_chunk(b"\1\2")) == [AudioChunk(b"\1\2")]
    assert narration.receive(COMPLETE) == [PieceEnded(1)]


def test_odd_bytes_wait_for_their_other_half_within_a_piece() -> None:
    """Samples are whole; half a one at the end of a piece does not shift the next piece."""
    narration = _narration(ONE, TWO)
    narration.frames_to_send()
    assert narration.receive(_chunk(b"\1")) == []
    assert narration.receive(_chunk(b"\2\3")) == [_started(0, ONE), AudioChunk(b"\1\2")]
    assert narration.receive(COMPLETE) == [PieceEnded(0)]
    assert narration.receive(_chunk(b"\4\5")) == [_started(1, TWO), AudioChunk(b"\4\5")]


def test_what_nobody_asked_for_is_dropped() -> None:
    """Frames after the last piece that was asked for are no events."""
    narration = _narration(ONE)
    late = [_chunk(b"\1\2"), _word(Word("x", 0, 1, 0)), COMPLETE, NEWS]
    assert [narration.receive(frame) for frame in late] == [[]] * 4
    narration.frames_to_send()
    narration.receive(COMPLETE)
    assert [narration.receive(frame) for frame in late] == [[]] * 4


def test_unknown_frame_starts_no_piece() -> None:
    """What this version does not know is handed on as it came."""
    narration = _narration(ONE)
    narration.frames_to_send()
    assert narration.receive(NEWS) == [Unknown(json.loads(NEWS))]
    assert narration.receive(COMPLETE) == [_started(0, ONE), PieceEnded(0)]


def test_request_id_is_the_first_that_was_named() -> None:
    """For support: the id of the first answer, also on the error of a close."""
    narration = _narration(ONE)
    narration.frames_to_send()
    narration.receive(_chunk(b"\1\2"))
    narration.receive('{"status":"chunk","request_id":"task_42","data":{"audio":""}}')
    assert narration.request_id == "task_41"
    with pytest.raises(StreamClosedError) as caught:
        narration.receive_close(1006, "")
    assert caught.value.request_id == "task_41"


# -- errors and closes


def test_error_while_an_answer_is_owed_is_raised() -> None:
    """The service's own words are on it, and what is owed stays so."""
    narration = _narration(ONE)
    narration.frames_to_send()
    with pytest.raises(StreamError) as caught:
        narration.receive(REFUSAL)
    assert (caught.value.code, caught.value.request_id) == ("E1", "task_42")
    assert narration.is_owed


def test_error_while_idle_only_gives_the_connection_up() -> None:
    """Nothing was lost, so the next piece is asked for over the next connection."""
    narration = _narration(ONE)
    narration.frames_to_send()
    narration.receive(COMPLETE)
    assert narration.receive(REFUSAL) == []
    narration.add(TWO)
    assert narration.frames_to_send() == []
    narration.connected()
    assert _asked(narration) == [TWO.text]


def test_frame_that_breaks_the_grammar_is_raised() -> None:
    """What is no frame at all is passed over in silence only by who wants nothing more."""
    narration = _narration(ONE)
    narration.frames_to_send()
    with pytest.raises(RemoteProtocolError):
        narration.receive("<html>")
    narration.cancel()
    assert narration.receive("<html>") == []


def test_close_while_an_answer_is_owed_is_raised() -> None:
    """The close is on the error; what was owed is asked for again over the next connection."""
    narration = _narration(ONE, TWO)
    narration.frames_to_send()
    narration.receive(COMPLETE)
    with pytest.raises(StreamClosedError) as caught:
        narration.receive_close(1011, "restart")
    assert (caught.value.close_code, caught.value.reason) == (1011, "restart")
    assert narration.frames_to_send() == []
    narration.connected()
    assert _asked(narration) == [TWO.text]


def test_close_while_idle_is_silence() -> None:
    """A connection that owes nothing may go; pieces that were not asked for wait."""
    narration = _narration(ONE)
    narration.receive_close(1000, "")
    assert narration.frames_to_send() == []
    assert not narration.is_done
    narration.connected()
    assert _asked(narration) == [ONE.text]


NOTICE = '{"status":"error","message":"Connection timed out after 60 seconds of inactivity"}'


@pytest.mark.parametrize("used", [False, True], ids=["idle between pieces", "idle before"])
@pytest.mark.parametrize("end", ["close", "notice"])
def test_a_connection_that_had_gone_before_it_was_asked_is_silence(used: bool, end: str) -> None:
    """A piece that crosses the end of an idle connection is asked for over the next one, once."""
    narration = _narration(ONE, TWO, continuity="plain", connect=False)
    narration.connected(used=used)
    narration.frames_to_send()
    if not used:
        narration.receive(COMPLETE)
        assert _asked(narration) == [TWO.text]

    def give_up() -> None:
        if end == "close":
            narration.receive_close(1000, "")
        else:
            assert narration.receive(NOTICE) == []

    give_up()
    assert not narration.is_connected
    narration.connected()
    assert _asked(narration) == [ONE.text if used else TWO.text]
    with pytest.raises(StreamClosedError if end == "close" else StreamError):
        give_up()


def test_an_idle_connection_that_answers_has_not_gone() -> None:
    """From its first frame on, its end is a failure; an error with a code always is."""
    narration = _narration(ONE, connect=False)
    narration.connected(used=True)
    narration.frames_to_send()
    with pytest.raises(StreamError):
        narration.receive(REFUSAL)
    narration.receive(_chunk(b"\1\2"))
    with pytest.raises(StreamError):
        narration.receive(NOTICE)
    with pytest.raises(StreamClosedError):
        narration.receive_close(1000, "")


# -- cancelling


@each_continuity
def test_nothing_comes_after_cancelling(continuity: Continuity) -> None:
    """No event, no error and no message; only a context can be told, in two messages."""
    narration = _narration(*PIECES, continuity=continuity)
    narration.frames_to_send()
    told = [json.loads(message) for message in narration.cancel()]
    name = {"context_id": "turn-8"}
    wanted = [{**name, "cancel_request": True}, {**name, "context_close": True}]
    assert told == (wanted if continuity == "context" else [])
    assert all(FRAGMENT.is_valid(message) for message in told)
    assert narration.is_done
    assert narration.cancel() == []
    assert [narration.receive(frame) for frame in (_chunk(b"\1\2"), COMPLETE, REFUSAL)] == [[]] * 3
    assert narration.take([AudioChunk(b"\1\2"), Complete()]) == []
    narration.end()
    narration.receive_close(1006, "")
    narration.connected()
    assert (narration.frames_to_send(), narration.texts_to_send()) == ([], [])


def test_cancelling_what_is_done_only_takes_leave() -> None:
    """What has been spoken is not cancelled; the service may forget the context."""
    narration = _narration(ONE)
    narration.end()
    narration.frames_to_send()
    narration.receive(COMPLETE)
    (told,) = narration.cancel()
    assert json.loads(told) == {"context_id": "turn-8", "context_close": True}
    assert narration.cancel() == []


def test_cancelling_what_never_began_says_nothing() -> None:
    """A context nobody opened need not be closed."""
    assert _narration().cancel() == []


# -- connections that break


def _voice(text: str) -> tuple[bytes, list[Word]]:
    """Speak: always the same for the same text; half a sample too much for every other length."""
    spoken = text.split()
    audio = hashlib.shake_128(text.encode()).digest(5 * len("".join(spoken)))
    return audio, [Word(word, index, index + 0.5, index) for index, word in enumerate(spoken)]


class Service:
    """Answers each text with the one voice, in frames that are cut otherwise each time."""

    def __init__(self, chance: random.Random) -> None:
        self.asked: list[str] = []  # over the present connection, as is what follows
        self.owed = 0
        self._frames: deque[str] = deque()
        self._chance = chance

    def accept(self) -> None:
        """Take a new connection; what was under way is lost."""
        self.asked.clear()
        self.owed = 0
        self._frames.clear()

    def ask(self, text: str) -> None:
        """Put the frames of the answer on their way."""
        audio, words = _voice(text)
        cuts = sorted(self._chance.choices(range(len(audio) + 1), k=self._chance.randrange(5)))
        frames = [_chunk(audio[start:end]) for start, end in pairwise([0, *cuts, len(audio)])]
        places = sorted(self._chance.choices(range(len(frames) + 1), k=len(words)))
        for shift, (place, word) in enumerate(zip(places, words, strict=True)):
            frames.insert(place + shift, _word(word))
        self.asked.append(text)
        self.owed += 1
        self._frames += [*frames, COMPLETE]

    def next_frame(self) -> str:
        """Return the frame that arrives now."""
        frame = self._frames.popleft()
        self.owed -= frame == COMPLETE
        return frame


class Telling:
    """The work of a shell, without its waiting.

    Args:
        clauses: The source, read when there is room, by chance sooner or later.
        ahead: How many pieces may be on their way.
        bodies: Whether each piece is a request of its own (SSE, HTTP).
        seed: What decides all that is left to chance.
    """

    def __init__(
        self,
        clauses: list[Clause],
        *,
        continuity: Continuity = "context",
        ahead: int = 3,
        bodies: bool = False,
        seed: int = 0,
    ) -> None:
        self.narration = _narration(continuity=continuity, ahead=ahead, connect=False)
        self.events: list[SpeechEvent] = []
        self.received = 0
        self._texts = [clause.text for clause in clauses]
        self._source = iter(clauses)
        self._ended = False
        self._ahead = ahead if continuity == "context" else 1
        self._bodies = bodies
        self._chance = random.Random(seed)
        self._service = Service(self._chance)
        self._idled = False  # whether nothing was owed before what is owed now

    def run(self, breaks: Iterable[int]) -> list[SpeechEvent]:
        """Return all events; each connection breaks after so many frames, the one after none."""
        for frames in breaks:
            self._converse(frames)
            self._break()
        self._converse(-1)
        assert self.narration.is_done
        return self.events

    def _converse(self, frames: int) -> None:
        self.narration.connected()
        self._service.accept()
        self._idled = False
        left = self._texts[sum(isinstance(event, PieceEnded) for event in self.events) :]
        self._go_on(left)
        while frames and not self.narration.is_done:
            self._receive(self._service.next_frame())
            self._go_on(left)
            frames -= 1

    def _go_on(self, left: list[str]) -> None:
        self._read()
        for text in self.narration.texts_to_send() if self._bodies else _asked(self.narration):
            self._service.ask(text)
        asked = self._service.asked
        assert asked == left[: len(asked)], "what is not complete is asked for, in order, once"
        assert self._service.owed <= self._ahead

    def _read(self) -> None:
        narration = self.narration
        while not self._ended and not narration.is_full:
            if not narration.is_idle and self._chance.random() < 0.3:
                return
            clause = next(self._source, None)
            if clause is None:
                narration.end()
                self._ended = True
            else:
                narration.add(clause)

    def _receive(self, frame: str) -> None:
        self.received += 1
        if self._bodies:
            self.events += self.narration.take(events_of(read_frame(frame), frame))
        else:
            self.events += self.narration.receive(frame)
        self._idled = not self._service.owed

    def _break(self) -> None:
        how = self._chance.choice(["close", "error", "lost"])
        raised = self.narration.is_owed and how != "lost" and not (self._idled and how == "close")
        with pytest.raises(StreamError) if raised else nullcontext():
            if how == "close":
                self.narration.receive_close(1006, "")
            elif how == "error":
                self.events += self.narration.receive(REFUSAL)
        self.narration.disconnected()
        assert self.narration.frames_to_send() == []


def _assert_spoken(clauses: list[Clause], events: list[SpeechEvent]) -> None:
    """Each piece within its bounds, each sample and word once."""
    pieces: list[list[Any]] = []
    for event in events:
        if isinstance(event, PieceStarted):
            pieces.append([])
        pieces[-1].append(event)
    assert len(pieces) == len(clauses)
    for index, (clause, (first, *inner, last)) in enumerate(zip(clauses, pieces, strict=True)):
        audio, words = _voice(clause.text)
        chunks = [event.data for event in inner if isinstance(event, AudioChunk)]
        assert (first, last) == (_started(index, clause), PieceEnded(index))
        assert [event for event in inner if not isinstance(event, AudioChunk)] == words
        assert all(chunk and len(chunk) % 2 == 0 for chunk in chunks)
        assert b"".join(chunks) == audio[: len(audio) // 2 * 2]


@each_continuity
@pytest.mark.parametrize("again", [(), (0, 0), (3, 1, 4, 1, 5)], ids=["once", "at once", "often"])
def test_break_at_every_frame_loses_and_repeats_nothing(
    continuity: Continuity, again: tuple[int, ...]
) -> None:
    """Wherever the connection breaks, also if the next ones do, the text is spoken whole, once."""
    uncut = Telling(PIECES, continuity=continuity)
    _assert_spoken(PIECES, uncut.run([]))
    assert uncut.received > 4 * len(PIECES)
    for place in range(uncut.received + 1):
        telling = Telling(PIECES, continuity=continuity)
        _assert_spoken(PIECES, telling.run([place, *again]))


@settings(deadline=None, max_examples=300)
@given(
    texts=st.lists(st.text("ab ", min_size=1, max_size=9), max_size=6, unique=True),
    breaks=st.lists(st.integers(0, 12), max_size=8),
    continuity=st.sampled_from(CONTINUITIES),
    ahead=st.integers(1, 4),
    seed=st.integers(0, 2**32),
)
def test_any_text_over_any_breaks_is_spoken_once(
    texts: list[str], breaks: list[int], continuity: Continuity, ahead: int, seed: int
) -> None:
    """So it is with pieces of any length, silent ones included, and with any number of breaks."""
    clauses = _clauses(*texts)
    telling = Telling(clauses, continuity=continuity, ahead=ahead, seed=seed)
    _assert_spoken(clauses, telling.run(breaks))


@settings(deadline=None)
@given(breaks=st.lists(st.integers(0, 12), max_size=8), seed=st.integers(0, 2**32))
def test_bodies_that_break_are_spoken_once(breaks: list[int], seed: int) -> None:
    """So it is where each piece is a request of its own, over SSE and HTTP."""
    telling = Telling(PIECES, continuity="plain", bodies=True, seed=seed)
    _assert_spoken(PIECES, telling.run(breaks))

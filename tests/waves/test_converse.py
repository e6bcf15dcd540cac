"""Spoken conversations: turns, interruptions and history, in both worlds, against the sandbox."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING, Any

import pytest

from smallestai import (
    APIConnectionError,
    APIError,
    ArgumentError,
    AsyncSmallestAI,
    LocalProtocolError,
    SmallestAI,
    _player,
)
from smallestai.audio import Audio, AudioFormat, read_wav
from smallestai.protocol.events import AudioChunk
from smallestai.protocol.transcription_events import (
    Final,
    SpeechEnded,
    SpeechStarted,
    TranscriptWord,
)
from smallestai.sandbox import Sandbox, Settings
from smallestai.waves import _converse
from smallestai.waves._converse import Dialogue
from smallestai.waves.converse import Answered, Asked
from waves.worlds import both

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

RATE = 16_000
LONG = "Say after me: the parcel leaves tonight, it weighs two kilos, and it comes on Tuesday."
TOLD = "the parcel leaves tonight, it weighs two kilos, and it comes on Tuesday."
SHORT = "Hello there, good morning."
CHAT = "POST /waves/v1/chat/completions"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """Run one for all of them."""
    with Sandbox() as running:
        yield running


@pytest.fixture(scope="module")
def voice(sandbox: Sandbox) -> Callable[[str], bytes]:
    """Return what says something as the user: PCM16 at 16 kHz."""
    said: dict[str, bytes] = {}

    def say(text: str) -> bytes:
        if text not in said:
            with SmallestAI("sk_x", base_url=sandbox.url) as client:
                said[text] = client.waves.tts.synthesize(text, sample_rate=RATE).data
        return said[text]

    return say


def pause(seconds: float) -> bytes:
    return bytes(2 * round(seconds * RATE))


def seconds_of(pcm: bytes) -> float:
    return len(pcm) / 2 / RATE


class Held:
    """A conversation that was held to its end."""

    def __init__(self, conversation: Any, events: list[Any]) -> None:
        self.conversation = conversation
        self.events = events
        self.messages = conversation.messages

    def of(self, kind: type) -> list[Any]:
        """Return the events of a kind."""
        return [event for event in self.events if isinstance(event, kind)]

    @property
    def said(self) -> list[tuple[str, str]]:
        """The history as pairs of role and text."""
        return [(each["role"], each["content"]) for each in self.messages]


@pytest.fixture
def hold(sandbox: Sandbox) -> Callable[..., Held]:
    """Return what holds a conversation in a world."""

    def blocking(url: str, source: Any, see: Any, options: Any) -> Held:
        with (
            SmallestAI("sk_x", base_url=url) as client,
            client.waves.converse(source, **options) as conversation,
        ):
            return Held(conversation, [see(event) or event for event in conversation])

    async def on_a_loop(url: str, source: Any, see: Any, options: Any) -> Held:
        async with (
            AsyncSmallestAI("sk_x", base_url=url) as client,
            client.waves.converse(source, **options) as conversation,
        ):
            return Held(conversation, [see(event) or event async for event in conversation])

    def play(
        world: Any,
        source: Any,
        see: Any = lambda _: None,
        url: str = sandbox.url,
        **options: Any,
    ) -> Held:
        if world.__name__ == "blocking":
            return blocking(url, source, see, options)
        return asyncio.run(on_a_loop(url, source, see, options))

    return play


class Cue:
    """Is given when so many seconds of an answer have come, or so many speeches have begun."""

    def __init__(self, *, audio: float = 1e9, speeches: int = 1_000_000) -> None:
        self._given = threading.Event()
        self._left: list[float] = [audio, speeches]

    def note(self, event: Any) -> None:
        """See an event."""
        if isinstance(event, AudioChunk):
            self._left[0] -= len(event.data) / 2 / 24000
        elif isinstance(event, SpeechStarted):
            self._left[1] -= 1
        if min(self._left) <= 0:
            self._given.set()

    def wait(self) -> None:
        """Wait until it is given."""
        assert self._given.wait(20)


@both
class TestReplayed:
    """A conversation on the clock of its source: always the same."""

    def test_a_question_is_answered(self, world: Any, hold: Any, voice: Any) -> None:
        """The question is heard word by word, answered, spoken, and both are in the history."""
        held = hold(world, [voice(LONG), pause(1)], system="Be brief.")
        (asked,), (answered,) = held.of(Asked), held.of(Answered)
        assert asked.text == LONG
        assert asked.time == pytest.approx(seconds_of(voice(LONG)), abs=0.1)
        assert answered == Answered(TOLD, TOLD, answered.seconds, interrupted=False, exact=True)
        samples = b"".join(chunk.data for chunk in held.of(AudioChunk))
        assert answered.seconds == pytest.approx(len(samples) / 2 / 24000)
        assert held.said == [("system", "Be brief."), ("user", LONG), ("assistant", TOLD)]

    def test_it_is_interrupted(self, world: Any, hold: Any, voice: Any) -> None:
        """Who speaks into an answer cuts it off: the history has the words heard until then."""
        source = [voice(LONG), pause(1.5), voice(SHORT), pause(1)]
        held = hold(world, source)
        first, second = held.of(Answered)
        began = held.of(SpeechStarted)[-1].time
        assert first.interrupted
        assert first.exact
        assert first.seconds == pytest.approx(began - held.of(Asked)[0].time)
        assert first.text == "the parcel leaves"
        assert not second.interrupted
        assert held.said == [
            ("user", LONG),
            ("assistant", "the parcel leaves"),
            ("user", SHORT),
            ("assistant", second.written),
        ]

    def test_it_is_not_interrupted_by_what_comes_later(
        self, world: Any, hold: Any, voice: Any
    ) -> None:
        """Who speaks once an answer has ended interrupts nothing."""
        held = hold(world, [voice(LONG), pause(8), voice(SHORT), pause(1)])
        assert [answered.interrupted for answered in held.of(Answered)] == [False, False]
        assert held.said[1] == ("assistant", TOLD)

    def test_an_answer_nobody_heard_is_not_in_the_history(
        self, world: Any, hold: Any, voice: Any
    ) -> None:
        """Who goes on before an answer began has heard nothing of it: the model never said it."""
        held = hold(world, [voice(SHORT), pause(0.55), voice(LONG), pause(1)])
        first, second = held.of(Answered)
        assert first.interrupted
        assert len(first.text) < len(first.written or "x")
        assert second.text == TOLD
        assert [text for role, text in held.said if role == "user"] == [SHORT, LONG]

    def test_tools(self, world: Any, hold: Any, voice: Any) -> None:
        """Functions are called for the model; calls and results are in the history."""
        asked_for = []

        def stock(article: str) -> int:
            """Tell how many pieces of an article are left in stock."""
            asked_for.append(article)
            return 4

        held = hold(world, [voice("How many lamps are left in stock?"), pause(1)], tools=[stock])
        assert len(asked_for) == 1
        assert [role for role, _ in held.said] == ["user", "assistant", "tool", "assistant"]
        assert held.of(Answered)[0].text == "Here is what I found: 4."

    def test_the_history_goes_on(self, world: Any, hold: Any, voice: Any) -> None:
        """What was said before is sent along and stays in front."""
        before = [{"role": "user", "content": "I am Ana."}, {"role": "assistant", "content": "Hi."}]
        held = hold(world, [voice(SHORT), pause(1)], messages=before, system="Be brief.")
        assert held.said[:3] == [
            ("system", "Be brief."),
            ("user", "I am Ana."),
            ("assistant", "Hi."),
        ]
        assert len(held.said) == 5

    def test_an_interruption_may_come_late(self, world: Any, hold: Any, voice: Any) -> None:
        """Not when the audio comes counts, but when it would have been heard."""
        cue = Cue(audio=4.0)

        def source() -> Iterator[bytes]:
            yield voice(LONG) + pause(1.5)
            cue.wait()
            yield voice(SHORT) + pause(1)

        held = hold(world, source(), cue.note)
        assert held.of(Answered)[0].interrupted
        assert held.said[1] == ("assistant", "the parcel leaves")

    def test_an_answer_is_written_no_further(self, world: Any, hold: Any, voice: Any) -> None:
        """What is cut off while it is written is neither written nor spoken to its end."""
        cue = Cue(audio=0.1)

        def source() -> Iterator[bytes]:
            yield voice("Tell me of yourself in eight sentences.") + pause(1)
            cue.wait()
            yield voice(SHORT) + pause(1)

        with Sandbox(settings=Settings(electron_tokens_per_second=25)) as slow:
            with SmallestAI("sk_x", base_url=slow.url) as client:
                for text in ("Tell me of yourself in eight sentences.", SHORT):
                    client.waves.tts.synthesize(text, sample_rate=RATE)  # so that it knows them
            first = hold(world, source(), cue.note, slow.url).of(Answered)[0]
        assert first.interrupted
        assert 0 < len(first.text) < len(first.written) < 200

    def test_nobody_speaks(self, world: Any, hold: Any) -> None:
        """Silence is asked and answered nothing, and there is nothing to save."""
        held = hold(world, [pause(1)])
        assert not held.of(Asked)
        assert held.messages == []
        with pytest.raises(LocalProtocolError, match="nothing was answered"):
            held.conversation.save("reply.wav")

    def test_from_file_to_file(self, world: Any, hold: Any, voice: Any, tmp_path: Path) -> None:
        """A WAV is replayed; in the other one each answer lies where it was heard, as it was."""
        source = voice(LONG) + pause(1.2) + voice(SHORT) + pause(1)
        path = Audio(source, AudioFormat("pcm", RATE)).save(tmp_path / "question.wav")
        held = hold(world, path)
        saved = held.conversation.save(tmp_path / "reply.wav")
        form, samples = read_wav(saved.read_bytes())
        (first, second), answers = held.of(Asked), held.of(Answered)
        assert form.seconds(len(samples)) == pytest.approx(
            second.time + answers[1].seconds, abs=0.01
        )

        def is_silent(start: float, end: float) -> bool:
            return not any(samples[2 * int(start * 24000) : 2 * int(end * 24000)])

        ended = first.time + answers[0].seconds
        assert is_silent(0, first.time)
        assert not is_silent(first.time, ended)
        assert is_silent(ended, second.time)
        assert not is_silent(second.time, second.time + 1)

    def test_a_file_of_another_rate(
        self, world: Any, hold: Any, sandbox: Sandbox, tmp_path: Path
    ) -> None:
        """A WAV is resampled to what is listened to."""
        with SmallestAI("sk_x", base_url=sandbox.url) as client:
            path = client.waves.tts.synthesize(SHORT, sample_rate=44100).save(tmp_path / "q.wav")
        assert hold(world, path).of(Asked)[0].text == SHORT


class Loudspeaker:
    """Stands for a player that comes to half a second, and no further before it is cut."""

    made: list[Loudspeaker]
    sounding: threading.Event
    limit = 0.5

    def __init__(self, form: AudioFormat, device: object = None) -> None:
        self.silent = threading.Event()
        self.made.append(self)
        self.position = 0.0

    def __enter__(self) -> Loudspeaker:
        return self

    def __exit__(self, *_: object) -> None:
        self.silent.set()

    def write(self, samples: bytes) -> None:
        """Sound, and hold the writer up, as a full buffer does."""
        self.position += len(samples) / 2 / 24000
        if self.position >= self.limit:
            self.sounding.set()
            assert self.silent.wait(20)

    def cut(self) -> None:
        """Fall silent."""
        self.silent.set()

    def wait(self) -> None:
        """Be heard."""


class AsyncLoudspeaker(Loudspeaker):
    """The same on a loop."""

    async def __aenter__(self) -> Loudspeaker:
        return self

    async def __aexit__(self, *_: object) -> None:
        self.silent.set()

    async def write(self, samples: bytes) -> None:  # type: ignore[override]
        """Sound."""
        await asyncio.to_thread(super().write, samples)

    async def wait(self) -> None:  # type: ignore[override]
        """Be heard."""


@both
def test_the_loudspeaker_falls_silent(
    world: Any, hold: Any, voice: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer that is played is cut when the user speaks, and heard as far as it was played."""
    made: list[Loudspeaker] = []
    sounding = threading.Event()
    monkeypatch.setattr(Loudspeaker, "made", made, raising=False)
    monkeypatch.setattr(Loudspeaker, "sounding", sounding, raising=False)
    monkeypatch.setattr(_player, "Player", Loudspeaker)
    monkeypatch.setattr(_player, "AsyncPlayer", AsyncLoudspeaker)

    def microphone() -> Iterator[bytes]:
        yield voice(LONG) + pause(1)
        assert sounding.wait(20)
        sounding.clear()
        yield voice(SHORT) + pause(1)
        assert sounding.wait(20)
        made[-1].silent.set()

    held = hold(world, microphone(), play=True)
    first, second = held.of(Answered)
    assert first.interrupted
    assert first.seconds == pytest.approx(made[0].position)
    assert 0.5 <= first.seconds < 1
    assert TOLD.startswith(first.text)
    assert first.text != TOLD
    assert not second.interrupted
    assert len(made) == 2
    assert not held.of(AudioChunk)
    assert held.said[1] == ("assistant", first.text)


@both
def test_tools_finish_though_nobody_hears_of_it(
    world: Any, hold: Any, voice: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who speaks while a function runs hears no answer, but its result is in the history."""
    cue = Cue(speeches=2)

    def stock(article: str) -> int:
        """Tell how many pieces of an article are left in stock."""
        running.set()
        cue.wait()
        return 4

    def source() -> Iterator[bytes]:
        yield voice("How many lamps are left in stock?") + pause(1)
        assert running.wait(20)
        yield voice(SHORT) + pause(1)

    running = threading.Event()
    monkeypatch.setattr(Loudspeaker, "made", [], raising=False)
    monkeypatch.setattr(Loudspeaker, "sounding", threading.Event(), raising=False)
    monkeypatch.setattr(Loudspeaker, "limit", 1e9)
    monkeypatch.setattr(_player, "Player", Loudspeaker)
    monkeypatch.setattr(_player, "AsyncPlayer", AsyncLoudspeaker)
    held = hold(world, source(), cue.note, play=True, tools=[stock])
    first, second = held.of(Answered)
    assert (first.text, first.seconds, first.interrupted) == ("", 0.0, True)
    assert [role for role, _ in held.said] == ["user", "assistant", "tool", "user", "assistant"]
    assert not second.interrupted


@both
class TestFailing:
    """What goes wrong."""

    def test_the_model_fails(self, world: Any, hold: Any, voice: Any, sandbox: Sandbox) -> None:
        """A refused answer is raised where the conversation is iterated."""
        sandbox.fail("bad_request", CHAT)
        with pytest.raises(APIError, match="400"):
            hold(world, [voice(SHORT), pause(1)])

    def test_listening_is_refused(self, world: Any, hold: Any, sandbox: Sandbox) -> None:
        """A socket that cannot be had is told before anything else happens."""
        sandbox.fail("refuse_401", "GET /waves/v1/stt/live")
        with pytest.raises(APIError, match="401"):
            hold(world, [pause(1)])

    def test_the_source_fails(self, world: Any, hold: Any, voice: Any) -> None:
        """What the source raises is raised as it was, behind the answer to what it gave."""

        def broken() -> Iterator[bytes]:
            yield voice(SHORT) + pause(1)
            raise RuntimeError("the wire is cut")

        with pytest.raises(RuntimeError, match="the wire is cut"):
            hold(world, broken())

    @pytest.mark.parametrize(
        ("source", "options", "said"),
        [
            ([], {"listen": {"encoding": "mulaw"}}, "must be 'linear16'"),
            ([], {"listen": {"language": "xx"}}, "language='xx'"),
            ([], {"chat": {"n": 2}}, "n=2"),
            ([], {"chat": {"tools": [print]}}, "belong into tools="),
            ([], {"speech": {"speed": 9}}, "speed=9"),
            ([], {"tools": [1]}, "tools"),
            ([], {"messages": [{"role": "nobody"}]}, "role"),
            ("question.wav", {"play": True}, "play=True"),
        ],
    )
    def test_bad_options(
        self, world: Any, sandbox: Sandbox, source: Any, options: Any, said: str
    ) -> None:
        """A wrong option of any part is named before anything is sent."""
        with pytest.raises(ArgumentError, match=said):
            world(NOWHERE, lambda waves: waves.converse(source, **options))

    def test_no_such_option(self, world: Any) -> None:
        """A misspelt option is one too many."""
        with pytest.raises(TypeError, match="'instructions'"):
            world(NOWHERE, lambda waves: waves.converse([], instructions="Be brief."))

    @pytest.mark.parametrize(
        ("content", "said"),
        [(None, "No such file"), (b"%PDF-1.7", "no WAV"), ("empty", "empty")],
    )
    def test_bad_file(self, world: Any, hold: Any, tmp_path: Path, content: Any, said: str) -> None:
        """A file that is no recording is named, and what is wrong with it."""
        path = tmp_path / "question.wav"
        if content == "empty":
            Audio(b"", AudioFormat("pcm", RATE)).save(path)
        elif content is not None:
            path.write_bytes(content)
        with pytest.raises(ArgumentError, match=said):
            hold(world, path)

    def test_it_is_over(self, world: Any, hold: Any) -> None:
        """A conversation is held once."""
        held = hold(world, [pause(0.2)])

        async def again() -> None:
            if (opening := held.conversation.open()) is not None:
                await opening

        with pytest.raises(LocalProtocolError, match="over"):
            asyncio.run(again())


NOWHERE = "http://127.0.0.1:9"


def test_nothing_is_sent_where_nobody_listens() -> None:
    """The options above are refused by the client: this address would refuse otherwise."""
    with SmallestAI("sk_x", base_url=NOWHERE, max_retries=0) as client:
        with pytest.raises(APIConnectionError), client.waves.converse([]):
            pass


def test_an_async_tool_needs_a_loop() -> None:
    """An async function is refused where there is no loop, before anything is sent."""

    async def stock() -> int:
        """Tell."""
        return 4

    with SmallestAI("sk_x", base_url=NOWHERE) as client:
        with pytest.raises(ArgumentError, match="AsyncSmallestAI"):
            client.waves.converse([], tools=[stock])


def test_closed_from_another_thread(sandbox: Sandbox, voice: Any) -> None:
    """Closing ends the iteration elsewhere, and leaves no thread behind."""
    heard, going_on = threading.Event(), threading.Event()

    def endless() -> Iterator[bytes]:
        yield voice(SHORT) + pause(1)
        assert going_on.wait(20)

    with SmallestAI("sk_x", base_url=sandbox.url) as client:
        conversation = client.waves.converse(endless())

        def listen() -> None:
            for event in conversation:
                if isinstance(event, Asked):
                    heard.set()

        listener = threading.Thread(target=listen)
        listener.start()
        assert heard.wait(20)
        conversation.close()
        conversation.close()
        listener.join(20)
        going_on.set()
    assert not listener.is_alive()
    assert not [each for each in threading.enumerate() if each.name == "smallestai-converse"]


def test_a_loop_is_left_without_tasks(sandbox: Sandbox, voice: Any) -> None:
    """Leaving an async conversation in its middle ends all its tasks."""

    async def leave() -> int:
        async with AsyncSmallestAI("sk_x", base_url=sandbox.url) as client:
            async with client.waves.converse([voice(LONG), pause(1)]) as conversation:
                async for event in conversation:
                    if isinstance(event, AudioChunk):
                        break
        return len(asyncio.all_tasks())

    assert asyncio.run(leave()) == 1


def final(text: str, start: float, end: float, *, is_last: bool = False) -> Final:
    return Final(text, words=(TranscriptWord(text, start, end),), is_last=is_last)


class TestDialogue:
    """The rules by themselves."""

    def test_who_goes_on_is_not_answered_yet(self) -> None:
        """A final that comes while the user speaks on waits for the next one."""
        dialogue = Dialogue([])
        assert dialogue.take(SpeechStarted(0.1)) is None
        assert dialogue.take(SpeechEnded(1.0)) is None
        assert dialogue.take(SpeechStarted(1.3)) is None
        assert dialogue.take(final("Tell me", 0.1, 1.0)) is None
        turn = dialogue.take(final("of Pune.", 1.3, 2.0))
        assert turn is not None
        assert (turn.text, turn.start) == ("Tell me of Pune.", 2.0)

    def test_the_last_final_is_always_answered(self) -> None:
        """A detector that heard a noise behind the last word leaves no question unanswered."""
        dialogue = Dialogue([])
        dialogue.take(SpeechStarted(1.3))
        turn = dialogue.take(final("Hello.", 0.1, 1.0, is_last=True))
        assert turn is not None

    def test_without_detector_the_words_interrupt(self) -> None:
        """Where no start of speech is told, the first word of the next final is it."""
        dialogue = Dialogue([])
        first = dialogue.take(final("Hello.", 0.1, 1.0))
        assert first is not None
        dialogue.take(final("Wait.", 3.0, 3.5))
        assert first.until == 2.0

    def test_an_empty_final_is_no_turn(self) -> None:
        """Nothing said is nothing to answer."""
        assert Dialogue([]).take(Final("  ", is_last=True)) is None

    def test_only_the_first_interruption_counts(self) -> None:
        """An answer that was cut off is not heard for longer because the user speaks again."""
        dialogue = Dialogue([])
        turn = dialogue.take(final("Hello.", 0.1, 1.0))
        assert turn is not None
        dialogue.take(SpeechStarted(2.0))
        dialogue.take(SpeechStarted(5.0))
        assert turn.until == 1.0
        assert dialogue.clock == 5.0

    def test_what_was_heard_is_known_late(self) -> None:
        """Once the user's audio is further than the answer, once he speaks, or at the end."""
        dialogue = Dialogue([])
        turn = dialogue.take(final("Hello.", 0.1, 1.0))
        assert turn is not None
        assert not dialogue.has_passed(turn, 2.0)
        dialogue.take(SpeechEnded(2.9))
        assert not dialogue.has_passed(turn, 2.0)
        dialogue.take(SpeechEnded(3.0))
        assert dialogue.has_passed(turn, 2.0)
        assert not dialogue.has_passed(turn, 9.0)
        dialogue.take(SpeechStarted(4.0))
        assert dialogue.has_passed(turn, 9.0)

    def test_at_the_end_all_was_heard(self) -> None:
        """Where nothing more is heard of the user, the answer is heard to its end."""
        dialogue = Dialogue([])
        turn = dialogue.take(final("Hello.", 0.1, 1.0))
        assert turn is not None
        dialogue.end()
        assert dialogue.has_passed(turn, 9.0)

    @pytest.mark.parametrize("system", [[], [{"role": "system", "content": "Be brief."}]])
    def test_a_long_history_is_sent_in_part(self, system: list[dict[str, Any]]) -> None:
        """Chat takes 200 messages: the system's and the last ones, from the user's words on."""
        talk = [
            {"role": role, "content": str(number)}
            for number in range(150)
            for role in ("user", "assistant")
        ]
        dialogue = Dialogue([*system, *talk])
        turn = dialogue.take(final("Hello.", 0.1, 1.0))
        assert turn is not None
        sent = dialogue.ask(turn)
        assert 190 < len(sent) <= 200
        assert sent[: len(system)] == system
        assert sent[len(system)]["role"] == "user"
        assert sent[-1] == {"role": "user", "content": "Hello."}
        assert len(dialogue.messages) == len(system) + 301

    def test_answers_that_overlap_in_a_file(self, tmp_path: Path) -> None:
        """The later answer lies over the end of the earlier one."""
        dialogue = Dialogue([])
        dialogue.replies = [(0.0, b"\1\0" * 24), (0.002, b"\2\0" * 24)]
        path = _converse.save(tmp_path / "a.wav", AudioFormat("pcm", 12000), dialogue)
        _, samples = read_wav(path.read_bytes())
        assert samples == b"\1\0" * 24 + b"\2\0" * 24

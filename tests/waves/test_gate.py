"""The gate of a key: never more than the limit inside, everyone gets in, in order."""

from __future__ import annotations

import asyncio
import pickle
import random
import sys
import threading
from contextlib import suppress
from time import perf_counter
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smallestai._config import Config
from smallestai._http import AsyncTransport, Transport
from smallestai.errors import (
    ArgumentError,
    ConcurrencyLimitError,
    LocalProtocolError,
    RateLimitError,
)
from smallestai.waves._gate import AsyncGate, AsyncGates, Gate, Gates
from smallestai.waves._line import MOST_OVERTAKINGS, Line, Priority
from smallestai.waves._turns import AsyncTurn, Turn

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

KEY = "sk_test_0123456789"
LIVE, BATCH = Priority.LIVE, Priority.BATCH


class Guest:
    """An utterance of either world, entering by itself."""

    def __init__(self, turn: Any, timeout: float | None) -> None:
        self.turn = turn
        enter = turn.enter if isinstance(turn, AsyncTurn) else self._enter_in_thread
        self.task = asyncio.create_task(enter(timeout))

    async def _enter_in_thread(self, timeout: float | None) -> Any:
        return await asyncio.to_thread(self.turn.enter, timeout)

    async def outcome(self) -> float | None:
        """Return what `enter` did."""
        async with asyncio.timeout(5):
            return await self.task


class World:
    """A gate, blocking or async, and those who come to it."""

    def __init__(self, gate: Any, joined: threading.Semaphore) -> None:
        self.gate = gate
        self._joined = joined

    def turn(self, priority: Priority = LIVE) -> Any:
        """Return a turn that has not come yet."""
        kind: Any = Turn if isinstance(self.gate, Gate) else AsyncTurn
        return kind(self.gate, priority)

    async def arrive(
        self, priority: Priority = LIVE, timeout: float | None = 5, turn: Any = None
    ) -> Guest:
        """Return a guest that has come to the gate, and is inside or waits."""
        guest = Guest(turn or self.turn(priority), timeout)
        assert await asyncio.to_thread(self._joined.acquire, timeout=5)
        return guest

    async def fill(self, limit: int | None = 1) -> list[Guest]:
        """Set the limit and return as many guests, all inside; none where there is no limit."""
        self.gate.limit = limit
        inside = [await self.arrive() for _ in range(limit or 0)]
        assert None not in [await guest.outcome() for guest in inside]
        return inside

    def counts(self) -> tuple[int, int]:
        """Return how many are inside, and how many wait."""
        return len(self.gate.line.under_way), self.gate.line.waiting


@pytest.fixture
def joined(monkeypatch: pytest.MonkeyPatch) -> threading.Semaphore:
    """Counts those who have come to a gate."""
    count = threading.Semaphore(0)
    join = Line.join

    def counted(line: Line, member: Any) -> None:
        join(line, member)
        count.release()

    monkeypatch.setattr(Line, "join", counted)
    return count


def both(test: Callable[[World], Awaitable[None]]) -> Any:
    """Run a test with the blocking gate and with the async one; no task and no thread is left."""

    async def run(world: World) -> None:
        await test(world)
        assert asyncio.all_tasks() == {asyncio.current_task()}

    @pytest.mark.parametrize("kind", [Gate, AsyncGate], ids=["blocking", "async"])
    def runner(kind: type[Gate] | type[AsyncGate], joined: threading.Semaphore) -> None:
        before = set(threading.enumerate())
        asyncio.run(run(World(kind(), joined)))
        assert set(threading.enumerate()) <= before

    runner.__doc__ = test.__doc__
    return runner


@both
async def test_ten_go_in_unless_told_otherwise(world: World) -> None:
    """The default limit is ten; with None there is none."""
    guests = [await world.arrive() for _ in range(11)]
    assert world.counts() == (10, 1)
    world.gate.limit = None
    guests += [await world.arrive(BATCH) for _ in range(10)]
    assert None not in [await guest.outcome() for guest in guests]
    assert repr(world.gate).endswith("21 of None under way, 0 waiting>")


@both
async def test_live_turns_go_first_and_equals_in_order(world: World) -> None:
    """A free place goes to the live one who came first, then to the batch who came first."""
    [inside] = await world.fill()
    waiting = [await world.arrive(priority) for priority in (BATCH, LIVE, BATCH, LIVE)]
    for chosen in (1, 3, 0, 2):
        assert not waiting[chosen].task.done()
        inside.turn.leave()
        inside = waiting[chosen]
        assert await inside.outcome() is not None
        assert world.counts()[0] == 1
    inside.turn.leave()
    assert world.counts() == (0, 0)


@both
async def test_who_comes_late_does_not_go_first(world: World) -> None:
    """A place that gets free is handed on: whoever comes at that moment stands behind."""
    [inside] = await world.fill()
    first = await world.arrive()
    inside.turn.leave()
    late = await world.arrive()
    assert await first.outcome() is not None
    assert world.counts() == (1, 1)
    first.turn.leave()
    assert await late.outcome() is not None


@both
async def test_the_wait_is_measured(world: World) -> None:
    """`enter` returns the seconds that it waited."""
    [inside] = await world.fill()
    before = perf_counter()
    guest = await world.arrive()
    arrived = perf_counter()
    await asyncio.sleep(0.01)
    called = perf_counter()
    inside.turn.leave()
    waited = await guest.outcome()
    assert waited is not None
    assert called - arrived <= waited <= perf_counter() - before


@both
async def test_too_long_a_wait_is_an_error(world: World) -> None:
    """The error says whose limit it was, and the place goes to the next."""
    [inside] = await world.fill()
    impatient = await world.arrive(timeout=0.01)
    patient = await world.arrive()
    with pytest.raises(ConcurrencyLimitError) as caught:
        await impatient.outcome()
    assert isinstance(caught.value, RateLimitError)
    assert (caught.value.limit, caught.value.status, caught.value.retryable) == (1, 429, True)
    assert caught.value.queued is not None
    assert 0.01 <= caught.value.queued < 5
    assert world.counts() == (1, 1)
    inside.turn.leave()
    assert await patient.outcome() is not None
    patient.turn.leave()
    assert world.counts() == (0, 0)


def test_the_error_speaks_of_the_client() -> None:
    """It names the client's own limit and how to raise it, no answer's status; it can be copied."""
    error = ConcurrencyLimitError.at_gate(3, 12.34)
    text = str(error)
    assert "12.3 s" in text
    assert "client's own limit of 3" in text
    assert "nothing was sent" in text
    assert "client.waves.tts.concurrency_limit" in text
    assert "429" not in text
    copied = pickle.loads(pickle.dumps(error))
    assert (copied.limit, copied.queued, str(copied)) == (3, 12.34, text)
    refused = ConcurrencyLimitError("too many", status=429)
    assert (refused.limit, refused.queued, str(refused)) == (None, None, "too many (status 429)")


@both
async def test_a_wait_can_be_ended_from_elsewhere(world: World) -> None:
    """`leave` ends a wait; no place is lost, however often it is called."""
    [inside] = await world.fill()
    gone, stays = await world.arrive(), await world.arrive()
    gone.turn.leave()
    gone.turn.leave()
    assert await gone.outcome() is None
    assert world.counts() == (1, 1)
    inside.turn.leave()
    assert await stays.outcome() is not None
    assert world.counts() == (1, 0)


@both
async def test_a_place_is_freed_once(world: World) -> None:
    """Whoever leaves twice frees one place."""
    inside = await world.fill(2)
    waiting = [await world.arrive() for _ in range(2)]
    inside[0].turn.leave()
    inside[0].turn.leave()
    assert await waiting[0].outcome() is not None
    assert world.counts() == (2, 1)
    inside[1].turn.leave()
    assert await waiting[1].outcome() is not None


@both
async def test_who_has_left_before_does_not_go_in(world: World) -> None:
    """A turn that was ended before it came neither waits nor takes a place."""
    for inside in (0, 1):
        await world.fill(inside or None)
        turn = world.turn()
        turn.leave()
        assert await Guest(turn, None).outcome() is None
        assert world.counts() == (inside, 0)


@both
async def test_the_limit_may_change(world: World) -> None:
    """A higher limit lets in who waits; a lower one waits for those inside to leave."""
    inside = await world.fill(2)
    waiting = [await world.arrive() for _ in range(4)]
    world.gate.limit = 4
    inside += waiting[:2]
    assert None not in [await guest.outcome() for guest in inside]
    world.gate.limit = 1
    for guest in inside[:3]:
        guest.turn.leave()
        assert world.counts()[1] == 2
    inside[3].turn.leave()
    assert await waiting[2].outcome() is not None
    assert world.counts() == (1, 1)
    world.gate.limit = None
    assert await waiting[3].outcome() is not None


@pytest.mark.parametrize("kind", [Gate, AsyncGate])
@pytest.mark.parametrize("limit", [0, -1, 1.5, True, "3"])
def test_what_is_no_limit(kind: type[Gate] | type[AsyncGate], limit: Any) -> None:
    """A limit is a whole number above 0, or None."""
    gate = kind()
    with pytest.raises(ArgumentError, match=r"^concurrency_limit=.* whole number above 0"):
        gate.limit = limit
    assert gate.limit == 10


@both
async def test_a_closed_gate_lets_nobody_in(world: World) -> None:
    """Those who wait, and those who come, are told that the client is closed."""
    await world.fill()
    waiting = [await world.arrive(priority, None) for priority in Priority]
    world.gate.close()
    for guest in [*waiting, await world.arrive(timeout=None)]:
        with pytest.raises(LocalProtocolError, match="closed"):
            await guest.outcome()
    assert world.counts() == (1, 0)


def test_an_interrupt_takes_no_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C during the wait leaves the gate as it was."""
    gate = Gate()
    turn = Turn(gate, LIVE)

    class Interrupted:
        def get(self, timeout: float | None) -> None:
            raise KeyboardInterrupt

        def put(self, item: None) -> None:
            pass

    monkeypatch.setattr(turn, "_calls", Interrupted())
    with pytest.raises(KeyboardInterrupt):
        turn.enter()
    assert not gate.line.under_way


@pytest.mark.parametrize("method", ["join", "drop", "admit"])
def test_a_finaliser_may_leave_at_any_moment(monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    """Garbage is collected in the midst of a change, on the same thread; nothing is lost."""
    gate = Gate()
    gate.limit = 1
    leaked, others = Turn(gate, LIVE), [Turn(gate, LIVE) for _ in range(2)]
    leaked.enter()
    done = getattr(Line, method)

    def interrupted(line: Line, *arguments: Any) -> None:
        monkeypatch.undo()
        leaked.leave()
        done(line, *arguments)

    monkeypatch.setattr(Line, method, interrupted)

    def go_through() -> None:
        Turn(gate, LIVE).leave()
        for turn in others:
            turn.enter(5)
            turn.leave()

    thread = threading.Thread(target=go_through, daemon=True)
    thread.start()
    thread.join(5)
    assert not thread.is_alive()
    assert not gate.line.under_way


def test_a_change_in_the_last_moment_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever leaves just before another thread has done with the line is not forgotten."""
    gate = Gate()
    late = Turn(gate, LIVE)
    late.enter()

    class Held:
        """The gate's lock; as it is released for the first time, the late one leaves."""

        lock = threading.Lock()
        acquire = staticmethod(lock.acquire)
        releases = 0

        def release(self) -> None:
            self.releases += 1
            if self.releases == 1:
                late.leave()
            self.lock.release()

    monkeypatch.setattr(gate, "_lock", Held())
    Turn(gate, LIVE).leave()
    assert not gate.line.under_way


async def _cancelled_while_it_waits(world: World) -> None:
    [inside] = await world.fill()
    guest, other = await world.arrive(), await world.arrive()
    guest.task.cancel()
    await asyncio.wait([guest.task])
    assert world.counts() == (1, 1)
    inside.turn.leave()
    assert await other.outcome() is not None


async def _cancelled_when_it_is_called(world: World) -> None:
    [inside] = await world.fill()
    guest, other = await world.arrive(), await world.arrive()
    inside.turn.leave()  # the guest has the place, but does not know yet
    guest.task.cancel()
    await asyncio.wait([guest.task])
    assert guest.task.cancelled()
    assert await other.outcome() is not None
    assert world.counts() == (1, 0)


@pytest.mark.parametrize("case", [_cancelled_while_it_waits, _cancelled_when_it_is_called])
def test_a_cancelled_task_takes_no_place(joined: threading.Semaphore, case: Any) -> None:
    """Cancelling is safe at any time, also in the moment in which the place was given."""
    asyncio.run(case(World(AsyncGate(), joined)))


def test_a_timeout_does_not_hide_a_cancellation(joined: threading.Semaphore) -> None:
    """A task that is cancelled as its time runs out is cancelled."""

    async def run(world: World) -> None:
        await world.fill()
        task = asyncio.create_task(world.turn().enter(0))
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])
        assert task.cancelled()
        assert world.counts() == (1, 0)

    asyncio.run(run(World(AsyncGate(), joined)))


def test_another_loop_starts_anew(joined: threading.Semaphore) -> None:
    """Those inside on a loop that has ended hold no place on the next; the limit is kept."""
    world = World(AsyncGate(), joined)
    [left] = asyncio.run(world.fill())
    assert world.counts() == (1, 0)
    left.turn.abandon()

    async def run() -> None:
        guests = [await world.arrive(), await world.arrive()]
        assert world.counts() == (1, 1)
        assert await guests[0].outcome() is not None
        left.turn.leave()
        assert world.counts() == (1, 1)
        guests[0].turn.leave()
        assert await guests[1].outcome() is not None
        world.gate.close()

    asyncio.run(run())
    with pytest.raises(LocalProtocolError, match="closed"):
        asyncio.run(world.turn().enter())


def test_an_abandoned_turn_leaves_from_any_thread(joined: threading.Semaphore) -> None:
    """A stream that nobody closed is collected anywhere; its place goes to the next."""

    async def run(world: World) -> None:
        [inside] = await world.fill()
        world.turn().abandon()  # which never came
        guest = await world.arrive()
        thread = threading.Thread(target=inside.turn.abandon)
        thread.start()
        assert await guest.outcome() is not None
        thread.join()
        assert world.counts() == (1, 0)

    asyncio.run(run(World(AsyncGate(), joined)), debug=True)  # which minds the thread


def test_the_limit_may_be_raised_from_any_thread(joined: threading.Semaphore) -> None:
    """Also of an async gate, on whose loop the others are then let in."""

    async def run(world: World) -> None:
        await world.fill()
        guest = await world.arrive()
        await asyncio.to_thread(setattr, world.gate, "limit", 2)
        assert await guest.outcome() is not None

    asyncio.run(run(World(AsyncGate(), joined)), debug=True)  # which minds the thread


class Member:
    """Somebody who stands in a line."""

    def __init__(self, priority: Priority) -> None:
        self.priority = priority
        self.woken = 0

    def wake(self) -> None:
        self.woken += 1


def test_no_batch_waits_for_ever() -> None:
    """After four live ones that overtook it a batch goes in, then four live ones again."""
    line = Line(1)
    inside, *live = [Member(LIVE) for _ in range(10)]
    batch = [Member(BATCH) for _ in range(2)]
    for each in (inside, *batch, *live):
        line.join(each)
    for chosen in (*live[:4], batch[0], *live[4:8], batch[1], live[8]):
        line.drop(inside)
        assert line.under_way == {chosen}
        inside = chosen


def test_who_overtakes_nobody_is_not_counted() -> None:
    """A batch that comes later may be overtaken by as many as any other."""
    line = Line(1)
    inside, *live = [Member(LIVE) for _ in range(10)]
    for each in (inside, *live):
        line.join(each)
    for chosen in live[:5]:
        line.drop(inside)
        inside = chosen
    batch = Member(BATCH)
    line.join(batch)
    for chosen in live[5:]:
        line.drop(inside)
        assert line.under_way == {chosen}
        inside = chosen


MOVES = st.one_of(
    st.sampled_from(Priority),
    st.tuples(st.just("drop"), st.integers(0, 30)),
    st.tuples(st.just("limit"), st.one_of(st.none(), st.integers(1, 4))),
)


@given(st.lists(MOVES, max_size=60))
def test_a_line_does_what_a_list_would(moves: list[Any]) -> None:
    """Whatever happens in whatever order: the same are inside as in a model that sorts a list."""
    line = Line(2)
    members: list[Member] = []
    inside: list[Member] = []
    waiting: list[Member] = []
    overtakings = 0
    for move in moves:
        if isinstance(move, Priority):
            members.append(Member(move))
            waiting.append(members[-1])
            line.join(members[-1])
        elif move[0] == "limit":
            line.limit = move[1]
            line.admit()
        elif move[1] < len(members):
            gone = members[move[1]]
            inside = [each for each in inside if each is not gone]
            waiting = [each for each in waiting if each is not gone]
            line.drop(gone)
        while waiting and (line.limit is None or len(inside) < line.limit):
            live = [each for each in waiting if each.priority is LIVE]
            batch = [each for each in waiting if each.priority is BATCH]
            overtakes = live and batch and overtakings < MOST_OVERTAKINGS
            overtakings = overtakings + 1 if overtakes else 0
            inside.append((live if overtakes or not batch else batch)[0])
            waiting.remove(inside[-1])
        assert line.under_way == set(inside)
        assert line.waiting == len(waiting)
        assert all(each.woken == 1 for each in inside)


class Count:
    """How many are inside, and how many there were at most."""

    def __init__(self) -> None:
        self.now = self.most = self.served = 0
        self._lock = threading.Lock()

    def __enter__(self) -> None:
        with self._lock:
            self.now += 1
            self.most = max(self.most, self.now)

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self.now -= 1
            self.served += 1


@pytest.fixture
def _hasty() -> Iterator[None]:
    """Threads take turns as often as they can."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(interval)


@pytest.mark.usefixtures("_hasty")
@pytest.mark.parametrize("limit", [1, 4])
def test_many_threads(limit: int) -> None:
    """Never more than the limit are inside, all who wait get in, and no place is lost."""
    gate, count = Gate(), Count()
    gate.limit = limit

    def visit(seed: int) -> None:
        chance = random.Random(seed)
        for _ in range(30):
            turn = Turn(gate, chance.choice(list(Priority)))
            if chance.random() < 0.2:  # somebody else ends it, before, during or after
                threading.Thread(target=turn.leave).start()
                turn.enter(20)
            elif chance.random() < 0.2:
                _give_up(turn, chance.random() / 1000)
            else:
                assert turn.enter(20) is not None
                with count:
                    pass
            turn.leave()

    threads = [threading.Thread(target=visit, args=(seed,)) for seed in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert not any(thread.is_alive() for thread in threads)
    assert (len(gate.line.under_way), gate.line.waiting) == (0, 0)
    assert count.most <= limit
    assert count.served > 200


def _give_up(turn: Turn, timeout: float) -> None:
    with suppress(ConcurrencyLimitError):
        turn.enter(timeout)


@given(st.integers(1, 5), st.randoms(use_true_random=False))
def test_many_tasks(limit: int, chance: random.Random) -> None:
    """The same on an event loop, tasks cancelled at random among them."""
    count = Count()

    async def visit(gate: AsyncGate) -> None:
        turn = AsyncTurn(gate, chance.choice(list(Priority)))
        try:
            if await turn.enter(20) is not None:
                with count:
                    for _ in range(chance.randrange(3)):
                        await asyncio.sleep(0)
        finally:
            turn.leave()

    async def run() -> None:
        gate = AsyncGate()
        gate.limit = limit
        tasks = [asyncio.create_task(visit(gate)) for _ in range(40)]
        for _ in range(chance.randrange(10)):
            await asyncio.sleep(0)
            chance.choice(tasks).cancel()
        await asyncio.wait(tasks)
        assert count.served >= 30
        assert (len(gate.line.under_way), gate.line.waiting) == (0, 0)

    asyncio.run(run())
    assert count.most <= limit


def test_each_key_has_a_gate_of_its_own() -> None:
    """Whoever has the same key at the same address goes through the same gate; no key is shown."""
    config = Config(KEY)
    for gates in (Gates(), AsyncGates()):
        gate = gates.of(config)
        assert gates.of(config.replace(headers={"X-Tenant": "2"}, max_retries=0)) is gate
        assert gates.of(config.replace(api_key="another")) is not gate
        assert gates.of(config.replace(base_url="https://elsewhere.test")) is not gate
        assert KEY not in repr(gates) + repr(gate)


def test_gates_live_and_end_with_the_connections() -> None:
    """All variants of a client share its gates, which are closed with it."""
    config = Config(KEY)
    transport = Transport(config)
    gate = transport.attached(Gates).of(config)
    assert transport.with_config(config).attached(Gates).of(config) is gate
    transport.close()
    with pytest.raises(LocalProtocolError, match="closed"):
        Turn(gate, LIVE).enter()


def test_async_gates_live_and_end_with_the_connections() -> None:
    """The same, asynchronously."""

    async def run() -> None:
        config = Config(KEY)
        transport = AsyncTransport(config)
        gate = transport.attached(AsyncGates).of(config)
        assert transport.with_config(config).attached(AsyncGates).of(config) is gate
        await transport.close()
        with pytest.raises(LocalProtocolError, match="closed"):
            await AsyncTurn(gate, LIVE).enter()

    asyncio.run(run())

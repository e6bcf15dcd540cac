"""The clients: what they are made of, what they share, and how they end."""

import asyncio
import copy
import gc
import inspect
import pickle
import sys
import threading
import types
import weakref

import httpx
import pytest

from smallestai import (
    AsyncSmallestAI,
    AuthenticationError,
    ConfigurationError,
    LocalProtocolError,
    SmallestAI,
    Timeout,
)

SANDBOX = "smallestai.sandbox"
BOTH = pytest.mark.parametrize("kind", [SmallestAI, AsyncSmallestAI])


def close(client):
    finished(client.close())


def finished(result):
    """Return the result of a call, of either world."""
    return asyncio.run(result) if inspect.isawaitable(result) else result


def answer(request):
    status = 200 if request.headers["authorization"] == "Bearer right" else 401
    return httpx.Response(status, json={"status": True, "data": "id-1", "error": "unauthorized"})


@BOTH
def test_settings(kind, monkeypatch):
    """A client takes its settings from arguments, then from the environment as it is then."""
    with pytest.raises(ConfigurationError, match="SMALLEST_API_KEY"):
        kind()
    monkeypatch.setenv("SMALLEST_API_KEY", "k")
    assert kind().base_url == "https://api.smallest.ai"
    client = kind(region="us", timeout=5, max_retries=0, headers={"X": "1"})
    assert client.base_url == "https://api.us.smallest.ai"
    assert client._config.timeout == Timeout(5, 5, 5, 600)
    assert repr(client) == f"<{kind.__name__} https://api.us.smallest.ai>"


@BOTH
def test_namespaces_are_made_once(kind):
    """A namespace is made when it is first used, and it is the same one from then on."""
    client = kind("k")
    assert client.atoms is client.atoms
    assert client.waves is client.waves
    close(client)


def test_namespaces_are_made_once_by_threads():
    """Threads that ask at the same time get the same namespace."""
    client = SmallestAI("k")
    barrier = threading.Barrier(8)
    got = []

    def ask():
        barrier.wait(5)
        got.append(client.atoms)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(5)
    client.close()
    assert len(got) == 8
    assert len(set(map(id, got))) == 1


def test_an_operation():
    """An operation takes keyword arguments, returns the typed answer, and raises for a refusal."""
    with (
        httpx.Client(transport=httpx.MockTransport(answer)) as http,
        SmallestAI("right", http_client=http) as client,
    ):
        agent = client.atoms.agents.create_agent(name="Receptionist")
        assert (type(agent).__name__, agent.data) == ("AgentIdResponse", "id-1")
        with pytest.raises(AuthenticationError):
            client.with_options(api_key="wrong").atoms.agents.create_agent(name="Receptionist")


def test_an_async_operation():
    """The same, with await."""

    async def run():
        http = httpx.AsyncClient(transport=httpx.MockTransport(answer))
        async with http, AsyncSmallestAI("right", http_client=http) as client:
            agent = await client.atoms.agents.create_agent(name="Receptionist")
            with pytest.raises(AuthenticationError):
                await client.with_options(api_key="wrong").atoms.user.get_user()
            return agent.data

    assert asyncio.run(run()) == "id-1"


@BOTH
def test_closed(kind):
    """A closed client says so; closing it again does nothing."""
    client = kind("k")
    atoms = client.atoms
    close(client)
    close(client)
    assert client.closed
    assert repr(client).endswith("closed>")
    for use in (lambda: client.waves, lambda: client.atoms, client.with_options):
        with pytest.raises(LocalProtocolError, match="closed"):
            use()
    with pytest.raises(LocalProtocolError, match="closed"):
        finished(atoms.user.get_user())


def test_context_manager():
    """Leaving the ``with`` closes the client, and lets an error through."""
    with pytest.raises(KeyError), SmallestAI("k") as client:
        raise KeyError
    assert client.closed

    async def run():
        async with AsyncSmallestAI("k") as entered:
            assert not entered.closed
        return entered.closed

    assert asyncio.run(run())


@BOTH
def test_with_options(kind):
    """A variant has what was given, keeps the rest, adds headers; the original stays as it is."""
    client = kind("k", base_url="http://h", timeout=5, headers={"X-A": "1"})
    variant = client.with_options(timeout=1, max_retries=0, headers={"X-B": "2"})
    assert type(variant) is kind
    assert variant.base_url == "http://h"
    assert variant._config.timeout.first == 1
    assert variant._config.headers == {"X-A": "1", "X-B": "2"}
    assert (client._config.timeout.first, client._config.max_retries) == (5, 2)
    assert client._config.headers == {"X-A": "1"}
    with pytest.raises(ConfigurationError):
        client.with_options(base_url="ftp://h")
    close(client)


@BOTH
def test_a_variant_shares_connections(kind):
    """Closing a variant leaves the original open; closing the original ends the variant."""
    client = kind("k")
    first, second = client.with_options(timeout=1), client.with_options(timeout=2)
    assert first.atoms is not client.atoms
    close(first)
    assert not client._shared_transport().closed
    second_transport = second._shared_transport()
    close(client)
    assert second_transport.closed


@BOTH
def test_a_variant_keeps_its_original_alive(kind):
    """A variant of a client nobody holds goes on working."""
    variant = kind("k").with_options(timeout=1)
    gc.collect()
    assert not variant._shared_transport().closed
    close(variant)


@BOTH
@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, pickle.dumps])
def test_not_copied(kind, again):
    """Copying or pickling a client is refused with what to do instead."""
    with pytest.raises(TypeError, match="with_options"):
        again(kind("k"))


@BOTH
def test_a_given_client_of_the_wrong_world(kind):
    """A wrong ``http_client`` is refused when the client is made."""
    wrong = httpx.AsyncClient() if kind is SmallestAI else httpx.Client()
    with pytest.raises(ConfigurationError, match="http_client="):
        kind("k", http_client=wrong)


def test_a_forgotten_client_goes_away():
    """A client that is dropped is collected at once: nothing holds it in a cycle."""
    client = SmallestAI("k")
    _ = client.atoms
    gone = weakref.ref(client)
    gc.disable()
    try:
        del client
        assert gone() is None
    finally:
        gc.enable()


class FakeSandbox:
    """Stands for the server: takes options, starts, and is closed."""

    made: list["FakeSandbox"]

    def __init__(self, *, api_key=None, url="http://127.0.0.1:9"):
        self.api_key = api_key
        self.url = url
        self.closed = 0
        self.thread = None
        FakeSandbox.made.append(self)

    def start(self):
        """Start, which a fake need not."""
        return self

    def close(self):
        """Note the call and its thread."""
        self.closed += 1
        self.thread = threading.current_thread()


@pytest.fixture
def sandboxes(monkeypatch):
    """Put the fake in the place of the server."""
    FakeSandbox.made = []
    module = types.ModuleType(SANDBOX)
    module.Sandbox = FakeSandbox
    monkeypatch.setitem(sys.modules, SANDBOX, module)
    return FakeSandbox.made


@BOTH
@pytest.mark.parametrize("key", [None, "own"])
def test_sandbox(kind, key, sandboxes, monkeypatch):
    """A sandbox client speaks to a server of its own, whatever the environment, and ends it."""
    monkeypatch.setenv("SMALLEST_BASE_URL", "https://elsewhere.example")
    client = kind.sandbox(api_key=key)
    (sandbox,) = sandboxes
    assert client.base_url == sandbox.url
    assert client._config.api_key == key or key is None
    close(client.with_options(timeout=1))
    assert sandbox.closed == 0
    close(client)
    close(client)
    assert sandbox.closed == 1
    assert (sandbox.thread is threading.main_thread()) is (kind is SmallestAI)


@BOTH
def test_a_sandbox_is_not_left_behind(kind, sandboxes):
    """When the client cannot be made, the server that was started for it ends."""
    with pytest.raises(ConfigurationError):
        kind.sandbox(url="ftp://h")
    assert sandboxes[0].closed == 1


@BOTH
def test_sandbox_without_its_extra(kind, monkeypatch):
    """Without the packages the error names the one that is missing and the extra to install."""
    error = ModuleNotFoundError("No module named 'starlette'", name="starlette")

    class Missing(types.ModuleType):
        def __getattr__(self, name):
            raise error

    monkeypatch.setitem(sys.modules, SANDBOX, Missing(SANDBOX))
    with pytest.raises(ConfigurationError, match="starlette") as caught:
        kind.sandbox()
    assert "pip install 'smallestai[sandbox]'" in str(caught.value)

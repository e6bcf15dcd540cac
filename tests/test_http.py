"""The adapter over httpx: what is sent, what is repeated, and one error for everything else."""

import asyncio
import gc
import io
import json
import socket
import struct
import sys
import threading
import time
import warnings
from contextlib import contextmanager

import httpx
import pytest

from smallestai import _retry, errors
from smallestai._config import Config, Timeout
from smallestai._http import AsyncTransport, Transport

GET = {"method": "get", "url": "/atoms/v1/agent"}
POST = {"method": "post", "url": "/atoms/v1/conversation/outbound", "json": {"to": "+1"}}
CONFIG = Config.resolve(api_key="sk_0123456789", base_url="https://h.example/p")
WORLDS = pytest.mark.parametrize("world", ["blocking", "async"])


def parse(response):
    return response.json()


def send(world, transport_of, request=GET, options=None, config=CONFIG, parse=parse):
    """Send in either world over a client made of what ``transport_of`` gives, or over our own."""
    if world == "blocking":
        given = transport_of and httpx.Client(transport=transport_of)
        transport = Transport(config, given)
        try:
            return transport.send(request, parse, options)
        finally:
            transport.close()
            if given is not None:
                assert not given.is_closed
                given.close()

    async def run():
        given = transport_of and httpx.AsyncClient(transport=transport_of)
        transport = AsyncTransport(config, given)
        try:
            return await transport.send(request, parse, options)
        finally:
            await transport.close()
            if given is not None:
                assert not given.is_closed
                await given.aclose()

    return asyncio.run(run())


class Script:
    """A service that answers as it is told: a status, (status, headers), or an exception."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.requests = []

    def __call__(self, request):
        """Answer a request."""
        self.requests.append(request)
        answer = self.answers.pop(0) if self.answers else 200
        if isinstance(answer, Exception):
            raise answer
        status, headers = answer if isinstance(answer, tuple) else (answer, {})
        return httpx.Response(status, headers=headers, json={"status": status})

    def run(self, world, request, **given):
        """Send a request to this service."""
        return send(world, httpx.MockTransport(self), request, **given)


@pytest.fixture
def pauses(monkeypatch):
    """Record the pauses between attempts instead of making them."""
    made = []

    async def async_sleep(seconds):
        made.append(seconds)

    monkeypatch.setattr(_retry, "sleep", made.append)
    monkeypatch.setattr(_retry, "async_sleep", async_sleep)
    return made


# --- what is sent


@WORLDS
def test_request_as_sent(world):
    """The request goes below the base URL, with the key and the headers of all levels."""
    script = Script()
    config = CONFIG.replace(headers={"X-A": "client", "X-B": "client"})
    request = {**GET, "params": {"page": 2}, "headers": {"x-b": "request", "X-C": "request"}}
    assert script.run(world, request, config=config, options={"headers": {"X-c": "call"}}) == {
        "status": 200
    }
    (sent,) = script.requests
    assert str(sent.url) == "https://h.example/p/atoms/v1/agent?page=2"
    assert sent.headers["authorization"] == "Bearer sk_0123456789"
    assert sent.headers["x-source"] == sent.headers["user-agent"]
    assert [sent.headers[f"x-{name}"] for name in "abc"] == ["client", "request", "call"]
    assert len(sent.headers.get_list("x-c")) == 1


@WORLDS
def test_timeouts_as_sent(world):
    """An attempt has the connect and the first timeout, or those of the call."""
    script = Script()
    script.run(world, GET)
    script.run(world, GET, options={"timeout": 5})
    script.run(world, GET, options={"timeout": None})
    expected = {"connect": 10.0, "pool": 10.0, "read": 30.0, "write": 30.0}
    assert script.requests[0].extensions["timeout"] == expected
    assert set(script.requests[1].extensions["timeout"].values()) == {5.0}
    assert script.requests[2].extensions["timeout"] == expected


@WORLDS
@pytest.mark.parametrize(
    ("request_", "options", "match"),
    [
        ({**GET, "url": "/agent//calls"}, None, "an id missing"),
        ({**GET, "method": "delete", "url": "/agent/"}, None, "an id missing"),
        ({**GET, "url": "/agent/../user"}, None, "dotted"),
        ({**GET, "url": "/agent/%2E%2e"}, None, "dotted"),
        ({**GET, "url": "https://elsewhere.example/x"}, None, "url="),
        ({**POST, "json": {"speed": float("nan")}}, None, "JSON compliant"),
        ({**POST, "json": {"speed": object()}}, None, "serializable"),
        (GET, {"time_out": 5}, "request_options='time_out'.*headers, max_retries, timeout"),
        (GET, [5], r"request_options=\[5\].*mapping"),
        (GET, {"timeout": 0}, "timeout=0"),
        (GET, {"max_retries": -1}, "max_retries"),
        (GET, {"headers": {"Authorization": "Bearer x"}}, "api_key"),
        (GET, {"headers": {"X": "a\nb"}}, "headers"),
    ],
)
def test_bad_requests_are_not_sent(world, request_, options, match):
    """What no request can be made of is refused here, before anything is sent."""
    script = Script()
    with pytest.raises(errors.ArgumentError, match=match):
        script.run(world, request_, options=options)
    assert not script.requests


@WORLDS
def test_a_post_may_end_in_a_slash(world):
    """A route that ends in a slash is a route."""
    script = Script()
    script.run(world, {**POST, "url": "/waves/v1/stt/"})
    assert script.requests[0].url.path == "/p/waves/v1/stt/"


# --- what comes back


@WORLDS
@pytest.mark.parametrize(
    "body",
    [b"", b"<html>hi</html>", b'{"half": ', b"\xff\xfe\x00", b"null"],
    ids=["empty", "page", "half", "binary", "null"],
)
def test_a_success_that_cannot_be_parsed(world, body):
    """A success with another body than due is an error with status, type and that body."""

    def answer(request):
        headers = {"content-type": "text/html", "x-request-id": "r-1"}
        return httpx.Response(200, content=body, headers=headers)

    with pytest.raises(errors.RemoteProtocolError) as caught:
        send(world, httpx.MockTransport(answer), parse=lambda response: response.json()["id"])
    assert (caught.value.status, caught.value.request_id) == (200, "r-1")
    assert isinstance(caught.value.body, str)
    assert ("empty body" if not body else "text/html") in str(caught.value)
    assert caught.value.__cause__ is not None


@WORLDS
def test_a_large_page_is_shortened(world):
    """The body on an error is a few kilobytes at most."""
    page = httpx.MockTransport(lambda request: httpx.Response(200, text="<p>" * 10**6))
    with pytest.raises(errors.RemoteProtocolError) as caught:
        send(world, page)
    assert len(caught.value.body) <= 4096
    endless = Plain(*[b"<p>" * 10_000] * 100)
    with pytest.raises(errors.APIError) as refused:
        send(world, httpx.MockTransport(lambda request: httpx.Response(418, stream=endless)))
    assert len(refused.value.body) <= 4096
    assert (endless.given, endless.closed) == (3, True)


@WORLDS
def test_a_bad_compression(world):
    """A body that cannot be decompressed is the server's fault."""
    headers = {"content-encoding": "gzip"}
    answer = httpx.MockTransport(
        lambda _: httpx.Response(200, headers=headers, stream=Plain(b"no gzip"))
    )
    with pytest.raises(errors.RemoteProtocolError, match="decompressed"):
        send(world, answer)


class Plain(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that goes out as it is, in pieces."""

    def __init__(self, *pieces):
        self.pieces = pieces
        self.given = 0
        self.closed = False

    def __iter__(self):
        for piece in self.pieces:
            self.given += 1
            yield piece

    async def __aiter__(self):
        for piece in self:
            yield piece

    def close(self):
        """Note that nobody reads on."""
        self.closed = True

    async def aclose(self):
        """Note the same."""
        self.close()


@WORLDS
def test_redirects_are_not_followed(world):
    """A redirect is an error that says what to set, and the key goes nowhere else."""
    script = Script((307, {"location": "https://elsewhere.example/x"}))
    with pytest.raises(errors.APIError, match="base_url") as caught:
        script.run(world, GET)
    assert caught.value.status == 307
    assert len(script.requests) == 1


# --- what is repeated


@WORLDS
@pytest.mark.parametrize(
    ("request_", "answers", "attempts"),
    [
        (GET, [200], 1),
        (GET, [408, 429, 200], 3),
        (GET, [502, 503, 200], 3),
        (GET, [504, 200], 2),
        (GET, [500, 200], 2),
        (GET, [httpx.ReadError("x"), httpx.ReadTimeout("x"), 200], 3),
        (GET, [httpx.RemoteProtocolError("x"), 200], 2),
        ({**GET, "method": "delete"}, [503, 200], 2),
        ({**GET, "method": "put"}, [503, 200], 2),
        (POST, [429, 429, 200], 3),
        (POST, [(503, {"retry-after": "1"}), 200], 2),
        (POST, [httpx.ConnectError("x"), httpx.ConnectTimeout("x"), 200], 3),
        (POST, [httpx.PoolTimeout("x"), 200], 2),
        ({**POST, "method": "patch"}, [429, 200], 2),
    ],
)
def test_repeated_until_it_succeeds(world, pauses, request_, answers, attempts):
    """What can do no harm is sent again."""
    script = Script(*answers)
    assert script.run(world, request_) == {"status": 200}
    assert len(script.requests) == attempts
    assert len(pauses) == attempts - 1


@WORLDS
@pytest.mark.parametrize(
    ("request_", "answers", "attempts", "kind"),
    [
        (GET, [400], 1, errors.BadRequestError),
        (GET, [401], 1, errors.AuthenticationError),
        (GET, [409], 1, errors.ConflictError),
        (GET, [520], 1, errors.ServerError),
        (GET, [500, 500], 2, errors.ServerError),
        (GET, [500, 503, 500], 3, errors.ServerError),
        (GET, [503, 503, 503, 200], 3, errors.ServerError),
        (GET, [(429, {"retry-after": "61"}), 200], 1, errors.RateLimitError),
        (POST, [500, 200], 1, errors.ServerError),
        (POST, [502, 200], 1, errors.ServerError),
        (POST, [503, 200], 1, errors.ServerError),
        (POST, [504, 200], 1, errors.ServerError),
        (POST, [408, 200], 1, errors.APIError),
        (POST, [httpx.ReadTimeout("x"), 200], 1, errors.APITimeoutError),
        (POST, [httpx.WriteTimeout("x"), 200], 1, errors.APITimeoutError),
        (POST, [httpx.ReadError("x"), 200], 1, errors.APIConnectionError),
        (POST, [httpx.RemoteProtocolError("x"), 200], 1, errors.APIConnectionError),
        ({**POST, "method": "patch"}, [502, 200], 1, errors.ServerError),
        (GET, [httpx.LocalProtocolError("x"), 200], 1, errors.LocalProtocolError),
    ],
)
def test_not_repeated(world, pauses, request_, answers, attempts, kind):
    """What may have been carried out, or will not change, is not sent again."""
    script = Script(*answers)
    with pytest.raises(kind):
        script.run(world, request_)
    assert len(script.requests) == attempts


@WORLDS
@pytest.mark.parametrize("level", ["client", "call"])
def test_retries_can_be_switched_off(world, pauses, level):
    """No retries at all, for a client or for one call."""
    script = Script(503, 200)
    config = CONFIG.replace(max_retries=0) if level == "client" else CONFIG
    options = {"max_retries": 0} if level == "call" else None
    with pytest.raises(errors.ServerError):
        script.run(world, GET, config=config, options=options)
    assert len(script.requests) == 1
    assert pauses == []


@WORLDS
def test_pauses_double(world, pauses, monkeypatch):
    """Pauses double from half a second to half a minute; jitter takes up to half of each."""
    script = Script(*[503] * 8)
    script.run(world, GET, options={"max_retries": 20})
    limits = [0.5, 1, 2, 4, 8, 16, 30, 30]
    assert all(limit / 2 <= pause <= limit for pause, limit in zip(pauses, limits, strict=True))
    assert len({pause / limit for pause, limit in zip(pauses, limits, strict=True)}) > 2


@WORLDS
def test_the_service_names_the_pause(world, pauses):
    """A wait the service asks for is kept, fractions and milliseconds too."""
    script = Script((429, {"retry-after": "2.5"}), (429, {"retry-after-ms": "40"}))
    script.run(world, GET)
    assert pauses == [2.5, 0.04]


@WORLDS
def test_no_pause_beyond_the_whole(world, pauses):
    """A pause that would outlast the whole call is not begun."""
    script = Script((429, {"retry-after": "30"}), 200)
    with pytest.raises(errors.RateLimitError):
        script.run(world, GET, options={"timeout": Timeout(total=20)})
    assert pauses == []


@WORLDS
def test_the_whole_is_bounded(world, pauses, monkeypatch):
    """Attempts get what is left of the whole, and when nothing is left the call ends."""
    now = [0.0]
    monkeypatch.setattr(_retry, "monotonic", lambda: now[0])
    seen = []

    def answer(request):
        seen.append(request.extensions["timeout"]["read"])
        now[0] += 8
        raise httpx.ReadTimeout("x")

    config = CONFIG.replace(timeout=Timeout(total=20))
    with pytest.raises(errors.APITimeoutError, match=r"did not finish within 20 s") as caught:
        send(world, httpx.MockTransport(answer), GET, options={"max_retries": 5}, config=config)
    assert seen == [20, 12, 4]
    assert caught.value.timeout == "total"


@WORLDS
def test_a_body_that_drips_is_bounded(world, monkeypatch):
    """A body that comes for ever, piece by piece, ends with the whole call."""
    now = [0.0]
    monkeypatch.setattr(_retry, "monotonic", lambda: now[0])

    class Drip(Plain):
        def __iter__(self):
            while True:
                now[0] += 7
                yield b" "

        async def __aiter__(self):
            for piece in self:
                yield piece

    answer = httpx.MockTransport(lambda request: httpx.Response(200, stream=Drip()))
    with pytest.raises(errors.APITimeoutError) as caught:
        send(world, answer, config=CONFIG.replace(timeout=Timeout(total=20)))
    assert caught.value.timeout == "total"


@WORLDS
def test_an_iterator_is_sent_once(world, pauses):
    """A body that cannot be read twice is not sent twice."""
    script = Script(429, 200)
    body = iter([b"a"]) if world == "blocking" else Plain(b"a").__aiter__()
    with pytest.raises(errors.RateLimitError):
        script.run(world, {"method": "post", "url": "/x", "content": body})
    assert len(script.requests) == 1


@pytest.mark.parametrize(("rewinds", "attempts"), [(True, 2), (False, 1)])
def test_a_pipe_is_sent_once(pauses, rewinds, attempts):
    """A file is read again for a second attempt; what cannot be rewound is sent once."""

    class Recording(io.BytesIO):
        def seekable(self):
            """Tell whether this is a file or a pipe."""
            return rewinds

    script = Script(429, 429)
    files = [("file", ("a.wav", Recording(b"RIFF"), "audio/wav"))]
    upload = {"method": "post", "url": "/x", "files": files}
    with pytest.raises(errors.RateLimitError):
        script.run("blocking", upload, options={"max_retries": 1})
    assert len(script.requests) == attempts
    assert all(b"RIFF" in request.content for request in script.requests)


# --- the caller's own client


def test_a_given_client_stays_as_it_is(pauses):
    """The caller's client keeps headers, hooks and cookies; they apply, and it stays open."""
    script = Script(429, (200, {"set-cookie": "a=1"}))
    seen = []
    with httpx.Client(
        transport=httpx.MockTransport(script),
        headers={"X-Gateway": "1"},
        event_hooks={"response": [lambda response: seen.append(response.status_code)]},
    ) as http:
        before = (
            dict(http.headers),
            {k: list(v) for k, v in http.event_hooks.items()},
            http.timeout,
        )
        transport = Transport(CONFIG, http)
        transport.send(GET, parse, {"headers": {"X-Call": "1"}})
        transport.close()
        assert (dict(http.headers), http.event_hooks, http.timeout) == before
        assert not http.is_closed
    assert seen == [429, 200]
    assert script.requests[0].headers["x-gateway"] == "1"


@WORLDS
def test_a_hook_that_raises(world):
    """A hook that calls ``raise_for_status`` gives the same error as no hook."""

    def hook(response):
        response.raise_for_status()

    async def async_hook(response):
        hook(response)

    def blocking():
        hooks = {"response": [hook]}
        with httpx.Client(transport=httpx.MockTransport(Script(404)), event_hooks=hooks) as http:
            Transport(CONFIG, http).send(GET, parse)

    async def run():
        hooks = {"response": [async_hook]}
        service = httpx.MockTransport(Script(404))
        async with httpx.AsyncClient(transport=service, event_hooks=hooks) as http:
            await AsyncTransport(CONFIG, http).send(GET, parse)

    with pytest.raises(errors.NotFoundError):
        blocking() if world == "blocking" else asyncio.run(run())


def test_a_given_client_of_the_wrong_world():
    """A client of the other world is refused when it is given."""
    with pytest.raises(errors.ConfigurationError, match=r"AsyncClient: must be httpx\.Client"):
        Transport(CONFIG, httpx.AsyncClient())
    with pytest.raises(errors.ConfigurationError, match=r"must be httpx\.AsyncClient"):
        AsyncTransport(CONFIG, object())


@WORLDS
def test_closed(world):
    """After close, of either the transport or the given client, a request is refused at once."""
    if world == "blocking":
        transport = Transport(CONFIG)
        transport.close()
        transport.close()
        with pytest.raises(errors.LocalProtocolError, match="closed"):
            transport.send(GET, parse)
        given = httpx.Client(transport=httpx.MockTransport(Script()))
        transport = Transport(CONFIG, given)
        given.close()
        with pytest.raises(errors.LocalProtocolError, match="closed"):
            transport.send(GET, parse)
        return

    async def run():
        transport = AsyncTransport(CONFIG)
        await transport.close()
        await transport.close()
        with pytest.raises(errors.LocalProtocolError, match="closed"):
            await transport.send(GET, parse)

    asyncio.run(run())


def test_a_copy_shares_the_pool():
    """A transport with other settings uses the same connections and does not close them."""
    script = Script()
    with httpx.Client(transport=httpx.MockTransport(script)) as http:
        transport = Transport(CONFIG, http)
        copy = transport.with_config(CONFIG.replace(api_key="other"))
        copy.send(GET, parse)
        copy.close()
        with pytest.raises(errors.LocalProtocolError):
            copy.send(GET, parse)
        transport.send(GET, parse)
        second = transport.with_config(CONFIG)
        transport.close()
        with pytest.raises(errors.LocalProtocolError):
            second.send(GET, parse)
    keys = [request.headers["authorization"] for request in script.requests]
    assert keys == ["Bearer other", "Bearer sk_0123456789"]


# --- real sockets


class Wire:
    """A server on loopback that gives each connection to a function, and counts them."""

    def __init__(self, serve):
        self._serve = serve
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.connections = 0
        self.stop = threading.Event()
        self._threads = [threading.Thread(target=self._accept, daemon=True)]

    def __enter__(self):
        self._threads[0].start()
        return self

    def __exit__(self, *_):
        self.stop.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(5)
            assert not thread.is_alive()

    def _accept(self):
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            thread = threading.Thread(target=self._handle, args=(connection,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _handle(self, connection):
        with connection:
            connection.settimeout(5)
            self._serve(self, connection)


def request_of(connection):
    """Read one request without a body."""
    received = b""
    while b"\r\n\r\n" not in received:
        piece = connection.recv(65536)
        if not piece:
            return None
        received += piece
    return received


def answering(raw):
    def serve(wire, connection):
        request_of(connection)
        connection.sendall(raw)

    return serve


def resetting(wire, connection):
    request_of(connection)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def silent(wire, connection):
    request_of(connection)
    wire.stop.wait(5)


HALF = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"
PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>"
CLOUD = b"HTTP/1.1 520 Unknown\r\nContent-Length: 20\r\n\r\n<title>broken</title>"
CUT_REFUSAL = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 500\r\n\r\nplan"


@WORLDS
@pytest.mark.parametrize(
    ("serve", "kind"),
    [
        (answering(HALF), errors.APIConnectionError),
        (answering(b""), errors.APIConnectionError),
        (answering(b"SMTP ready\r\n\r\n"), errors.APIConnectionError),
        (answering(PAGE), errors.RemoteProtocolError),
        (answering(CLOUD), errors.ServerError),
        (answering(CUT_REFUSAL), errors.PermissionDeniedError),
        (resetting, errors.APIConnectionError),
        (silent, errors.APITimeoutError),
    ],
    ids=["half", "nothing", "no-http", "page", "520", "cut-refusal", "reset", "silent"],
)
def test_broken_servers(world, serve, kind):
    """Each way a server breaks gives one error of ours in time, and leaves no thread behind."""
    threads = set(threading.enumerate())
    started = time.perf_counter()
    with Wire(serve) as wire:
        config = CONFIG.replace(base_url=wire.url, timeout=Timeout.of(0.2), max_retries=0)
        with pytest.raises(kind) as caught:
            send(world, None, {**GET, "method": "post"}, config=config)
        assert wire.connections == 1
    assert type(caught.value) is kind
    assert time.perf_counter() - started < 3
    assert not [
        each for each in set(threading.enumerate()) - threads if each.join(5) or each.is_alive()
    ]


@WORLDS
def test_silent_server_says_which_timeout(world):
    """A timeout names host, phase, seconds and remedy; a POST is said to be in doubt."""
    with Wire(silent) as wire:
        config = CONFIG.replace(base_url=wire.url, timeout=Timeout(first=0.05))
        with pytest.raises(errors.APITimeoutError) as caught:
            send(world, None, {"method": "post", "url": "/x"}, config=config)
        assert wire.connections == 1
    host = wire.url.removeprefix("http://")
    assert str(caught.value) == (
        f"nothing came from {host} within 0.05 s. Raise it with timeout=Timeout(first=...). "
        "The request may have been carried out all the same."
    )
    assert (caught.value.timeout, caught.value.sent) == ("first", True)


@WORLDS
def test_nobody_listens(world, pauses):
    """A refused connection names the host, was certainly not sent, and was tried again."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    config = CONFIG.replace(base_url=f"http://127.0.0.1:{port}")
    with pytest.raises(
        errors.APIConnectionError, match=f"no connection to 127.0.0.1:{port}: "
    ) as c:
        send(world, None, POST, config=config)
    assert not c.value.sent
    assert len(pauses) == 2


def loop_of(*raw):
    """Answer requests on one connection, as long as there are answers."""

    def serve(wire, connection):
        for answer in raw:
            if request_of(connection) is None:
                return
            connection.sendall(answer)
        wire.stop.wait(5)

    return serve


FINE = b'HTTP/1.1 200 OK\r\nSet-Cookie: s=1; Path=/\r\nContent-Length: 7\r\n\r\n{"a":1}'
BUSY = b"HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n"


def test_connections_are_kept():
    """Requests and retries go over one connection, and no cookie comes back over it."""
    seen = []

    def serve(wire, connection):
        for answer in (BUSY, FINE, FINE):
            seen.append(request_of(connection))
            connection.sendall(answer)
        wire.stop.wait(5)

    with Wire(serve) as wire:
        transport = Transport(CONFIG.replace(base_url=wire.url))
        assert transport.send(GET, parse) == {"a": 1}
        assert transport.send(GET, parse) == {"a": 1}
        transport.close()
        assert wire.connections == 1
    assert len(seen) == 3
    assert not [request for request in seen if b"cookie" in request.lower()]


def test_a_proxy_is_not_asked_for_loopback(monkeypatch):
    """A proxy in the environment is no way to this machine itself."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    with Wire(loop_of(FINE)) as wire:
        config = CONFIG.replace(base_url=wire.url, max_retries=0)
        assert send("blocking", None, GET, config=config) == {"a": 1}


@pytest.mark.parametrize("kind", [Transport, AsyncTransport])
def test_a_socks_proxy_needs_its_package(kind, monkeypatch):
    """A proxy in the environment that httpx cannot use as it is installed: the remedy is named."""
    monkeypatch.setenv("ALL_PROXY", "socks5://127.0.0.1:1")
    monkeypatch.setitem(sys.modules, "socksio", None)
    world = "blocking" if kind is Transport else "async"
    with pytest.raises(errors.ConfigurationError, match=r"pip install 'httpx\[socks\]'"):
        send(world, None, GET, config=CONFIG)


def test_an_abandoned_pool_closes_its_sockets():
    """A transport that is forgotten, not closed, leaks no socket: warnings are errors here."""
    with Wire(loop_of(FINE)) as wire:
        Transport(CONFIG.replace(base_url=wire.url)).send(GET, parse)
        gc.collect()


def test_a_second_event_loop_works():
    """A transport that outlives its event loop opens connections of its own on the next one."""
    with Wire(loop_of(FINE)) as wire:
        transport = AsyncTransport(CONFIG.replace(base_url=wire.url, max_retries=0))

        async def run(*, last):
            answer = await transport.send(GET, parse)
            if last:
                await transport.close()
            return answer

        assert asyncio.run(run(last=False)) == {"a": 1}
        # The first loop ended with a connection open, which Python rightly warns about.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)
            assert asyncio.run(run(last=True)) == {"a": 1}
            gc.collect()
        assert wire.connections == 2


def test_close_from_another_thread():
    """Closing while another thread waits ends that wait with one error of ours, in time."""
    asked = threading.Event()

    def serve(wire, connection):
        request_of(connection)
        asked.set()
        wire.stop.wait(5)

    caught = []

    def call(transport):
        try:
            transport.send(GET, parse)
        except errors.SmallestError as error:
            caught.append(error)

    with Wire(serve) as wire:
        config = CONFIG.replace(base_url=wire.url, timeout=Timeout.of(0.3), max_retries=0)
        transport = Transport(config)
        thread = threading.Thread(target=call, args=(transport,))
        thread.start()
        assert asked.wait(5)
        transport.close()
        thread.join(5)
        assert not thread.is_alive()
    assert [type(error) for error in caught] == [errors.LocalProtocolError]


def test_a_cancelled_call_leaves_nothing():
    """Cancelling a call frees its connection and leaves no task."""

    async def run():
        with Wire(silent) as wire:
            transport = AsyncTransport(CONFIG.replace(base_url=wire.url))
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.05):
                    await transport.send(GET, parse)
            await transport.close()
        return asyncio.all_tasks() - {asyncio.current_task()}

    assert asyncio.run(run()) == set()


def test_threads_share_a_transport():
    """Many threads at once make one pool and all get their answers."""

    def serve(wire, connection):
        while request_of(connection) is not None:
            connection.sendall(FINE)

    with Wire(serve) as wire:
        transport = Transport(CONFIG.replace(base_url=wire.url))
        answers = []
        threads = [
            threading.Thread(target=lambda: answers.append(transport.send(GET, parse)))
            for _ in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(5)
        transport.close()
    assert answers == [{"a": 1}] * 8


# --- streams


@contextmanager
def chunked(*pieces, gate=None):
    """Serve pieces as chunks, each after the gate was opened once more."""

    def serve(wire, connection):
        request_of(connection)
        connection.sendall(b"HTTP/1.1 200 OK\r\nX-Thing: 7\r\nTransfer-Encoding: chunked\r\n\r\n")
        for piece in pieces:
            if gate is not None:
                gate.acquire(timeout=5)
            if piece is None:
                return
            connection.sendall(b"%x\r\n%s\r\n" % (len(piece), piece))
        connection.sendall(b"0\r\n\r\n")

    with Wire(serve) as wire:
        yield CONFIG.replace(base_url=wire.url, timeout=Timeout.of(2))


async def collected(transport, use):
    async with transport.stream(GET) as stream:
        return await use(stream)


def test_a_stream_comes_piece_by_piece():
    """Pieces are given as they come, not when the body is complete."""
    gate = threading.Semaphore(0)
    with chunked(b"one", b"two", gate=gate) as config:
        transport = Transport(config)
        with transport.stream(GET) as stream:
            assert (stream.status, stream.headers["x-thing"]) == (200, "7")
            pieces = iter(stream)
            gate.release()
            assert next(pieces) == b"one"
            gate.release()
            assert list(pieces) == [b"two"]
        transport.close()


def test_an_async_stream_comes_piece_by_piece():
    """The same, asynchronously."""
    gate = threading.Semaphore(0)

    async def use(stream):
        assert (stream.status, stream.headers["x-thing"]) == (200, "7")
        pieces = stream.__aiter__()
        gate.release()
        first = await anext(pieces)
        gate.release()
        return [first, *[piece async for piece in pieces]]

    async def run(config):
        transport = AsyncTransport(config)
        try:
            return await collected(transport, use)
        finally:
            await transport.close()

    with chunked(b"one", b"two", gate=gate) as config:
        assert asyncio.run(run(config)) == [b"one", b"two"]


@WORLDS
def test_a_stream_can_be_read_whole(world):
    """The whole body can be had at once."""
    with chunked(b"one", b"two") as config:
        if world == "blocking":
            transport = Transport(config)
            with transport.stream(GET) as stream:
                assert stream.read() == b"onetwo"
            transport.close()
            return

        async def run():
            transport = AsyncTransport(config)
            async with transport.stream(GET) as stream:
                assert await stream.read() == b"onetwo"
            await transport.close()

        asyncio.run(run())


@WORLDS
def test_a_stream_that_breaks(world):
    """A stream that breaks off gives its pieces, then one error of ours."""
    pieces = []

    def blocking(config):
        transport = Transport(config)
        try:
            with transport.stream(GET) as stream:
                pieces.extend(iter(stream))
        finally:
            transport.close()

    async def run(config):
        transport = AsyncTransport(config)
        try:
            async with transport.stream(GET) as stream:
                async for piece in stream:
                    pieces.append(piece)
        finally:
            await transport.close()

    with chunked(b"one", None) as config, pytest.raises(errors.APIConnectionError):
        blocking(config) if world == "blocking" else asyncio.run(run(config))
    assert pieces == [b"one"]


def test_a_refused_stream(pauses):
    """A stream is repeated and refused as any request is, before it opens."""
    script = Script(503, 401)
    with httpx.Client(transport=httpx.MockTransport(script)) as http:
        transport = Transport(CONFIG, http)
        with pytest.raises(errors.AuthenticationError), transport.stream(GET):
            raise AssertionError
    assert len(script.requests) == 2


def test_a_stream_is_closed_when_it_is_left():
    """A stream that is left early frees its connection, and cannot be read afterwards."""
    body = Plain(b"one", b"two")
    service = httpx.MockTransport(lambda request: httpx.Response(200, stream=body))

    with httpx.Client(transport=service) as http, Transport(CONFIG, http).stream(GET) as stream:
        assert next(iter(stream)) == b"one"
    assert (body.given, body.closed) == (1, True)
    with pytest.raises(errors.LocalProtocolError):
        stream.read()


def test_an_async_stream_is_closed_when_it_is_left():
    """The same, asynchronously."""
    body = Plain(b"one", b"two")
    service = httpx.MockTransport(lambda request: httpx.Response(200, stream=body))

    async def run():
        async with httpx.AsyncClient(transport=service) as http:
            async with AsyncTransport(CONFIG, http).stream(GET) as stream:
                assert await anext(aiter(stream)) == b"one"
            assert (body.given, body.closed) == (1, True)
            with pytest.raises(errors.LocalProtocolError):
                await stream.read()

    asyncio.run(run())


def test_json_is_plain():
    """A request's JSON body is sent as it was given."""
    script = Script()
    script.run("blocking", {**POST, "json": {"text": "héllo"}})
    assert json.loads(script.requests[0].content) == {"text": "héllo"}

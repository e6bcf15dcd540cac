"""The logger is silent until asked, and no key leaves through it or any other text."""

import asyncio
import copy
import logging
import subprocess
import sys
import traceback

import httpx
import pytest

from smallestai import AsyncSmallestAI, SmallestAI, SmallestError
from smallestai._config import Config
from smallestai._http import AsyncTransport, Transport
from smallestai._logging import redact

SECRET = "sk_live_0123456789"
PLAIN = "plainlookingkey"
REQUEST = {"method": "post", "url": "/waves/v1/tts?token=wat_also_secret", "json": {"text": "Hi."}}


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        (f"Authorization: Bearer {SECRET}", "Authorization: Bearer ***"),
        (f"key {SECRET}, again", "key ***, again"),
        ("wss://h/live?token=abc&x=1", "wss://h/live?token=***&x=1"),
        ("https://h/?x=1&api_key=abc", "https://h/?x=1&api_key=***"),
        ("wat_0123456789abcdef", "***"),
        ("https://me:hunter2@h/x", "https://me:***@h/x"),
        ("Unauthorized: No tokens provided", "Unauthorized: No tokens provided"),
        ("task_force sk wat_ token", "task_force sk wat_ token"),
    ],
)
def test_redact(text, clean):
    """What looks like a key is masked, and nothing else."""
    assert redact(text) == clean


def test_redact_known_keys():
    """A key that looks like nothing is masked when it is known."""
    assert redact(f"a {PLAIN} b", PLAIN, "") == "a *** b"


def test_silent_by_default():
    """Nothing is printed by a program that has not set up logging."""
    program = (
        "import logging, smallestai._logging as l;"
        "l.logger.error('said'); logging.getLogger('smallestai.x').error('said')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout + done.stderr == ""


def texts_of(error):
    """Return everything a program may print of an error."""
    yield from (str(error), repr(error), repr(vars(error)))
    yield "".join(traceback.format_exception(error))


def fault(request):
    key = request.headers["authorization"].removeprefix("Bearer ")
    return httpx.Response(
        {"refused": 401, "retried": 429, "garbage": 200}[request.headers["x-case"]],
        headers={"x-request-id": "req-7", "x-echo": key, "retry-after": "0"},
        json={"error": f"the key {key} is wrong"},
    )


def parse(response):
    return response.json()["speech"]


@pytest.mark.parametrize("key", [SECRET, PLAIN])
@pytest.mark.parametrize("case", ["refused", "retried", "garbage"])
def test_no_key_in_any_text(caplog, key, case):
    """A server that echoes the key, at any status, brings it into no log line and no error."""
    caplog.set_level(logging.DEBUG)
    config = Config.resolve(api_key=key)
    options = {"headers": {"x-case": case}, "max_retries": 1}
    with httpx.Client(transport=httpx.MockTransport(fault)) as http:
        transport = Transport(config, http)
        with pytest.raises(SmallestError) as caught:
            transport.send(REQUEST, parse, options)
    shown = [*texts_of(caught.value), caplog.text, repr(config), repr(transport)]
    assert not [text for text in shown if key in text]
    ours = [record.getMessage() for record in caplog.records if record.name == "smallestai"]
    assert ours
    assert not [line for line in ours if "also_secret" in line]


def test_the_cause_is_quoted_without_the_key():
    """What httpx says of a failure is quoted, the key left out."""

    def refuse(request):
        raise httpx.ConnectError(f"the proxy does not take {PLAIN}")

    with httpx.Client(transport=httpx.MockTransport(refuse)) as http:
        transport = Transport(Config.resolve(api_key=PLAIN, max_retries=0), http)
        with pytest.raises(SmallestError, match=r"the proxy does not take \*\*\*"):
            transport.send(REQUEST, parse)


def test_clients_hide_the_key():
    """The repr of a client and of what hangs on it has no key."""
    with SmallestAI(SECRET) as client:
        assert SECRET not in repr(client) + repr(client._config)
        with pytest.raises(TypeError) as caught:
            copy.copy(client)
        assert SECRET not in "".join(texts_of(caught.value))
    assert SECRET not in repr(AsyncSmallestAI(SECRET))


def test_one_line_per_answer(caplog):
    """DEBUG has a line per answer with method, URL, status and request id; INFO has the retries."""
    caplog.set_level(logging.DEBUG, "smallestai")

    async def run():
        async with httpx.AsyncClient(transport=httpx.MockTransport(fault)) as http:
            transport = AsyncTransport(Config.resolve(api_key=SECRET), http)
            options = {"headers": {"x-case": "retried"}, "max_retries": 1}
            await transport.send({**REQUEST, "url": "/waves/v1/tts"}, bytes, options)

    with pytest.raises(SmallestError):
        asyncio.run(run())
    lines = [(r.levelname, r.getMessage()) for r in caplog.records if r.name == "smallestai"]
    name = "POST https://api.smallest.ai/waves/v1/tts"
    assert [level for level, _ in lines] == ["DEBUG", "INFO", "DEBUG"]
    assert all(line.startswith(f"{name}: ") for _, line in lines)
    assert "429 in " in lines[0][1]
    assert lines[0][1].endswith("request id req-7")
    assert "retry 1 of 1 in 0.00 s after status 429" in lines[1][1]

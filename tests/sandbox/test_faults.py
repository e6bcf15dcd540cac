"""Failures on request: how they are asked for, whom they meet, what the client sees."""

import re
import threading

import httpx
import pytest
from speaking import HEADERS, KEY, VOICE

from smallestai.errors import ArgumentError
from smallestai.sandbox import (
    Sandbox,
    atoms_realtime,
    fault_names,
    faults_http,
    faults_sockets,
    hydra,
    transcription_live,
)
from smallestai.sandbox.fault_names import REQUESTS
from smallestai.sandbox.faults import Fault, Faults
from smallestai.sandbox.faults_http import reply_of

AGENTS = "/atoms/v1/agent"
TTS = "/waves/v1/tts"
HEALTH = "/waves/v1/health"


@pytest.fixture(scope="module")
def started():
    """Give a sandbox that knows one key."""
    with Sandbox(api_key=KEY) as made:
        yield made


@pytest.fixture
def sandbox(started):
    """Give that sandbox without faults of earlier tests."""
    started.recover()
    return started


@pytest.fixture
def client(sandbox):
    """Give a client with the key."""
    with httpx.Client(base_url=sandbox.url, headers=HEADERS, trust_env=False) as made:
        yield made


# The registry


def take(faults, path, method="GET", headers=None, query=None, *, request=False):
    """Return the name of the fault that meets a request."""
    taker = faults.take_request if request else faults.take
    found = taker(method, path, headers or {}, query or {})
    return found and found.name


def test_a_fault_meets_its_target_only():
    """The method and the path must be those of the target; a name in braces is one part."""
    fault = Fault("x", "POST /a/{id}/b")
    assert fault.meets("POST", "/a/1.2/b")
    for method, path in (("GET", "/a/1/b"), ("POST", "/a/1/2/b"), ("POST", "/a//b")):
        assert not fault.meets(method, path)
    assert not Fault("x", "GET /a.b").meets("GET", "/aXb")
    assert Fault("x").meets("PUT", "/any")


def test_faults_are_used_up_in_order():
    """Each counts down; the first that fits is taken first."""
    faults = Faults()
    faults.add("first", "GET /a", times=2)
    faults.add("second")
    assert take(faults, "/b") == "second"
    assert [take(faults, "/a") for _ in range(3)] == ["first", "first", None]
    assert faults.waiting() == []


def test_a_fault_without_a_count_stays():
    """`times=None` is for ever, until all are cleared."""
    faults = Faults()
    faults.add("always", times=None)
    assert [take(faults, "/a") for _ in range(3)] == ["always"] * 3
    faults.clear()
    assert take(faults, "/a") is None


def test_after_lets_requests_through_but_counts_frames_for_sockets():
    """Over HTTP the fault comes after that many requests; a socket takes it when it opens."""
    faults = Faults()
    faults.add("late", after=2)
    seen = [take(faults, "/a", request=True) for _ in range(4)]
    assert seen == [None, None, "late", None]
    faults.add("late", after=2)
    assert take(faults, "/a") == "late"


def test_a_request_may_ask_for_its_own_fault():
    """The header and the query name one, and the faults that wait are not used up."""
    faults = Faults()
    faults.add("waiting")
    assert take(faults, "/a", headers={"x-sandbox-fault": "mine"}) == "mine"
    assert take(faults, "/a", query={"sandbox_fault": "mine"}) == "mine"
    assert take(faults, "/a") == "waiting"


@pytest.mark.parametrize(
    "wrong",
    [{"name": ""}, {"name": "rate_limitd"}, {"name": "refuse_200"},
     {"name": "drop", "target": "/a"}, {"name": "drop", "times": 0},
     {"name": "drop", "after": -1}, {"name": "drop", "times": "2"}],
)  # fmt: skip
def test_what_is_no_fault_is_refused(sandbox, client, wrong):
    """From a program it is an error of the argument, over HTTP 400."""
    with pytest.raises(ArgumentError):
        sandbox.fail(**wrong)
    reply = client.post("/sandbox/faults", json=wrong)
    assert reply.status_code == 400
    assert "fault" in reply.json()["error"]
    assert client.post("/sandbox/faults", content=b"[").status_code == 400
    assert client.get("/sandbox/faults").json() == []


@pytest.mark.parametrize(
    ("module", "names"),
    [
        (faults_http, fault_names.REQUESTS),
        (faults_sockets, fault_names.SOCKETS),
        (hydra, fault_names.HYDRA),
        (atoms_realtime, fault_names.AGENT),
        (transcription_live, fault_names.TRANSCRIPTION),
    ],
)
def test_every_fault_is_known_and_described(module, names):
    """The names that are accepted are those in the table of the module that acts them out."""
    cells = re.findall(r"(?m)^\| (`[^|]*) \|", module.__doc__)
    described = re.findall(r"`(\w+)`", " ".join(cells))
    assert {name for name in described if not name.startswith("refuse_")} == {*names}
    assert all(fault_names.checked(name) == name for name in described)


def test_a_misspelt_fault_is_told_its_name(sandbox):
    """The error has the name that was meant."""
    with pytest.raises(ArgumentError, match="did you mean 'rate_limited'"):
        sandbox.fail("rate_limitd")


# Asking over HTTP


def test_faults_over_http(client):
    """They are added, listed and cleared, and act."""
    wanted = {
        "name": "rate_limited",
        "target": f"POST {TTS}",
        "times": 2,
        "after": 0,
        "options": {"retry_after": 3},
    }
    reply = client.post("/sandbox/faults", json=wanted)
    assert (reply.status_code, reply.json()) == (201, wanted)
    assert client.get("/sandbox/faults").json() == [wanted]
    reply = client.post(TTS, json=VOICE | {"text": "Hi"})
    assert (reply.status_code, reply.headers["retry-after"]) == (429, "3")
    assert client.delete("/sandbox/faults").status_code == 204
    assert client.post(TTS, json=VOICE | {"text": "Hi"}).status_code == 200


def test_faults_need_the_key_and_never_meet_their_own_route(sandbox):
    """A stranger cannot arm one, and one for every route can still be taken back."""
    with httpx.Client(base_url=sandbox.url, trust_env=False) as stranger:
        assert stranger.delete("/sandbox/faults").status_code == 401
        sandbox.fail("server_error", times=None)
        assert stranger.delete("/sandbox/faults", headers=HEADERS).status_code == 204
        assert stranger.get(HEALTH).status_code == 200


def test_a_sandbox_that_does_not_run_takes_none():
    """There is nothing yet that could fail."""
    with pytest.raises(RuntimeError):
        Sandbox().fail("drop")


# Replies


ATOMS = {
    "bad_request": (400, {"status", "errors"}),
    "plan_gate": (400, {"status", "errors"}),
    "unauthorized": (401, {"status", "errors"}),
    "payment_required": (400, {"status", "errors"}),
    "forbidden": (403, {"status", "errors"}),
    "organization_gate": (403, {"status", "errors"}),
    "not_found": (404, {"status", "errors"}),
    "conflict": (409, {"status", "errors"}),
    "retired_route": (409, {"status", "errors", "error_type"}),
    "gone": (410, {"status", "errors"}),
    "too_large": (413, {"status", "errors"}),
    "frozen": (423, {"status", "errors", "error_type"}),
    "rate_limited": (429, {"status", "error", "code", "retry_after"}),
    "concurrency": (429, {"status", "error", "code", "retry_after"}),
    "server_error": (500, {"status", "errors"}),
    "upstream": (502, {"status", "errors"}),
    "unavailable": (503, {"status", "errors"}),
}
WAVES = {name: (status, {"error"}) for name, (status, _) in ATOMS.items()} | {
    "payment_required": (402, {"error"}),
    "retired_route": (410, {"status", "error_code", "message", "recommended_endpoint"}),
}


def test_every_name_has_its_reply():
    """The two tables of this test hold all names that end in a JSON body."""
    assert {*REQUESTS} - {"html", "hang", "drop"} == ATOMS.keys() == WAVES.keys()


@pytest.mark.parametrize("name", ATOMS)
def test_the_replies_of_both_services(client, name):
    """Status and envelope are those of the service that the path belongs to."""
    for path, table in ((AGENTS, ATOMS), (HEALTH, WAVES)):
        reply = client.get(path, headers={"X-Sandbox-Fault": name})
        assert (reply.status_code, reply.json().keys()) == table[name]
        assert "x-request-id" in reply.headers


def test_a_plan_gate_says_upgrade_and_plan(client):
    """Clients tell it from other refusals by these two words."""
    for path in (AGENTS, HEALTH):
        text = client.get(path, params={"sandbox_fault": "plan_gate"}).text.lower()
        assert "upgrade" in text
        assert "plan" in text


def test_a_retired_route_names_its_end(client):
    """Atoms sends the deprecation headers."""
    reply = client.get(AGENTS, headers={"X-Sandbox-Fault": "retired_route"})
    assert {"deprecation", "sunset"} <= reply.headers.keys()


@pytest.mark.parametrize(
    ("path", "name", "body"),
    [
        ("/waves/v1/tts", "bad_request", {"error": [{"code", "path", "message"}]}),
        ("/waves/v1/stt/", "bad_request", {"error": str, "request_id": str}),
        ("/waves/v1/stt/", "unavailable", {"error": str, "request_id": str}),
        ("/waves/v1/pulse/get_text", "too_large", {"errors": str, "status": str, "message": str}),
        ("/waves/v1/pronunciation-dicts", "bad_request", {"error": str, "details": list}),
        (
            "/waves/v1/chat/completions",
            "rate_limited",
            {"error": {"message", "type", "request_id"}},
        ),
    ],
)
def test_envelopes_of_single_waves_routes(path, name, body):
    """Routes of Waves with an envelope of their own keep to it."""
    import json

    sent = json.loads(reply_of(Fault(name), path).body)
    assert sent.keys() == body.keys()
    for key, expected in body.items():
        if isinstance(expected, set):
            assert sent[key].keys() == expected
        elif isinstance(expected, list):
            assert sent[key][0].keys() == expected[0]
        else:
            assert isinstance(sent[key], expected)


def test_a_page_instead_of_json(client):
    """`html` is the page of a proxy, with a status of choice."""
    client.post("/sandbox/faults", json={"name": "html", "options": {"status": 504}})
    reply = client.get(AGENTS)
    assert reply.status_code == 504
    assert reply.headers["content-type"].startswith("text/html")


def test_an_unknown_name_is_told(client):
    """A slip of the pen is no silent success."""
    reply = client.get(AGENTS, headers={"X-Sandbox-Fault": "rate_limit"})
    assert reply.status_code == 400
    assert "rate_limited" in reply.json()["error"]


# Broken connections


def broken_off(client, method, path, **options):
    """Return what arrives of a body that breaks off."""
    received = bytearray()

    def gather(reply):
        for part in reply.iter_raw():
            received.extend(part)

    with client.stream(method, path, **options) as reply:
        assert reply.status_code == 200
        with pytest.raises(httpx.RemoteProtocolError):
            gather(reply)
    return bytes(received)


def test_a_drop_comes_half_way_through_a_body(sandbox, client):
    """What was announced does not all arrive; the next request is answered."""
    whole = client.get("/waves/v1/lightning-v3.1/get_voices").content
    sandbox.fail("drop", "GET /waves/v1/{model}/get_voices")
    received = broken_off(client, "GET", "/waves/v1/lightning-v3.1/get_voices")
    assert received == whole[: len(whole) // 2]
    assert client.get(HEALTH).status_code == 200


def test_a_drop_of_a_stream_after_a_number_of_bytes(sandbox, client):
    """A body without an announced length ends where the option says, and not as it should."""
    sandbox.fail("drop", f"POST {TTS}", after_bytes=12345)
    received = broken_off(client, "POST", TTS, json=VOICE | {"text": "Hello there, all of you."})
    assert len(received) == 12345


def test_a_hang_lasts_until_the_client_goes(sandbox, client):
    """Without an option nothing comes; the client's own patience ends it."""
    sandbox.fail("hang", f"GET {HEALTH}")
    with pytest.raises(httpx.ReadTimeout):
        client.get(HEALTH, timeout=0.05)
    assert client.get(HEALTH).status_code == 200


def test_a_hang_may_end(sandbox, client):
    """With `seconds` the right reply comes late."""
    sandbox.fail("hang", f"GET {HEALTH}", seconds=0.01)
    assert client.get(HEALTH).json()["status"] == "ok"


def test_faults_may_be_added_from_other_threads(sandbox, client):
    """A program arms a fault while another thread uses the client."""
    thread = threading.Thread(target=sandbox.fail, args=("unavailable", f"GET {HEALTH}"))
    thread.start()
    thread.join()
    assert client.get(HEALTH).status_code == 503

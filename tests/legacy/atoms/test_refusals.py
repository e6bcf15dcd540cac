"""Errors that are those of requests too, as programs of 4.3 catch them."""

from __future__ import annotations

import json
import pickle
import sys
import threading
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest
from servers import answer, http_server, tcp_server

from smallestai import atoms
from smallestai.atoms import exceptions
from smallestai.atoms.legacy.refusals import _kind_of
from smallestai.errors import NotFoundError, SmallestError

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator

pytestmark = pytest.mark.filterwarnings("ignore:.*is kept for old programs:DeprecationWarning")

KEY = "sk_the-secret-key"


@pytest.fixture(params=["requests", "a stand-in", "nothing"])
def theirs(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The exceptions of requests where it is installed, of one that we made, or none."""
    _kind_of.cache_clear()
    if request.param == "requests":
        yield pytest.importorskip("requests").exceptions
    elif request.param == "nothing":
        monkeypatch.setitem(sys.modules, "requests", None)
        monkeypatch.setitem(sys.modules, "requests.exceptions", None)
        yield None
    else:
        module = ModuleType("requests.exceptions")
        module.RequestException = type("RequestException", (OSError,), {})
        for name in ("HTTPError", "ConnectionError", "Timeout", "InvalidJSONError"):
            setattr(module, name, type(name, (module.RequestException,), {}))
        monkeypatch.setitem(sys.modules, "requests", ModuleType("requests"))
        monkeypatch.setitem(sys.modules, "requests.exceptions", module)
        yield module
    _kind_of.cache_clear()


def is_of(error: BaseException, theirs: Any, name: str) -> bool:
    """Tell whether an error is of that name of requests, where there is requests."""
    return theirs is None or isinstance(error, getattr(theirs, name))


@pytest.mark.parametrize("status", [400, 401, 404, 429, 500])
def test_a_refusal(status: int, theirs: Any) -> None:
    """It is an error of both kinds, with the answer on it and without the key, and pickles."""
    text = json.dumps({"status": False, "errors": [f"No, {KEY}"]})
    page = answer(text.encode(), "application/json", status=f"{status} No")
    with http_server(page) as (url, _), atoms.Campaign(url, KEY) as campaigns:
        with pytest.raises(atoms.ApiException) as caught:
            campaigns.pause("c1")
    error = caught.value
    assert is_of(error, theirs, "HTTPError")
    assert is_of(error, theirs, "RequestException")
    response = error.response
    assert (error.status, response.status_code, response.ok) == (status, status, False)
    assert response.json() == {"status": False, "errors": ["No, ***"]}
    assert (response.text, response.content) == (error.body, error.body.encode())
    assert response.headers["X-Request-Id"] == "req-1"
    assert KEY not in f"{error} {error!r} {vars(error)} {vars(response)}"
    assert isinstance(error.__cause__, SmallestError)
    twin = pickle.loads(pickle.dumps(error))
    assert type(twin) is type(error)
    assert (str(twin), twin.response.status_code) == (str(error), status)
    assert error.data is None or error.data.errors == ["No, ***"]


def test_all_dicts_of_the_old_client_raise_them(theirs: Any) -> None:
    """So do the four operations that return a dict from 4.3 on; the others raise as before."""
    page = answer(b"{}", "application/json", status="404 No")
    with http_server(*[page] * 5) as (url, _):
        with atoms.AtomsClient(atoms.Configuration(url, access_token=KEY, retries=0)) as client:
            for name in ("delete_agent", "get_agent_by_id", "get_campaign_by_id", "start_campaign"):
                with pytest.raises(exceptions.NotFoundException) as caught:
                    getattr(client, name)("x1")
                assert is_of(caught.value, theirs, "HTTPError")
                assert isinstance(caught.value.__cause__, NotFoundError)
            with pytest.raises(exceptions.NotFoundException) as plain:
                client.pause_campaign("c1")
    assert type(plain.value) is exceptions.NotFoundException


@pytest.mark.parametrize(
    ("kind", "body"), [("text/html", b"<h1>Hello</h1>"), ("application/json", b"{")]
)
def test_a_success_of_no_use(kind: str, body: bytes, theirs: Any) -> None:
    """What is no JSON is an error with its text."""
    with http_server(answer(body, kind)) as (url, _), atoms.KB(url, KEY) as bases:
        with pytest.raises(atoms.ApiException) as caught:
            bases.list()
    assert is_of(caught.value, theirs, "InvalidJSONError")
    assert (caught.value.status, caught.value.response.content) == (0, body)


def test_nobody_answers(theirs: Any) -> None:
    """A service that cannot be reached is a ConnectionError; there is no answer on it."""
    with http_server() as (url, _):
        pass
    with atoms.Call(url, KEY) as calls, pytest.raises(atoms.ApiException) as caught:
        calls.search_calls(["c1"])
    assert is_of(caught.value, theirs, "ConnectionError")
    assert (caught.value.status, caught.value.response) == (0, None)


def test_no_answer_in_time(theirs: Any) -> None:
    """A service that does not answer is a Timeout."""
    done = threading.Event()

    def wait(connection: socket.socket) -> None:
        done.wait(10)

    with tcp_server(wait) as url:
        settings = atoms.Configuration(url, access_token=KEY, retries=0)
        with atoms.AtomsClient(settings) as client, pytest.raises(atoms.ApiException) as caught:
            client.get_agent_by_id("a1", _request_timeout=0.1)
        done.set()
    assert is_of(caught.value, theirs, "Timeout")
    assert (caught.value.status, caught.value.response) == (0, None)

"""The old client of agents around its operations: settings, errors, connections, names."""

from __future__ import annotations

import copy
import inspect
import json
import pickle
import re
import subprocess
import sys
import warnings
from typing import TYPE_CHECKING, Any

import pytest
from servers import answer, http_server, read_request, tcp_server

import smallestai
from smallestai import atoms
from smallestai.atoms import exceptions, rest
from smallestai.atoms.api_response import ApiResponse as Wrapper
from smallestai.atoms.legacy.newer_tables import NEWER
from smallestai.atoms.legacy.renamed import RENAMED
from smallestai.errors import AuthenticationError, SmallestError

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator

pytestmark = pytest.mark.filterwarnings("ignore:.*is kept for old programs:DeprecationWarning")

KEY = "sk_the-secret-key"
KINDS = {
    400: exceptions.BadRequestException,
    401: exceptions.UnauthorizedException,
    403: exceptions.ForbiddenException,
    404: exceptions.NotFoundException,
    409: exceptions.ConflictException,
    422: exceptions.UnprocessableEntityException,
    429: exceptions.ApiException,
    500: exceptions.ServiceException,
    503: exceptions.ServiceException,
}


@pytest.fixture(autouse=True)
def no_defaults() -> Iterator[None]:
    yield
    atoms.Configuration.set_default(None)
    atoms.ApiClient.set_default(None)


def client_of(url: str, **options: Any) -> atoms.ApiClient:
    """Return a client that sends nothing twice."""
    return atoms.ApiClient(atoms.Configuration(url, access_token=KEY, retries=0, **options))


@pytest.mark.parametrize("status", KINDS)
def test_refusals(status: int) -> None:
    """Each status has its class; the text is there, the model where there is one, not the key."""
    text = json.dumps({"status": False, "errors": [f"No, {KEY}"]})
    with http_server(answer(text.encode(), "application/json", status=f"{status} No")) as (url, _):
        with client_of(url) as client, pytest.raises(rest.ApiException) as caught:
            atoms.AgentsApi(client).get_agent_by_id("a1")
    error = caught.value
    assert type(error) is KINDS[status]
    assert error.status == status
    assert error.body == text.replace(KEY, "***")
    kinds = {400: "BadRequestErrorResponse", 401: "UnauthorizedErrorReponse"}
    kinds[500] = "InternalServerErrorResponse"
    if status in kinds:
        assert type(error.data) is getattr(atoms, kinds[status])
        assert error.data.errors == ["No, ***"]
    else:
        assert error.data is None
    assert error.headers is not None
    assert error.headers["x-request-id"] == "req-1"
    assert str(error).startswith(f"({status})\nReason: {error.reason}\nHTTP response headers: {{")
    assert "No, ***" in str(error)
    assert isinstance(error.__cause__, SmallestError)
    twin = pickle.loads(pickle.dumps(error))
    assert (str(twin), twin.data) == (str(error), error.data)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/html", b"<h1>Hello</h1>"),
        ("application/json", b"{"),
        ("application/json", b"[1]"),
    ],
)
def test_successes_of_no_use(kind: str, body: bytes) -> None:
    """A success that is no JSON object is an error of status 0 with its text."""
    with http_server(answer(body, kind)) as (url, _), client_of(url) as client:
        with pytest.raises(atoms.ApiException) as caught:
            atoms.UserApi(client).get_current_user()
    assert (caught.value.status, caught.value.body) == (0, body.decode())


def test_an_unreadable_refusal() -> None:
    """The status counts where the body says nothing; the raw variant raises for none."""
    page = answer(b"<h1>Gone</h1>", "text/html", status="401 No")
    with http_server(page, page) as (url, _), client_of(url) as client:
        api = atoms.UserApi(client)
        with pytest.raises(exceptions.UnauthorizedException) as caught:
            api.get_current_user()
        raw = api.get_current_user_without_preload_content()
    assert (caught.value.data, caught.value.body) == (None, "<h1>Gone</h1>")
    assert (raw.status, raw.data) == (401, b"<h1>Gone</h1>")
    assert isinstance(caught.value.__cause__, AuthenticationError)


def test_nobody_answers() -> None:
    """A service that cannot be reached is an error of status 0."""
    with http_server() as (url, _):
        pass
    with client_of(url) as client, pytest.raises(atoms.ApiException, match="no connection") as told:
        atoms.UserApi(client).get_current_user(_request_timeout=(1, 2))
    assert told.value.status == 0


def test_a_post_is_sent_once() -> None:
    """GET is sent again after a 503, POST never."""
    busy = answer(b"{}", "application/json", status="503 Busy")
    quick = busy.replace(b"X-Request-Id", b"Retry-After: 0\r\nX-Request-Id")
    done = answer(b'{"status": true}', "application/json")
    with http_server(quick, done, quick) as (url, requests):
        client = atoms.ApiClient(atoms.Configuration(host=url, access_token=KEY))
        with client:
            assert atoms.UserApi(client).get_current_user().status is True
            with pytest.raises(exceptions.ServiceException):
                atoms.CampaignsApi(client).start_campaign("c1")
    assert [each[:4] for each in requests] == [b"GET ", b"GET ", b"POST"]


def test_headers_and_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """A default header goes before that of a call; ``_request_auth`` before the key; or none."""
    monkeypatch.delenv("SMALLEST_API_KEY")
    done = answer(b"{}", "application/json")
    other = {"type": "api_key", "in": "header", "key": "X-Key", "value": "other"}
    with http_server(done, done) as (url, requests):
        configuration = atoms.Configuration(host=url)
        assert configuration.access_token is None
        with atoms.ApiClient(configuration, "X-Who", "us", cookie="a=b") as client:
            client.user_agent = "old-program/1"
            api = atoms.UserApi(client)
            api.get_current_user(_headers={"User-Agent": "x", "X-Own": "1"})
            configuration.access_token = KEY
            api.get_current_user(_request_auth=other)
    first, second = requests
    assert b"uthorization" not in first + second
    for line in (b"User-Agent: old-program/1", b"X-Who: us", b"X-Own: 1", b"Cookie: a=b"):
        assert line in first
    assert b"X-Key: other" in second


@pytest.mark.parametrize("key", ["two words", "line\nbreak", "k\u00e9y"])
def test_a_key_that_cannot_be(key: str) -> None:
    """It is a `ValueError` that does not show it, and nothing is sent."""
    with http_server() as (url, requests):
        with atoms.ApiClient(atoms.Configuration(host=url, access_token=key)) as client:
            with pytest.raises(atoms.ApiValueError, match="the API key has") as caught:
                atoms.UserApi(client).get_current_user()
    assert key not in str(caught.value)
    assert requests == []


def test_one_connection_for_all() -> None:
    """All classes of one client share its connections."""
    met: list[socket.socket] = []
    kept = answer(b'{"status": true}', "application/json").replace(b"Connection: close\r\n", b"")

    def talk(connection: socket.socket) -> None:
        met.append(connection)
        while read_request(connection):
            connection.sendall(kept)

    with tcp_server(talk) as url:
        with atoms.AtomsClient(atoms.Configuration(host=url, access_token=KEY)) as client:
            client.get_current_user()
            client.agents_api.agent_id_delete("a1")
            client.start_campaign(id="c1")
    assert len(met) == 1


def test_a_client_goes_on_after_its_end() -> None:
    """Leaving ``with`` closes the connections; a later call opens new ones, as it did."""
    done = answer(b'{"status": true}', "application/json")
    with http_server(done, done) as (url, _):
        client = client_of(url)
        with client:
            first = client._connections()
            atoms.UserApi(client).get_current_user()
        assert first.closed
        assert atoms.UserApi(client).get_current_user().status is True
        client.close()


def test_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is left out is today's address and the key of the environment; one default for all."""
    monkeypatch.setenv("SMALLEST_API_KEY", KEY)
    monkeypatch.delenv("SMALLEST_BASE_URL")
    configuration = atoms.Configuration(username="a", password="b", api_key={"x": "1"})
    assert configuration.host == "https://api.smallest.ai/atoms/v1"
    assert configuration.auth_settings()["BearerAuth"]["value"] == f"Bearer {KEY}"
    assert configuration.get_basic_auth_token() == "Basic YTpi"
    assert configuration.get_api_key_with_prefix("x") == "1"
    assert KEY not in repr(configuration) + configuration.to_debug_report()
    twin = copy.deepcopy(configuration)
    twin.api_key["x"] = "2"
    assert configuration.api_key == {"x": "1"}
    assert atoms.Configuration.get_default() is atoms.Configuration.get_default_copy()
    assert atoms.UserApi().api_client is atoms.ApiClient.get_default()
    with pytest.raises(ValueError, match="there are 1 servers"):
        atoms.Configuration(server_index=1)
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        old = atoms.Configuration("https://atoms.smallest.ai/api/v1/")
    assert old.host == "https://api.smallest.ai/atoms/v1"
    assert len(told) == 1
    configuration.verify_ssl = False
    assert configuration.connection_options() == {"verify": False}


def test_plumbing() -> None:
    """A request of one's own goes through the same three steps."""
    with http_server(answer(b'{"data": {"a": 1}}', "application/json")) as (url, requests):
        with client_of(url) as client:
            parts = client.param_serialize("GET", "/x/{id}", {"id": "a/b"}, [("q", True)])
            sent = client.call_api(*parts)
            whole = client.response_deserialize(sent, {"200": "object"})
    assert requests[0].startswith(b"GET /x/a%2Fb?q=true ")
    assert whole == Wrapper(200, sent.getheaders(), {"data": {"a": 1}}, sent.data)


def test_the_old_names() -> None:
    """Both packages have the names of 3.x and of 4.x; `ApiResponse` is the model."""
    extra = {"ApiClient", "AtomsClient", "Configuration", "OpenApiException", "ApiException"}
    models = [name for name in atoms.models.__all__ if name not in {*NEWER, *RENAMED}]
    assert (len(models), len(RENAMED), len(NEWER)) == (56, 39, 64)
    source = inspect.getsource(atoms.models)
    assert sorted(re.findall(r"^    class (\w+)", source, re.MULTILINE)) == models
    assert {*models, *extra, *atoms.api.__all__} <= set(smallestai.__all__) & set(atoms.__all__)
    for name in [*models, *RENAMED, *extra]:
        assert getattr(smallestai, name) is getattr(atoms, name)
    for name in NEWER:
        assert getattr(atoms, name) is getattr(atoms.models, name)
    assert smallestai.ApiResponse is atoms.models.ApiResponse
    assert smallestai.ApiResponse is not Wrapper
    assert rest.ApiException is exceptions.ApiException is smallestai.ApiException
    starred: dict[str, Any] = {}
    exec("from smallestai.atoms import *\nfrom smallestai import *", starred)
    assert set(smallestai.__all__) - {"__version__"} <= set(starred)


def test_the_old_modules() -> None:
    """Statements that import a module of one class work in a new interpreter, without a library."""
    program = """
import sys
import smallestai.atoms.models.create_agent_request
from smallestai.atoms.models.create_campaign200_response import CreateCampaign200Response
from smallestai.atoms.models import agent_dto, AgentDTO
from smallestai.atoms.models.agent_id_patch_request import AgentIdPatchRequest
assert agent_dto.AgentDTO is AgentDTO
assert smallestai.atoms.models.create_agent_request.CreateAgentRequest(name="x").name == "x"
assert smallestai.UpdateAgentRequest is AgentIdPatchRequest is smallestai.AgentIdPatchRequest
print(sorted({"httpx", "pydantic", "urllib3", "smallestai_atoms"} & set(sys.modules)))
from smallestai.atoms.api.agents_api import AgentsApi
from smallestai.atoms.api_client import ApiClient
from smallestai.atoms.atoms_client import AtomsClient
from smallestai.atoms.configuration import Configuration
assert smallestai.AgentsApi is AgentsApi
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("[]\n", "")

"""The old client of agents: makes requests of calls, and models or errors of answers."""

from __future__ import annotations

import json
import mimetypes
import threading
import warnings
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Self
from urllib.parse import quote, urlencode, urlsplit

from smallestai._config import SOURCE, Config, Timeout
from smallestai._http import Transport
from smallestai.atoms import models
from smallestai.atoms.api_response import ApiResponse
from smallestai.atoms.configuration import Configuration
from smallestai.atoms.exceptions import ApiException, ApiValueError, ValidationError
from smallestai.atoms.legacy.model import Base
from smallestai.atoms.legacy.pool import LegacyPool, success_of
from smallestai.atoms.legacy.today import answer_of
from smallestai.errors import (
    APIConnectionError,
    APIError,
    ArgumentError,
    ConfigurationError,
    RemoteProtocolError,
)
from smallestai.waves.request import _depth as depth

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from smallestai.atoms.rest import RESTResponse

__all__ = ["ApiClient"]

_BEARER = "Bearer "
_WITHOUT_KEY = "none"
_JSON = "application/json"


class ApiClient:
    """Sends the requests of the old ``...Api`` classes. Threads may share one.

        with ApiClient(Configuration(access_token="...")) as client:
            agents = AgentsApi(client).get_agents()

    New programs use `smallestai.SmallestAI`.

    Args:
        configuration: The settings; `Configuration.get_default` when it is left out.
        header_name: A header of every request.
        header_value: Its value.
        cookie: A cookie of every request.
    """

    _default: ClassVar[ApiClient | None] = None
    _kind = "ApiClient"

    def __init__(
        self,
        configuration: Configuration | None = None,
        header_name: str | None = None,
        header_value: str | None = None,
        cookie: str | None = None,
    ) -> None:
        self.configuration = configuration or Configuration.get_default()
        self.default_headers = {"User-Agent": SOURCE}
        if header_name is not None:
            self.default_headers[header_name] = header_value or ""
        self.cookie = cookie
        self._lock = threading.Lock()
        self._pool: LegacyPool | None = None
        warnings.warn(
            f"{self._kind} is kept for old programs; new ones call smallestai.SmallestAI.",
            DeprecationWarning,
            stacklevel=depth(),
        )

    @classmethod
    def get_default(cls) -> ApiClient:
        """Return the client that counts where none is given: one object, made on first use."""
        if cls._default is None:
            cls._default = ApiClient()
        return cls._default

    @classmethod
    def set_default(cls, default: ApiClient | None) -> None:
        """Set the client that counts where none is given."""
        cls._default = default

    @property
    def user_agent(self) -> str:
        """The header that says which program it is."""
        return self.default_headers["User-Agent"]

    @user_agent.setter
    def user_agent(self, value: str) -> None:
        self.default_headers["User-Agent"] = value

    def set_default_header(self, header_name: str, header_value: str) -> None:
        """Send a header with every request; it goes before ``_headers`` of a call."""
        self.default_headers[header_name] = header_value

    def close(self) -> None:
        """Close the connections; a later call opens new ones."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def param_serialize(
        self,
        method: str,
        resource_path: str,
        path_params: Mapping[str, str] | None = None,
        query_params: Sequence[tuple[str, Any]] | None = None,
        header_params: Mapping[str, str] | None = None,
        body: Any = None,
        post_params: Any = None,
        files: Mapping[str, Any] | None = None,
        auth_settings: Sequence[str] | None = None,
        collection_formats: Any = None,
        _host: str | None = None,
        _request_auth: Mapping[str, Any] | None = None,
    ) -> tuple[str, str, dict[str, str], Any, list[Any]]:
        """Return the arguments of `call_api` for the parts of a request.

        ``auth_settings`` and ``collection_formats`` are without effect: every operation takes the
        key, and none a list in its query.
        """
        del auth_settings, collection_formats
        headers = {**(header_params or {}), **self.default_headers}
        if self.cookie:
            headers["Cookie"] = self.cookie
        query = [(name, _text(value)) for name, value in query_params or () if value is not None]
        settings = _request_auth or self.configuration.auth_settings().get("BearerAuth")
        self._authenticate(headers, query, settings)
        path = resource_path
        for name, value in (path_params or {}).items():
            safe = self.configuration.safe_chars_for_path_param
            path = path.replace(f"{{{name}}}", quote(str(value), safe=safe))
        url = (_host or self.configuration.host).rstrip("/") + path
        if query:
            url += f"?{urlencode(query, quote_via=quote)}"
        parts = [*(post_params or ()), *self.files_parameters(files or {})]
        return method, url, headers, self.sanitize_for_serialization(body), parts

    def call_api(
        self,
        method: str,
        url: str,
        header_params: Mapping[str, str] | None = None,
        body: Any = None,
        post_params: Any = None,
        _request_timeout: Any = None,
    ) -> RESTResponse:
        """Send a request and return the answer, whatever its status.

        Raises:
            ApiException: There is no answer; its status is 0.
            ApiValueError: No request can be made of it; nothing was sent.
        """
        headers = dict(header_params or {})
        parts = urlsplit(url)
        query = f"?{parts.query}" if parts.query else ""
        request: dict[str, Any] = {"method": method, "url": parts.path + query, "headers": headers}
        headers.setdefault("Authorization", "")
        if post_params:
            headers.pop("Content-Type", None)  # httpx adds the boundary
            request["files"] = list(post_params)
        elif body is not None and method not in ("GET", "HEAD"):
            is_raw = isinstance(body, str | bytes)
            request["content"] = body if is_raw else json.dumps(body).encode()
            headers.setdefault("Content-Type", _JSON)
        pool = self._connections()
        try:
            config = self._config(f"{parts.scheme}://{parts.netloc}", headers, _request_timeout)
            options = {"max_retries": self.configuration.retries_of(method)}
            return Transport(config, pool=pool).send(request, success_of, options)
        except APIError as error:
            return pool.refused(error)
        except (APIConnectionError, RemoteProtocolError) as error:
            raise ApiException(status=0, reason=str(error)) from error
        except (ArgumentError, ConfigurationError) as error:
            raise ApiValueError(str(error)) from error

    def response_deserialize(
        self, response_data: RESTResponse, response_types_map: Mapping[str, str] | None = None
    ) -> ApiResponse:
        """Return what an answer holds, or raise what it means.

        Every status that is a success has the model of the one that is listed.

        Raises:
            ApiException: The service refused it, or the answer is not of its kind.
        """
        types = response_types_map or {}
        status = response_data.status
        if not 200 <= status <= 299:
            data = self._error_of(response_data, types.get(str(status)))
            raise ApiException.from_response(
                http_resp=response_data, body=response_data.text, data=data
            ) from response_data.cause
        usual = next((types[each] for each in types if each.startswith("2")), None)
        kind = types.get(str(status), usual)
        content_type = response_data.getheader("content-type")
        data = None
        if kind is not None and response_data.data:
            data = self.deserialize(response_data.text, kind, content_type)
        return ApiResponse(status, response_data.getheaders(), data, response_data.data)

    def deserialize(
        self, response_text: str, response_type: str, content_type: str | None = _JSON
    ) -> Any:
        """Return the model that an answer's text is.

        Args:
            response_text: The text.
            response_type: The model's name, or ``object`` for what JSON gives.
            content_type: What the text is said to be.

        Raises:
            ApiException: It is no JSON object; its status is 0.
        """
        said = content_type or _JSON
        if "json" not in said:
            raise ApiException(
                status=0, reason=f"Unsupported content type: {said}", body=response_text
            )
        try:
            value = json.loads(response_text)
        except ValueError as error:
            reason = "the answer is no JSON"
            raise ApiException(status=0, reason=reason, body=response_text) from error
        if response_type == "object":
            return value
        if not isinstance(value, dict):
            reason = f"the answer is no {response_type}"
            raise ApiException(status=0, reason=reason, body=response_text)
        return getattr(models, response_type).from_wire(answer_of(response_type, value))

    def sanitize_for_serialization(self, obj: Any) -> Any:
        """Return an object as JSON can hold it."""
        if isinstance(obj, Base):
            obj = obj.to_dict()
        if isinstance(obj, Mapping):
            return {str(key): self.sanitize_for_serialization(each) for key, each in obj.items()}
        if isinstance(obj, list | tuple):
            return [self.sanitize_for_serialization(each) for each in obj]
        return obj.isoformat() if isinstance(obj, datetime | date) else obj

    def files_parameters(self, files: Mapping[str, Any]) -> list[tuple[str, Any]]:
        """Return the parts of a form: bytes, paths, or pairs of a file's name and bytes."""
        return [(name, _file_of(name, value)) for name, value in files.items()]

    def select_header_accept(self, accepts: Sequence[str]) -> str | None:
        """Return the kind of answer to ask for: JSON where it is among them."""
        return next((each for each in accepts if "json" in each.lower()), next(iter(accepts), None))

    select_header_content_type = select_header_accept

    def _connections(self) -> LegacyPool:
        with self._lock:
            if self._pool is None:
                self._pool = LegacyPool(self.configuration.connection_options())
            return self._pool

    def _config(self, base_url: str, headers: Mapping[str, str], timeout: Any) -> Config:
        given = headers["Authorization"]
        key = given.removeprefix(_BEARER) if given.startswith(_BEARER) else _WITHOUT_KEY
        return Config(api_key=key, base_url=base_url, timeout=_timeout_of(timeout))

    def _error_of(self, response: RESTResponse, kind: str | None) -> Any:
        try:
            return None if kind is None else self.deserialize(response.text, kind)
        except ApiException:
            return None

    @staticmethod
    def _authenticate(
        headers: dict[str, str], query: list[tuple[str, str]], settings: Mapping[str, Any] | None
    ) -> None:
        if not settings or settings.get("value") is None:
            return
        value = str(settings["value"])
        place = settings.get("in", "header")
        if place == "query":
            query.append((settings["key"], value))
        else:
            headers["Cookie" if place == "cookie" else settings["key"]] = value


def _timeout_of(value: Any) -> Timeout:
    """Return the timeout that seconds for the whole call, or a pair, mean.

    Raises:
        ArgumentError: It is neither.
    """
    if value is None:
        return Timeout()
    if isinstance(value, tuple) and len(value) == 2:
        return replace(Timeout.of(value[1]), connect=value[0])
    return Timeout(value, value, value, value)


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _file_of(name: str, value: Any) -> tuple[str, bytes, str]:
    if isinstance(value, bytes):
        file_name, data = name, value
    elif isinstance(value, str):
        file_name, data = Path(value).name, Path(value).read_bytes()
    elif isinstance(value, tuple) and len(value) == 2:
        file_name, data = value
    else:
        raise ValidationError("files", name, "must be bytes, a path, or (name, bytes)")
    return file_name, data, mimetypes.guess_type(file_name)[0] or "application/octet-stream"

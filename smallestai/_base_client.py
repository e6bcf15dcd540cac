"""What both clients have in common: settings, and what is made on first use."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, NoReturn, Self, TypeVar

from smallestai._config import Config, Timeout, check_headers
from smallestai.errors import ConfigurationError, LocalProtocolError

if TYPE_CHECKING:
    from collections.abc import Callable

    from smallestai.sandbox import Sandbox

# A sandbox without a key of its own takes any.
_SANDBOX_KEY = "any-key"

N = TypeVar("N")


class BaseClient:
    """A client without the words of its world: no ``async``, no ``with``."""

    def __init__(self, config: Config, http_client: Any = None) -> None:
        self._config = config
        self._http_client = http_client
        self._transport: Any = None
        self._namespaces: dict[Callable[[Any], Any], Any] = {}
        self._origin: BaseClient | None = None
        self._sandbox: Sandbox | None = None
        self._lock = threading.RLock()
        self._closed = False
        if http_client is not None:
            self._shared_transport()

    @property
    def base_url(self) -> str:
        """Where the service is, without a slash at the end."""
        return self._config.base_url

    @property
    def closed(self) -> bool:
        """Whether this client was closed."""
        return self._closed

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.base_url}{' closed' if self._closed else ''}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            f"{type(self).__name__} holds connections and a key: it is neither copied nor pickled; "
            "with_options() makes another one over the same connections"
        )

    def _make_transport(self) -> Any:
        raise NotImplementedError

    def _shared_transport(self) -> Any:
        with self._lock:
            if self._closed:
                raise LocalProtocolError("the client is closed", hint="Make a new one.")
            if self._transport is None:
                self._transport = self._make_transport()
            return self._transport

    def _namespace(self, kind: Callable[[Any], N]) -> N:
        with self._lock:
            transport = self._shared_transport()
            if kind not in self._namespaces:
                self._namespaces[kind] = kind(transport)
            made: N = self._namespaces[kind]
            return made

    def _varied(self, changes: dict[str, Any]) -> Self:
        given = {name: value for name, value in changes.items() if value is not None}
        if "timeout" in given:
            given["timeout"] = Timeout.of(given["timeout"])
        if "headers" in given:
            given["headers"] = {**self._config.headers, **check_headers(given["headers"])}
        config = self._config.replace(**given)
        varied = type(self).__new__(type(self))
        BaseClient.__init__(varied, config)
        varied._transport = self._shared_transport().with_config(config)
        # The connections, and a sandbox, live as long as anyone who uses them.
        varied._origin = self
        return varied

    def _taken(self) -> tuple[Any, Sandbox | None]:
        """Count as closed from now on, and return what is to be closed."""
        with self._lock:
            taken = self._transport, self._sandbox
            self._closed, self._transport, self._sandbox = True, None, None
        return taken


C = TypeVar("C", bound=BaseClient)


def with_sandbox(make: Callable[..., C], options: dict[str, Any]) -> C:
    """Return a client of a server that is started for it and closed with it."""
    sandbox = _started(options)
    try:
        client = make(sandbox.api_key or _SANDBOX_KEY, base_url=sandbox.url)
    except BaseException:
        sandbox.close()
        raise
    client._sandbox = sandbox
    return client


def _started(options: dict[str, Any]) -> Sandbox:
    try:
        from smallestai.sandbox import Sandbox

        return Sandbox(**options).start()
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("smallestai"):
            raise
        raise ConfigurationError(
            f"the sandbox needs {error.name}, which is not installed",
            hint="Install it with: pip install 'smallestai[sandbox]'",
        ) from error

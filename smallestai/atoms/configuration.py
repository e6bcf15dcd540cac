"""The settings of an old client of agents."""

from __future__ import annotations

import logging
import os
import ssl
import warnings
from base64 import b64encode
from typing import Any, ClassVar, Self

from smallestai._config import BASE_URL, Config
from smallestai._logging import logger
from smallestai._version import __version__
from smallestai.waves.request import _depth as depth

__all__ = ["Configuration"]

_PLACEHOLDER = "none"
OLD_HOSTS = {
    "https://atoms-api.smallest.ai/api/v1",
    "https://atoms.smallest.ai/api/v1",
}


class Configuration:
    """Where the service is, and the key.

    Args:
        host: Its address; today's when it is left out. The addresses of old mean today's.
        api_key: Kept, and used by no operation; so are the next three.
        api_key_prefix: See ``api_key``.
        username: See ``api_key``.
        password: See ``api_key``.
        access_token: The key; the variable ``SMALLEST_API_KEY`` when it is left out. Without
            either, requests go out without one, and the service refuses them.
        server_index: 0 or None: there is one server.
        server_variables: Without effect; so are the next three.
        server_operation_index: See ``server_variables``.
        server_operation_variables: See ``server_variables``.
        ignore_operation_servers: See ``server_variables``.
        ssl_ca_cert: A file of certificates to trust.
        retries: How often GET and DELETE are sent again; 3 when left out. Others never are.
        ca_cert_data: Certificates to trust, as text or bytes.
        debug: Whether the logger ``smallestai`` tells of every request.

    Attributes of its instances that count besides: ``verify_ssl``, ``cert_file``, ``key_file``,
    ``assert_hostname`` (False: any name), ``proxy``, ``safe_chars_for_path_param``. They are read
    when the first request is sent.
    """

    _default: ClassVar[Configuration | None] = None

    def __init__(
        self,
        host: str | None = None,
        api_key: dict[str, str] | None = None,
        api_key_prefix: dict[str, str] | None = None,
        username: str | None = None,
        password: str | None = None,
        access_token: str | None = None,
        server_index: int | None = None,
        server_variables: dict[str, str] | None = None,
        server_operation_index: dict[int, int] | None = None,
        server_operation_variables: dict[int, Any] | None = None,
        ignore_operation_servers: bool = False,
        ssl_ca_cert: str | None = None,
        retries: Any = None,
        ca_cert_data: str | bytes | None = None,
        *,
        debug: bool | None = None,
    ) -> None:
        self.server_index = server_index or 0
        self.server_variables = server_variables or {}
        self.server_operation_index = server_operation_index or {}
        self.server_operation_variables = server_operation_variables or {}
        self.ignore_operation_servers = ignore_operation_servers
        self.host = host or self.get_host_from_settings(self.server_index)
        self.api_key = api_key or {}
        self.api_key_prefix = api_key_prefix or {}
        self.username = username
        self.password = password
        self.access_token = access_token or os.environ.get("SMALLEST_API_KEY", "").strip() or None
        self.refresh_api_key_hook: Any = None
        self.temp_folder_path: str | None = None
        self.verify_ssl = True
        self.ssl_ca_cert = ssl_ca_cert
        self.ca_cert_data = ca_cert_data
        self.cert_file: str | None = None
        self.key_file: str | None = None
        self.assert_hostname: bool | None = None
        self.tls_server_name: str | None = None
        self.connection_pool_maxsize = (os.cpu_count() or 1) * 5
        self.proxy: str | None = None
        self.proxy_headers: Any = None
        self.safe_chars_for_path_param = ""
        self.retries = retries
        self.client_side_validation = True
        self.socket_options: Any = None
        self.datetime_format = "%Y-%m-%dT%H:%M:%S.%f%z"
        self.date_format = "%Y-%m-%d"
        self.logger = {"package_logger": logger}
        self.logger_format = "%(asctime)s %(levelname)s %(message)s"
        self.logger_file: str | None = None
        self._debug = False
        if debug is not None:
            self.debug = debug

    @property
    def host(self) -> str:
        """The address, with its path."""
        return self._host

    @host.setter
    def host(self, value: str) -> None:
        if value.rstrip("/") in OLD_HOSTS:
            today = self.get_host_from_settings(0)
            warnings.warn(
                f"host={value!r} is of old releases; {today} is called instead. Leave host out.",
                DeprecationWarning,
                stacklevel=depth(),
            )
            value = today
        self._host = value

    @property
    def debug(self) -> bool:
        """Whether the logger ``smallestai`` tells of every request."""
        return self._debug

    @debug.setter
    def debug(self, value: bool) -> None:
        self._debug = value
        logger.setLevel(logging.DEBUG if value else logging.WARNING)

    @classmethod
    def set_default(cls, default: Configuration | None) -> None:
        """Set what counts where no configuration is given."""
        cls._default = default

    @classmethod
    def get_default(cls) -> Configuration:
        """Return what counts where no configuration is given: one object, made on first use."""
        if cls._default is None:
            cls._default = cls()
        return cls._default

    get_default_copy = get_default

    def get_api_key_with_prefix(self, identifier: str, alias: str | None = None) -> str | None:
        """Return a key of ``api_key`` with its prefix, or None."""
        key = self.api_key.get(identifier, self.api_key.get(alias) if alias else None)
        prefix = self.api_key_prefix.get(identifier)
        return f"{prefix} {key}" if prefix and key else key

    def get_basic_auth_token(self) -> str:
        """Return the header of HTTP basic authentication for ``username`` and ``password``."""
        pair = f"{self.username or ''}:{self.password or ''}"
        return f"Basic {b64encode(pair.encode()).decode()}"

    def auth_settings(self) -> dict[str, dict[str, Any]]:
        """Return how requests are authenticated; empty without a key."""
        if self.access_token is None:
            return {}
        settings = {"type": "bearer", "in": "header", "format": "JWT", "key": "Authorization"}
        return {"BearerAuth": {**settings, "value": f"Bearer {self.access_token}"}}

    def get_host_settings(self) -> list[dict[str, str]]:
        """Return the one server there is."""
        # Without a key there is an address all the same. SMALLEST_BASE_URL may have a path, as it
        # had for some classes of 4.3, or none, as it has today.
        base = Config.resolve(api_key=_PLACEHOLDER).base_url
        if base in OLD_HOSTS:
            base = BASE_URL
        url = base if base.endswith("/v1") else f"{base}/atoms/v1"
        return [{"url": url, "description": "Smallest AI"}]

    def get_host_from_settings(
        self, index: int | None, variables: Any = None, servers: Any = None
    ) -> str:
        """Return the address of a server; `ValueError` for another index than 0."""
        del variables
        listed = servers or self.get_host_settings()
        if not 0 <= (index or 0) < len(listed):
            raise ValueError(f"index={index}: there are {len(listed)} servers, counted from 0")
        address: str = listed[index or 0]["url"]
        return address

    def to_debug_report(self) -> str:
        """Return what to tell when something does not work."""
        return f"smallestai {__version__}\nhost: {self.host}"

    def retries_of(self, method: str) -> int:
        """Return how often a request may be sent again."""
        if method not in ("GET", "DELETE", "HEAD", "OPTIONS", "PUT"):
            return 0
        total = getattr(self.retries, "total", self.retries)  # a Retry of urllib3, or a number
        return 3 if total is None else int(total or 0)

    def connection_options(self) -> dict[str, Any]:
        """Return what connections are made with; empty where nothing is special."""
        options: dict[str, Any] = {"proxy": self.proxy} if self.proxy else {}
        if not self.verify_ssl:
            options["verify"] = False
        elif self.ssl_ca_cert or self.ca_cert_data or self.cert_file or not self._checks_names:
            context = ssl.create_default_context(
                cafile=self.ssl_ca_cert, cadata=self.ca_cert_data or None
            )
            context.check_hostname = self._checks_names
            if self.cert_file:
                context.load_cert_chain(self.cert_file, self.key_file)
            options["verify"] = context
        return options

    @property
    def _checks_names(self) -> bool:
        return self.assert_hostname is not False

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        twin = type(self).__new__(type(self))
        twin.__dict__.update(
            {name: dict(v) if isinstance(v, dict) else v for name, v in self.__dict__.items()}
        )
        memo[id(self)] = twin
        return twin

    def __repr__(self) -> str:
        return f"Configuration(host={self.host!r})"

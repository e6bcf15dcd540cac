"""`smallestai webhooks replay` and `listen`: deliveries of webhooks on this machine."""

import socket
from http.client import HTTPException
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

import typer

from smallestai.cli import _output
from smallestai.cli._errors import line_of
from smallestai.cli._options import AsJson, Debug
from smallestai.cli._table import printable
from smallestai.errors import APIConnectionError, ConfigurationError, SmallestError

if TYPE_CHECKING:
    from smallestai.webhooks import WebhookEvent

_SECONDS = 30.0  # how long the service itself waits for an answer

Secret = Annotated[
    str,
    typer.Option(
        "--secret",
        envvar="SMALLEST_WEBHOOK_SECRET",
        help="The webhook's secret; the variable is the safer place.",
    ),
]


def replay(
    event: Annotated[
        Path,
        typer.Argument(exists=True, dir_okay=False, help="The body of a delivery, as it came."),
    ],
    url: Annotated[str, typer.Argument(help="Where to, on this machine or its network.")],
    secret: Secret,
    _debug: Debug = False,
) -> None:
    """Send a recorded delivery, signed.

    It goes to an address of yours. The bytes of the file are what is sent. The status of the
    answer is printed; any but 2xx is a failure.
    """
    from smallestai.webhooks import HEADER, parse, sign

    body = event.read_bytes()
    try:
        parse(body)
    except SmallestError as error:
        raise typer.BadParameter(line_of(error), param_hint=str(event)) from error
    _check_local(url)
    headers = {"Content-Type": "application/json", HEADER: sign(body, secret)}
    request = Request(url, data=body, headers=headers, method="POST")  # noqa: S310  (http only)
    status = _sent(request)
    _output.write(f"{status}\n".encode())
    raise typer.Exit(0 if 200 <= status < 300 else 1)


def listen(
    secret: Secret,
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes a free one.")] = 0,
    most: Annotated[
        int | None, typer.Option("--max", min=1, help="Stop after so many events.")
    ] = None,
    as_json: AsJson = False,
    _debug: Debug = False,
) -> None:
    """Take deliveries and print them.

    It goes on until Ctrl-C, and prints those whose signature fits, a line for each: what, which
    call, which agent. With --json each line is the delivery as it came. The address is printed
    on standard error.
    """
    from smallestai.webhooks import WebhookApp

    receiver = _Receiver(as_json, most)
    app = WebhookApp(secret, receiver.take)
    with _listener(host, port) as listener:
        receiver.serve(app, listener)


class _Receiver:
    """Prints events and ends the server when there is nothing more to do."""

    def __init__(self, as_json: bool, most: int | None) -> None:
        self._as_json = as_json
        self._left = most
        self._server: Any = None
        self._failure: Exception | None = None

    async def take(self, event: "WebhookEvent") -> None:
        """Print an event."""
        try:
            if self._as_json:
                _output.write_json(event.raw)
            else:
                _output.write(f"{_line(event)}\n".encode())
        except Exception as error:
            self._failure = error
            self._server.should_exit = True
            raise
        if self._left is not None:
            self._left -= 1
            self._server.should_exit = self._left <= 0

    def serve(self, app: Any, listener: socket.socket) -> None:
        """Serve until interrupted, or until there is nobody to print for."""
        try:
            import uvicorn
        except ModuleNotFoundError as error:
            raise ConfigurationError(
                f"listening needs {error.name}: pip install 'smallestai[sandbox]'"
            ) from error
        config = uvicorn.Config(app, log_level="warning", lifespan="off", server_header=False)
        self._server = uvicorn.Server(config)
        name, port = listener.getsockname()[:2]
        _output.note(f"listening on http://{f'[{name}]' if ':' in name else name}:{port}/")
        self._server.run(sockets=[listener])
        if self._failure is not None:
            raise self._failure


def _listener(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except OSError as error:
        reason = f"cannot be listened on: {error.strerror or error}"
        raise typer.BadParameter(reason, param_hint=f"{host}:{port}") from error


def _check_local(url: str) -> None:
    """Refuse an address that is not ours: a delivery holds what was said in a call."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise typer.BadParameter("must be an http or https address", param_hint="URL")
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port, type=socket.SOCK_STREAM)
    except (OSError, ValueError) as error:
        raise typer.BadParameter(f"{parts.hostname} is not known", param_hint="URL") from error
    addresses = [ip_address(str(each[4][0]).partition("%")[0]) for each in found]
    if not all(each.is_loopback or each.is_private for each in addresses):
        raise typer.BadParameter(
            f"{parts.hostname} is neither this machine nor in its network", param_hint="URL"
        )


class _Still(HTTPRedirectHandler):
    """Follows no redirect: it might lead elsewhere."""

    def redirect_request(self, *_: Any) -> None:
        return None


def _sent(request: Request) -> int:
    """Send a request, past any proxy, and return the status of the answer."""
    try:
        with build_opener(ProxyHandler({}), _Still()).open(request, timeout=_SECONDS) as answer:
            return int(answer.status)
    except HTTPError as error:
        with error:
            return error.code
    except (URLError, HTTPException, OSError) as error:
        reason = getattr(error, "reason", None) or error
        raise APIConnectionError(f"{request.host} gives no answer: {reason}") from error


def _line(event: "WebhookEvent") -> str:
    kind = event.type or getattr(event, "kind", "") or "unknown"
    return printable("\t".join([kind, event.call_id or "", event.agent_id or ""]), keep="\t")

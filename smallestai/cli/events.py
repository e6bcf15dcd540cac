"""`smallestai calls watch`: what happens in a call, line by line."""

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from smallestai.cli import _output
from smallestai.cli._client import connect
from smallestai.cli._options import ApiKey, AsJson, BaseUrl, Debug, Embedded
from smallestai.cli._table import printable

if TYPE_CHECKING:
    from smallestai.protocol.live_events import LiveEvent


def watch(
    call_id: Annotated[str, typer.Argument(help="The call, such as CALL-1700000000000-a1b2c3.")],
    as_json: AsJson = False,
    sandbox: Embedded = False,
    api_key: ApiKey = None,
    base_url: BaseUrl = None,
    _debug: Debug = False,
) -> None:
    """Follow a call until it ends.

    A line for each event: when, what, and what was said. With --json each line is an object.
    """
    with (
        connect(api_key, base_url, sandbox) as client,
        client.atoms.live_events.stream(call_id) as events,
    ):
        for event in events:
            if as_json:
                _output.write_json(_fields(event))
            else:
                _output.write(f"{_line(event)}\n".encode())


def _fields(event: "LiveEvent") -> dict[str, Any]:
    """Return an event's own names and values, as far as the service told them."""
    import msgspec

    found = msgspec.to_builtins(event)
    return {name: value for name, value in found.items() if value is not None}


def _line(event: "LiveEvent") -> str:
    moment = event.time
    when = moment.astimezone().strftime("%H:%M:%S") if moment else "        "
    text = getattr(event, "text", None) or ""
    width = 20 if _output.is_terminal(sys.stdout) else 0
    return printable(f"{when}  {event.type:{width}}  {text}".rstrip())

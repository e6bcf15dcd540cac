"""What a speech-to-speech session is asked for, checked before anything is sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from smallestai._config import Timeout
from smallestai._tools import Tool, tools_of
from smallestai.errors import ArgumentError
from smallestai.waves.tokens import AccessToken

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from smallestai._config import Config
    from smallestai._tools import Function

PATH = "/waves/v1/s2s"
MODEL = "hydra-v1.1"

# `hydra` is an older name of v1.0, and has been spoken of with other voices before.
_V1_0 = (
    "vaughn", "brooks", "cole", "hayes", "pierce", "sterling", "ellis", "lane", "quinn", "arden",
    "rowan", "blair", "emery", "sawyer",
)  # fmt: skip
_V1_1 = ("zoe", "maya", "elena", "ivy", "grace", "alex", "aria", "leo", "sam", "kai")
_FORMER = (
    "wren", "sloane", "marlowe", "reed", "knox", "tate",
    "leda", "aoede", "autonoe", "charon", "fenrir", "zephyr",
)  # fmt: skip
VOICES: dict[str, tuple[str, ...]] = {
    "hydra-v1.1": _V1_1,
    "hydra-v1.0": _V1_0,
    "hydra": _V1_0 + _FORMER,
}
"""The voices of each model. Source: schema `HydraSettings`, and what the service has accepted."""

_LONGEST_DEADLINE = 600.0


@dataclass(frozen=True)
class Wanted:
    """A session as it was asked for."""

    config: Config
    model: str
    settings: dict[str, Any] = field(repr=False)
    tools: dict[str, Tool] = field(repr=False)
    deadline: float
    reconnects: int

    @property
    def path(self) -> str:
        """The path and the query of the socket, the key among them: never to be shown."""
        query = urlencode({"model": self.model, "api_key": self.config.api_key})
        return f"{PATH}?{query}"


def wanted(
    config: Config,
    *,
    model: str,
    instructions: str | None,
    voice: str | None,
    tools: Iterable[Function | Mapping[str, Any] | Tool] | None,
    generate_initial_response: bool | None,
    tool_deadline: float,
    reconnects: int,
    token: AccessToken | str | None,
    timeout: Timeout | float | None,
) -> Wanted:
    """Return the session these arguments ask for.

    Raises:
        ArgumentError: One of them is something the service refuses, or does not know.
    """
    _check_voice(model, voice)
    if instructions is not None and not isinstance(instructions, str):
        raise ArgumentError("instructions", instructions, "must be a string")
    if generate_initial_response is not None and not isinstance(generate_initial_response, bool):
        raise ArgumentError(
            "generate_initial_response", generate_initial_response, "must be True or False"
        )
    is_number = isinstance(tool_deadline, int | float) and not isinstance(tool_deadline, bool)
    if not is_number or not 0 < tool_deadline <= _LONGEST_DEADLINE:
        remedy = f"must be seconds above 0 and up to {_LONGEST_DEADLINE:g}"
        raise ArgumentError("tool_deadline", tool_deadline, remedy)
    if isinstance(reconnects, bool) or not isinstance(reconnects, int) or reconnects < 0:
        raise ArgumentError("reconnects", reconnects, "must be a whole number from 0")
    by_name = tools_of(tools)
    given = {
        "instructions": instructions,
        "voice": voice,
        "tools": [tool.hydra() for tool in by_name.values()] or None,
        "generate_initial_response": generate_initial_response,
    }
    settings = {name: value for name, value in given.items() if value is not None}
    changed = _with_token(config, token)
    if timeout is not None:
        changed = changed.replace(timeout=Timeout.of(timeout))
    return Wanted(changed, model, settings, by_name, tool_deadline, reconnects)


def _check_voice(model: str, voice: str | None) -> None:
    if not isinstance(model, str) or model not in VOICES:
        raise ArgumentError("model", model, f"must be one of {', '.join(VOICES)}")
    if voice is None or voice in VOICES[model]:
        return
    others = [name for name, voices in VOICES.items() if voice in voices]
    remedy = f"is a voice of {others[0]!r}; " if others else ""
    names = ", ".join(VOICES[model])
    raise ArgumentError("voice", voice, f"{remedy}{model!r} has {names}")


def _with_token(config: Config, token: AccessToken | str | None) -> Config:
    if token is None:
        return config
    value = token.value if isinstance(token, AccessToken) else token
    if not isinstance(value, str):
        raise ArgumentError("token", type(value), "must be an AccessToken or its value")
    return config.replace(api_key=value)

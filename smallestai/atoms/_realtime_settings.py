"""What a session with an agent is asked for, checked before anything is sent."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from smallestai._config import Config, Timeout, check_retries
from smallestai.atoms._realtime_tools import AnyTool, check_seconds, tools_of
from smallestai.errors import ArgumentError, RemoteProtocolError
from smallestai.protocol.agent_audio import FORMAT, INPUT_FORMATS, OUTPUT_FORMATS, wire_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smallestai._tools import Tool

PATH = "/atoms/v1/agent/connect"
MODES = ("webcall", "chat")
# What the service sets itself; it would drop ours without a word.
RESERVED = (
    "call_id", "conversation_type", "agent_number", "user_number", "current_date", "current_time",
    "current_day", "agent_gender", "default_language", "supported_languages", "timezone",
)  # fmt: skip

_KEY_RATES = ("pcm_8000", "pcm_16000", "pcm_24000")  # what a connection with a key can ask for


class TokenConfig(Config):
    """The settings of a connection with a token in its address: no key may be beside it."""

    def request_headers(self) -> dict[str, str]:
        """Return the headers of the handshake, without a key."""
        headers = super().request_headers()
        del headers["Authorization"]
        return headers


@dataclass(frozen=True)
class Door:
    """Where to connect, and with what.

    Attributes:
        config: The settings of the connection.
        path: Path and query, a token among them: never to be shown.
        input_format: Name of the format of the user's audio.
    """

    config: Config
    path: str = field(repr=False)
    input_format: str


@dataclass(frozen=True)
class Wanted:
    """A session as it was asked for."""

    config: Config
    agent_id: str | None
    mode: str
    variables: dict[str, str | int | float | bool] = field(repr=False)
    input_format: str | None
    output_format: str | None
    token: str | None = field(repr=False)
    mints: bool
    tools: dict[str, Tool] = field(repr=False)
    declared: list[dict[str, Any]] = field(repr=False)
    tool_timeout: float
    reconnects: int

    @property
    def registration(self) -> dict[str, Any]:
        """The arguments of `register_call`."""
        given = {
            "agent_id": self.agent_id,
            "mode": self.mode,
            "variables": self.variables or None,
            "input_audio_format": self.input_format,
            "output_audio_format": self.output_format,
        }
        return {name: value for name, value in given.items() if value is not None}

    def door(self, registered: Any = None) -> Door:
        """Return where to connect.

        Args:
            registered: What `register_call` gave, where a token is minted.

        Raises:
            RemoteProtocolError: It gave no token.
        """
        if self.mints:
            granted = getattr(registered, "data", None)
            token = getattr(granted, "access_token", None)
            if not isinstance(token, str) or not token:
                raise RemoteProtocolError("the service gave no token for the call")
            agreed = getattr(granted, "input_audio_format", None)
            return self._with_token(token, agreed if isinstance(agreed, str) else None)
        if self.token is not None:
            return self._with_token(self.token, None)
        query = {
            "agent_id": self.agent_id,
            "mode": self.mode,
            "variables": json.dumps(self.variables) if self.variables else None,
            "sample_rate": wire_of(self.output_format).rate if self.output_format else None,
            "input_audio_format": self.input_format,
        }
        return Door(self.config, _path(query), self.input_format or FORMAT)

    def _with_token(self, token: str, agreed: str | None) -> Door:
        settings = {each.name: getattr(self.config, each.name) for each in fields(self.config)}
        config = TokenConfig(**{**settings, "api_key": token})
        query = {"token": token, "input_audio_format": self.input_format}
        return Door(config, _path(query), self.input_format or agreed or FORMAT)


def wanted(
    config: Config,
    *,
    agent_id: str | None,
    mode: str,
    variables: Mapping[str, str | float | bool] | None,
    input_audio_format: str | None,
    output_audio_format: str | None,
    token: str | None,
    mint: bool,
    tools: Iterable[AnyTool] | None,
    tool_timeout: float,
    reconnects: int,
    timeout: Timeout | float | None,
) -> Wanted:
    """Return the session these arguments ask for.

    Raises:
        ArgumentError: One of them is something the service refuses, or does not know.
    """
    _check_one_of("mode", mode, MODES)
    _check_one_of("input_audio_format", input_audio_format, (None, *INPUT_FORMATS))
    _check_one_of("output_audio_format", output_audio_format, (None, *OUTPUT_FORMATS))
    check_seconds("tool_timeout", tool_timeout)
    check_retries(reconnects, "reconnects")
    if token is None:
        _check_agent(agent_id)
    else:
        _check_token(token, agent_id, variables, output_audio_format)
    if not mint and token is None and output_audio_format not in (None, *_KEY_RATES):
        remedy = f"needs a token (mint=True); without one it is {', '.join(_KEY_RATES)}"
        raise ArgumentError("output_audio_format", output_audio_format, remedy)
    by_name, declared = tools_of(tools, tool_timeout)
    return Wanted(
        config if timeout is None else config.replace(timeout=Timeout.of(timeout)),
        agent_id,
        mode,
        _checked(variables or {}),
        input_audio_format,
        output_audio_format,
        token,
        mint and token is None,
        by_name,
        declared,
        tool_timeout,
        0 if token is not None else reconnects,  # a token works once
    )


def _check_one_of(argument: str, value: object, allowed: tuple[str | None, ...]) -> None:
    if value not in allowed:
        names = ", ".join(filter(None, allowed))
        raise ArgumentError(argument, value, f"must be one of {names}")


def _check_agent(agent_id: str | None) -> None:
    if not isinstance(agent_id, str) or not agent_id.strip():
        raise ArgumentError("agent_id", agent_id, "must be the id of an agent")


def _check_token(token: str, agent_id: object, variables: object, output_format: object) -> None:
    # What was given is not shown: it may be a key all the same.
    if not isinstance(token, str) or not token.strip():
        raise ArgumentError("token", type(token), "must be an access_token of register_call")
    if token.startswith("sk_"):
        remedy = "is a key, which is no token: make the client with it, and connect with mint=False"
        raise ArgumentError("token", "sk_...", remedy)
    fixed = {"agent_id": agent_id, "variables": variables, "output_audio_format": output_format}
    for name, value in fixed.items():
        if value is not None:
            raise ArgumentError(name, value, "is fixed by the token: give it to register_call")


def _checked(variables: Mapping[str, Any]) -> dict[str, str | int | float | bool]:
    if not isinstance(variables, Mapping):
        raise ArgumentError("variables", variables, "must map names to values")
    for name, value in variables.items():
        if name in RESERVED:
            raise ArgumentError("variables", name, "is a name that the service sets itself")
        if not isinstance(name, str) or not isinstance(value, str | int | float | bool):
            remedy = "must be a string, a number, True or False"
            raise ArgumentError(f"variables[{name!r}]", value, remedy)
    return dict(variables)


def _path(query: Mapping[str, object]) -> str:
    return (
        f"{PATH}?{urlencode({name: value for name, value in query.items() if value is not None})}"
    )

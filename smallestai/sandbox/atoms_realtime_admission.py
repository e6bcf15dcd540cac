"""Who may open the agent socket, and what for: the token or key, and the query, checked."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from attrs import frozen

from .atoms_realtime_audio import CONNECT_RATES, USUAL_RATE, input_flaw, input_format
from .atoms_realtime_tokens import PREFIX, read, spend
from .atoms_records import AGENTS
from .replies import atoms_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.websockets import WebSocket

    from .atoms_realtime_audio import InputFormat
    from .state import State
    from .store import Document

_CUT = "smallestai.sandbox.cut"
_NOT_PRINTABLE = re.compile(r"[^ -~]")  # what came in the query must not end the line
_MODES = ("webcall", "chat")


class RejectedError(Exception):
    """The socket is not to be opened.

    Args:
        status: The status instead of the upgrade.
        text: Why.
    """

    def __init__(self, status: int, text: str) -> None:
        super().__init__(status, text)
        self.status = status
        self.text = text


@frozen
class Admission:
    """What a session is to be like.

    Attributes:
        agent: Who answers; None when the agent is gone since the token was minted.
        mode: `webcall` or `chat`.
        variables: Values of the agent's variables.
        source: How the user's audio is encoded.
        sample_rate: The rate of the agent's audio, in hertz.
    """

    agent: Document | None
    mode: str
    variables: Mapping[str, Any]
    source: InputFormat
    sample_rate: int

    @property
    def speaks(self) -> bool:
        """Whether the agent is heard, not read."""
        return self.mode == "webcall"


def admit(state: State, websocket: WebSocket) -> Admission:
    """Return what a socket that is about to open asks for, and use its token up.

    Raises:
        RejectedError: It must not open.
    """
    query = websocket.query_params
    bearer = websocket.headers.get("authorization", "").partition(" ")[2].strip()
    if bearer and "token" in query:
        raise RejectedError(400, "Send the token in the query or in Authorization, not both")
    credential = bearer or query.get("token", "")
    if "output_audio_format" in query:
        text = "output_audio_format is not accepted here; register the call with it, or sample_rate"
        raise RejectedError(400, text)
    if credential.startswith(PREFIX):
        return _by_token(state, credential, query)
    return _by_key(state, query)


async def reject(websocket: WebSocket, rejected: RejectedError) -> None:
    """Answer the request for a socket with a refusal, a 400 with its text in the status line."""
    if rejected.status == 400:
        _put_in_status_line(websocket, rejected.text)
    await websocket.send_denial_response(atoms_error(rejected.status, rejected.text))


def _by_token(state: State, token: str, query: Mapping[str, str]) -> Admission:
    minted = read(state, token)
    if minted is None:
        raise RejectedError(401, "Unauthorized")
    admission = Admission(
        _usable(state, minted["agentId"]),
        minted["mode"],
        minted["variables"],
        input_format(_source(query, minted["input"])),
        minted["rate"],
    )
    if not spend(state, token):  # another socket was quicker
        raise RejectedError(401, "Unauthorized")
    return admission


def _by_key(state: State, query: Mapping[str, str]) -> Admission:
    if "agent_id" not in query:
        raise RejectedError(400, "agent_id is required")
    if state.store.get(AGENTS, query["agent_id"]) is None:
        raise RejectedError(401, "Unauthorized")
    mode = query.get("mode", "webcall")
    if mode not in _MODES:
        raise RejectedError(400, f"Unsupported mode '{mode}'. Supported: {', '.join(_MODES)}")
    rate = query.get("sample_rate", str(USUAL_RATE))
    if rate not in map(str, CONNECT_RATES):
        supported = ", ".join(map(str, CONNECT_RATES))
        raise RejectedError(400, f"Unsupported sample_rate {rate}. Supported: {supported}")
    source = input_format(_source(query, f"pcm_{USUAL_RATE}"))
    agent = _usable(state, query["agent_id"])
    return Admission(agent, mode, _variables(query), source, int(rate))


def _usable(state: State, agent_id: str) -> Document | None:
    agent = state.store.get(AGENTS, agent_id)
    return None if agent is None or agent.body["archivedAt"] is not None else agent


def _source(query: Mapping[str, str], usual: str) -> str:
    name = query.get("input_audio_format", usual)
    if flaw := input_flaw(name):
        raise RejectedError(400, f"Unsupported input_audio_format '{name}'. {flaw}")
    return name


def _variables(query: Mapping[str, str]) -> dict[str, Any]:
    try:
        variables = json.loads(query.get("variables", "{}"))
    except ValueError:
        variables = None
    kinds = (str, int, float, bool)
    if isinstance(variables, dict) and all(isinstance(each, kinds) for each in variables.values()):
        return variables
    raise RejectedError(400, "variables must be a JSON object of texts, numbers and booleans")


def _put_in_status_line(websocket: WebSocket, text: str) -> None:
    """Have a refusal say a text where its status line has "Bad Request".

    ASGI has no word for it, so this reaches for the connection of uvicorn; with another server the
    text is in the body alone.
    """
    transport = getattr(websocket.scope.get(_CUT), "__self__", None)
    connection = getattr(transport and transport.get_protocol(), "conn", None)
    if connection is None:
        return
    send = connection.send_response

    def send_with_reason(response: Any) -> None:
        response.reason_phrase = _NOT_PRINTABLE.sub("?", text)
        send(response)

    connection.send_response = send_with_reason

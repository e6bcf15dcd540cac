"""The frames of a session with an agent as text, both ways. All are JSON with a ``type``."""

from __future__ import annotations

from binascii import b2a_base64
from typing import Any, cast

import msgspec

from smallestai.errors import RemoteProtocolError
from smallestai.protocol.agent_events import ServerEvent, UnknownFrame

_decode = msgspec.json.Decoder(ServerEvent).decode
_KNOWN = frozenset(kind.__struct_config__.tag for kind in ServerEvent.__args__)
# Servers differ in the spelling.
_SPELLINGS = {
    "agent.start_talking": "agent_start_talking",
    "agent.stop_talking": "agent_stop_talking",
}
_SHOWN = 200


def read_frame(frame: bytes | str) -> ServerEvent | UnknownFrame:
    """Return what a frame of the service says.

    Raises:
        RemoteProtocolError: It is no JSON object, or a frame we know with fields that cannot be.
    """
    try:
        return cast("ServerEvent", _decode(frame))
    except msgspec.ValidationError as error:
        raw = msgspec.json.decode(frame)
        if not isinstance(raw, dict) or raw.get("type") in _KNOWN:
            raise _broken(f"a frame does not fit the protocol: {error}", frame) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _broken("a frame is not JSON", frame) from error
    name = raw.get("type")
    if isinstance(name, str) and name in _SPELLINGS:
        return read_frame(msgspec.json.encode({**raw, "type": _SPELLINGS[name]}))
    return UnknownFrame(raw)


def append_frame(audio: bytes) -> str:
    """Return the frame that hands over audio."""
    text = b2a_base64(audio, newline=False).decode("ascii")
    return f'{{"type":"input_audio_buffer.append","audio":"{text}"}}'


def frame_of(kind: str, **fields: Any) -> str:
    """Return another frame of the client."""
    return msgspec.json.encode({"type": kind, **fields}).decode()


def _broken(message: str, frame: bytes | str) -> RemoteProtocolError:
    text = frame if isinstance(frame, str) else frame.decode("utf-8", "replace")
    return RemoteProtocolError(message, body=text[:_SHOWN])

"""The frames of a speech-to-speech session as text, both ways. All are JSON with a ``type``."""

from __future__ import annotations

from binascii import b2a_base64
from contextlib import suppress
from typing import TYPE_CHECKING, Any, cast

import msgspec

from smallestai.errors import RemoteProtocolError
from smallestai.protocol.hydra_events import HydraEvent, ServerEvent, UnknownFrame
from smallestai.protocol.nulls import convert_without_nulls

if TYPE_CHECKING:
    from collections.abc import Mapping

_decode = msgspec.json.Decoder(ServerEvent).decode
_KNOWN = frozenset(kind.__struct_config__.tag for kind in HydraEvent.__subclasses__())
_SHOWN = 200


def read_frame(frame: bytes | str) -> ServerEvent | UnknownFrame:
    """Return what a frame of the service says.

    Raises:
        RemoteProtocolError: It is no JSON object, or a frame we know with fields that cannot be.
    """
    try:
        try:
            return cast("ServerEvent", _decode(frame))
        except msgspec.ValidationError as error:
            raw = msgspec.json.decode(frame)  # what follows the wrong field may be no JSON at all
            if isinstance(raw, dict) and raw.get("type") not in _KNOWN:
                return UnknownFrame(raw)
            with suppress(msgspec.ValidationError):
                return cast("ServerEvent", convert_without_nulls(raw, cast("Any", ServerEvent)))
            raise _broken(f"a frame does not fit the protocol: {error}", frame) from error
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise _broken("a frame is not JSON", frame) from error


def append_frame(pcm: bytes) -> str:
    """Return the frame that hands over audio of the microphone."""
    audio = b2a_base64(pcm, newline=False).decode("ascii")
    return f'{{"type":"input_audio_buffer.append","audio":"{audio}"}}'


def frame_of(kind: str, event_id: str, **fields: Any) -> str:
    """Return another frame of the client; None is left out."""
    given = {name: value for name, value in fields.items() if value is not None}
    return _encoded({"type": kind, "event_id": event_id, **given})


def output_frame(event_id: str, call_id: str, output: str) -> str:
    """Return the frame that hands over the result of a call."""
    item = {"type": "function_call_output", "call_id": call_id, "output": output}
    return frame_of("conversation.item.create", event_id, item=item)


def _encoded(message: Mapping[str, Any]) -> str:
    return msgspec.json.encode(message).decode()


def _broken(message: str, frame: bytes | str) -> RemoteProtocolError:
    text = frame if isinstance(frame, str) else frame.decode("utf-8", "replace")
    return RemoteProtocolError(message, body=text[:_SHOWN])

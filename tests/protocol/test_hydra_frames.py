"""The frames of speech to speech, held against the specification."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml
from conversations.hydra import sessions
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from smallestai.errors import RemoteProtocolError, SmallestError
from smallestai.protocol.hydra import HydraProtocol
from smallestai.protocol.hydra_events import ErrorReported, HydraEvent, UnknownFrame
from smallestai.protocol.hydra_frames import append_frame, read_frame
from smallestai.waves._hydra_settings import VOICES

SPEC = json.loads(files("smallestai_waves").joinpath("openapi.json").read_text())
STREAMS = yaml.safe_load((Path(__file__).parents[2] / "openapi/streams.yaml").read_text())
MESSAGES = STREAMS["channels"]["s2s"]["messages"]


def schema_of(message: dict[str, Any]) -> dict[str, Any]:
    """Return the schema a message of the channel refers to."""
    name = message["payload"]["$ref"].rpartition("/")[2]
    schema: dict[str, Any] = SPEC["components"]["schemas"][name]
    return schema


SCHEMAS = {
    schema["properties"]["type"]["const"]: schema for schema in map(schema_of, MESSAGES.values())
}
OURS = {kind.__struct_config__.tag: kind for kind in HydraEvent.__subclasses__()}


def check(frame: dict[str, Any]) -> None:
    """Hold a frame against its schema."""
    Draft202012Validator({**SCHEMAS[frame["type"]], "components": SPEC["components"]}).validate(
        frame
    )


def test_every_frame_of_the_service_has_a_class() -> None:
    """None of the specification is an unknown frame; ours beyond it begin with `session.`."""
    sent_by_us = {"session.configure", "session.update", "input_audio_buffer.append"}
    sent_by_us |= {"conversation.item.create", "response.create", "response.cancel"}
    assert set(SCHEMAS) - sent_by_us == {name for name in OURS if name in SCHEMAS}
    beyond = {name for name in OURS if name not in SCHEMAS}
    assert beyond == {
        "session.interrupted",
        "session.tool_finished",
        "session.disconnected",
        "session.reconnected",
    }


def test_every_frame_we_send_fits_the_specification() -> None:
    """Settings, audio, results, updates, requests to go on and to stop."""
    tool = {"type": "function", "name": "f", "description": "", "parameters": {"type": "object"}}
    protocol = HydraProtocol({"instructions": "x", "voice": "maya", "tools": [tool]})
    sent: list[str] = []

    def feed(kind: str, **fields: Any) -> None:
        protocol.receive(json.dumps({"type": kind, **fields}), 0.0)

    protocol.connected(0.0)
    feed("session.created")
    feed("session.configured", session={})
    protocol.send_audio(bytes(640), 0.0)
    protocol.update_tools([])
    feed("response.created", response={"id": "r1"})
    feed("response.function_call_arguments.done", call_id="c1", name="f", arguments="{}")
    protocol.send_output("c1", "1", 0.0)
    protocol.advance(1.0)
    protocol.cancel()
    sent = protocol.frames_to_send()
    kinds = [json.loads(frame)["type"] for frame in sent]
    assert sorted(set(kinds)) == sorted(name for name in SCHEMAS if name not in OURS)
    for frame in sent:
        check(json.loads(frame))


def test_the_frames_of_the_recorded_sessions_are_real_ones() -> None:
    """What the service sends there fits the specification, unless that is the point."""
    for session in (each for each in sessions() if each.name != "unknown_frames"):
        for step in session.wire:
            frame = step.get("server")
            if isinstance(frame, dict) and frame.get("type") in SCHEMAS:
                check({**frame, "delta": "AAAA"} if "delta" in frame else frame)


@given(st.binary(max_size=2000))
def test_audio_is_what_it_was(pcm: bytes) -> None:
    """The frame is JSON with base64, as the standard library would make it."""
    import base64

    frame = json.loads(append_frame(pcm))
    assert base64.b64decode(frame["audio"], validate=True) == pcm


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


@given(JSON, st.sampled_from(["type", "kind"]), st.text(max_size=8))
def test_whatever_comes_is_an_event_or_a_clear_error(value: Any, key: str, kind: str) -> None:
    """A frame nobody knows is given out as it is, and what is no frame is refused by our error."""
    frame = {**value, key: kind} if isinstance(value, dict) else value
    text = json.dumps(frame)
    if isinstance(frame, dict):
        event = read_frame(text)
        assert isinstance(event, UnknownFrame)
        assert event.raw == frame
    else:
        with pytest.raises(RemoteProtocolError):
            read_frame(text)


@given(st.sampled_from(sorted(set(SCHEMAS) & set(OURS))), JSON)
def test_known_frames_with_odd_fields_never_break_otherwise(kind: str, value: Any) -> None:
    """Any field may hold anything: an event comes of it, or one of this package's errors."""
    fields = SCHEMAS[kind]["properties"].keys() - {"type"}
    for name in fields:
        try:
            event = read_frame(json.dumps({"type": kind, name: value}))
        except SmallestError:
            continue
        assert event.type == kind


def test_nulls_are_as_good_as_nothing() -> None:
    """The service writes null for what it does not know."""
    frame = '{"type":"error","error":{"type":null,"code":"x","message":null,"param":null}}'
    event = read_frame(frame)
    assert isinstance(event, ErrorReported)
    assert (event.error.code, event.error.message) == ("x", None)


@pytest.mark.parametrize("frame", ["", "[]", "7", "{", b"\xff", '"text"'])
def test_what_is_no_object_is_refused(frame: str | bytes) -> None:
    """With what it was, shortened."""
    with pytest.raises(RemoteProtocolError):
        read_frame(frame)


def test_the_models_are_those_of_the_specification() -> None:
    """Each has its voices."""
    assert set(VOICES) == set(
        SPEC["components"]["schemas"]["HydraQuery"]["properties"]["model"]["enum"]
    )
    assert all(len(set(voices)) == len(voices) for voices in VOICES.values())

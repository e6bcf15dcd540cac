"""The namespaces: what each method sends and returns."""

from __future__ import annotations

import datetime
import inspect
import io
from typing import TYPE_CHECKING, Any

import httpx
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_path_query_and_headers(api: Any, send: Any, models: Any, wire: dict[str, Any]) -> None:
    """Arguments go where the specification puts them; what is not given is not sent."""
    send.answer = httpx.Response(200, json=wire)
    thing = api.things.get_thing(
        "a/b",
        since=datetime.datetime(2026, 10, 2, tzinfo=datetime.UTC),
        kinds=["x", "y"],
        full=True,
        x_dry_run=False,
        request_options={"timeout": 5},
    )
    assert thing == models.Thing.from_dict(wire)
    assert send.options == {"timeout": 5}
    assert send.request == {
        "method": "get",
        "url": "/things/a%2Fb",
        "params": {"since": "2026-10-02T00:00:00Z", "kinds": ["x", "y"], "full": True},
        "headers": {"X-Dry-Run": "false"},
    }


def test_bodies_are_spelt_out(api: Any, send: Any, models: Any) -> None:
    """Fields are arguments, mappings do for models, and a name that collides bears a suffix."""
    parts = [{"name": "p"}]
    for outline in (models.Circle(radius=1), {"shape": "circle", "radius": 1}):
        api.things.replace_thing(
            "t", name_body="n", id_body="i", name="q", outline=outline, parts=parts, note=None
        )
        assert send.request == {
            "method": "put",
            "url": "/things/t",
            "params": {"name": "q"},
            "json": {
                "name": "n",
                "id": "i",
                "outline": {"shape": "circle", "radius": 1},
                "parts": [{"name": "p"}],
                "note": None,
            },
        }


def test_an_optional_body_may_be_left_out(api: Any, send: Any) -> None:
    """An optional body without any field is not sent."""
    api.things.search()
    assert send.request == {"method": "post", "url": "/things"}
    api.things.search(limit=3)
    assert send.request["json"] == {"limit": 3}


@pytest.mark.parametrize("value", ["", ".", "..", None, b"x", "\ud800"])
def test_an_empty_path_argument_is_refused(api: Any, send: Any, value: Any) -> None:
    """An argument with which the path would name another resource is refused before sending."""
    with pytest.raises(ValueError, match="id="):
        api.things.delete_thing(value)
    assert not send.request


def test_answers(api: Any, send: Any, models: Any, wire: dict[str, Any]) -> None:
    """No content is None, an array a list, a text a str, audio a File."""
    send.answer = httpx.Response(204)
    assert api.things.delete_thing("t") is None
    send.answer = httpx.Response(200, json=[wire])
    assert api.things.list() == [models.Thing.from_dict(wire)]
    send.answer = httpx.Response(200, text="hello")
    assert api.audio.upload_recording(file=b"") == "hello"
    send.answer = httpx.Response(200, content=b"RIFF", headers={"content-type": "audio/wav"})
    recording = api.audio.send_recording(body=b"")
    assert (recording.payload.read(), recording.mime_type) == (b"RIFF", "audio/wav")


def test_deprecated_operations_warn(api: Any, send: Any, models: Any) -> None:
    """A deprecated method says so and warns its caller; its answers differ by status."""
    send.answer = httpx.Response(202, json={"hint": "later"})
    with pytest.warns(DeprecationWarning, match="find_thing is deprecated") as caught:
        assert api.thing.find_thing() == models.Hint(hint="later")
    assert caught[0].filename == __file__
    assert "Deprecated. Superseded by the list." in api.thing.find_thing.__doc__


def test_binary_bodies(api: Any, send: Any, sample: Callable[[str], Any]) -> None:
    """Bytes and `File` are sent as they are, with the file's own media type if it has one."""
    named = sample(".types").File(io.BytesIO(b"abc"), mime_type="audio/flac")
    for body, kind in ((b"abc", "application/octet-stream"), (named, "audio/flac")):
        api.audio.send_recording(body=body)
        assert send.request["content"] == b"abc"
        assert send.request["headers"] == {"Content-Type": kind}


def test_a_body_of_several_kinds(api: Any, send: Any, models: Any) -> None:
    """What the body is decides how it is sent; a parameter that bears its name keeps its place."""
    api.audio.transcribe(body=io.BytesIO(b"abc"), body_param="p")
    assert (send.request["content"], send.request["params"]) == (b"abc", {"body": "p"})
    for body in (models.SearchRequest(text="x"), {"text": "x"}):
        api.audio.transcribe(body=body)
        assert send.request["json"] == {"text": "x"}
        assert "content" not in send.request


def test_multipart_bodies(api: Any, send: Any, tmp_path: Path) -> None:
    """In a form, files have a name, booleans are in lower case, and lists are repeated fields."""
    (tmp_path / "take.wav").write_bytes(b"RIFF")
    with (tmp_path / "take.wav").open("rb") as file:
        api.audio.upload_recording(file=file, loud=True, tags=["a", "b"], part={"name": "p"})
        sent = httpx.Request(**send.request | {"url": "http://localhost"}).read().decode()
    assert 'name="file"; filename="take.wav"' in sent
    assert "RIFF" in sent
    assert 'name="loud"\r\nContent-Type: text/plain\r\n\r\ntrue' in sent
    assert sent.count('name="tags"') == 2
    assert 'Content-Type: application/json\r\n\r\n{"name": "p"}' in sent
    assert "language" not in sent


def test_event_streams_have_no_method(api: Any, sample: Callable[[str], Any]) -> None:
    """An operation that answers only with events has its module but no method."""
    stream = sample(".api.audio.stream_audio")
    assert stream._get_kwargs() == {"method": "get", "url": "/audio"}
    assert not hasattr(api.audio, "stream_audio")


def test_docstrings(api: Any) -> None:
    """A method says what the specification says of it, of its arguments and of its answer."""
    text = inspect.getdoc(api.things.get_thing)
    assert text is not None
    for line in (
        "Get a thing.",
        "Returns one thing.",
        "    id: Id of the thing.",
        "    colour: Preferred colour.",
        "Returns:\n    The thing.",
    ):
        assert line in text

"""Pronunciation dictionaries, and what they do to speech."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx
import pytest
from records_app import RecordsApp
from speaking import HEADERS, KEY, live_on, pcm_of

from smallestai.sandbox import Sandbox, dictionaries

if TYPE_CHECKING:
    from collections.abc import Iterator

PATH = "/waves/v1/pronunciation-dicts"
ITEMS = [{"word": "GIF", "pronunciation": "jiff"}, {"word": "SQL", "pronunciation": "sequel"}]


@pytest.fixture
def app() -> Iterator[RecordsApp]:
    with RecordsApp(dictionaries) as opened:
        yield opened


def create(app: RecordsApp, items: Any = ITEMS) -> str:
    return app.request("POST", PATH, json={"items": items}).json()["id"]


def refusal(app: RecordsApp, method: str, body: Any) -> tuple[str, list[dict[str, Any]]]:
    """Return the text and the issues of a refusal."""
    reply = app.request(method, PATH, json=body)
    assert reply.status_code == 400
    assert set(reply.json()) == {"error", "details"}
    return reply.json()["error"], reply.json()["details"]


def test_a_dictionary_is_made_and_listed(app: RecordsApp) -> None:
    """The list is empty at first, then holds what was made, in order, with its items."""
    assert app.request("GET", PATH).json() == []
    made = app.request("POST", PATH, json={"items": ITEMS}).json()
    assert made == {"id": made["id"], "items": ITEMS, "createdAt": "2027-01-15T08:00:00.000Z"}
    other = create(app, ITEMS[:1])
    listed = app.request("GET", PATH).json()
    assert [each["id"] for each in listed] == [made["id"], other]
    assert listed[0] == made


def test_a_dictionary_is_replaced(app: RecordsApp) -> None:
    """The new list is the whole content, an empty one included; the reply has no date."""
    made = create(app)
    for items in (ITEMS[1:], []):
        reply = app.request("PUT", PATH, json={"id": made, "items": items})
        assert (reply.status_code, reply.json()) == (200, {"id": made, "items": items})
        assert app.request("GET", PATH).json()[0]["items"] == items


def test_a_dictionary_is_deleted(app: RecordsApp) -> None:
    """The id is in the body, and the dictionary is gone."""
    kept, made = create(app), create(app)
    reply = app.request("DELETE", PATH, json={"id": made})
    assert (reply.status_code, reply.json()) == (200, {"id": made, "deleted": True})
    assert [each["id"] for each in app.request("GET", PATH).json()] == [kept]


def test_an_unknown_dictionary_is_neither_replaced_nor_deleted(app: RecordsApp) -> None:
    """Both are refused, and name the field."""
    for method, body in (("PUT", {"id": "none", "items": []}), ("DELETE", {"id": "none"})):
        text, details = refusal(app, method, body)
        assert "not found" in text
        assert [each["path"] for each in details] == [["id"]]


def test_fields_beside_those_of_an_item_are_dropped(app: RecordsApp) -> None:
    """What is stored is the word and its pronunciation."""
    create(app, [{**ITEMS[0], "note": "x"}])
    assert app.request("GET", PATH).json()[0]["items"] == ITEMS[:1]


@pytest.mark.parametrize(
    ("method", "body", "path", "code"),
    [
        ("POST", {}, ["items"], "invalid_type"),
        ("POST", {"items": []}, ["items"], "too_small"),
        ("POST", {"items": "GIF"}, ["items"], "invalid_type"),
        ("POST", {"items": [{"word": "GIF"}]}, ["items", 0, "pronunciation"], "invalid_type"),
        (
            "POST",
            {"items": [{"word": "", "pronunciation": "x"}]},
            ["items", 0, "word"],
            "too_small",
        ),
        ("POST", [], [], "invalid_type"),
        ("PUT", {"items": ITEMS}, ["id"], "invalid_type"),
        ("PUT", {"id": "", "items": ITEMS}, ["id"], "too_small"),
        ("DELETE", {}, ["id"], "invalid_type"),
        ("DELETE", {"id": 5}, ["id"], "invalid_type"),
    ],
)
def test_refusals(app: RecordsApp, method: str, body: Any, path: list[Any], code: str) -> None:
    """The error is a text, and the issue in `details` says what is wrong."""
    text, details = refusal(app, method, body)
    assert text == "Invalid request body"
    assert [(each["path"], each["code"]) for each in details] == [(path, code)]
    assert details[0]["message"]


def test_an_issue_says_what_was_due(app: RecordsApp) -> None:
    """A missing list is told with its type, as the service does."""
    _, details = refusal(app, "POST", {})
    assert details == [
        {
            "code": "invalid_type",
            "expected": "array",
            "received": "undefined",
            "path": ["items"],
            "message": "Required",
        }
    ]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_a_body_that_is_no_json_is_refused(app: RecordsApp, method: str) -> None:
    """It is a 400 of the same shape; no body at all is one without its fields."""
    for content in (b"{", b"\xff"):
        reply = app.request(method, PATH, content=content)
        assert reply.status_code == 400
        assert reply.json()["error"] == "Invalid request body"
    assert app.request(method, PATH).status_code == 400


def test_dictionaries_change_what_is_spoken() -> None:
    """Whole words in their own case are respelled, over HTTP and sockets, until deleted."""
    with (
        Sandbox(api_key=KEY) as sandbox,
        httpx.Client(base_url=sandbox.url, headers=HEADERS, trust_env=False) as client,
    ):

        def spoken(text: str, *ids: str) -> bytes:
            body = {"text": text, "voice_id": "magnus", "sample_rate": 8000}
            reply = client.post("/waves/v1/tts", json={**body, "pronunciation_dicts": ids})
            assert reply.status_code == 200, reply.text
            return reply.content

        items = [{"word": "GIF", "pronunciation": "jiff"}]
        made = client.post(PATH, json={"items": items}).json()["id"]
        assert spoken("A GIF, please.", made) == spoken("A jiff, please.")
        assert spoken("A GIF, please.", made) != spoken("A GIF, please.")
        for untouched in ("A gif, please.", "A GIFT, please."):
            assert spoken(untouched, made) == spoken(untouched)
        with live_on(sandbox) as live:
            live.send("A GIF, please.", pronunciation_dicts=[made], complete_backoff_ms=0)
            respelled = pcm_of(live.reply())
            live.send("A jiff, please.", complete_backoff_ms=0)
            assert respelled == pcm_of(live.reply())
        items = [{"word": "GIF", "pronunciation": "picture"}]
        client.put(PATH, json={"id": made, "items": items})
        assert spoken("A GIF, please.", made) == spoken("A picture, please.")
        client.request("DELETE", PATH, json={"id": made})
        body = {"text": "Hi.", "voice_id": "magnus", "pronunciation_dicts": [made]}
        assert client.post("/waves/v1/tts", json=body).status_code == 400

"""Pronunciation dictionaries, in both worlds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from servers import http_server

from smallestai import ArgumentError, BadRequestError, RemoteProtocolError
from smallestai.waves.pronunciation import PronunciationDictionary, read_csv
from waves.worlds import both, json_reply, sent

if TYPE_CHECKING:
    from pathlib import Path

NOWHERE = "http://127.0.0.1:9"
PUNE = {"word": "Pune", "pronunciation": "poo-nay"}
ENTRY = {"id": "d1", "items": [PUNE], "createdAt": "2026-10-02T09:00:00Z", "novel": 1}


@both
def test_dictionaries_are_listed(world: Any) -> None:
    """Each comes with its words and when it was made."""
    with http_server(json_reply([ENTRY, {"id": "d2", "createdAt": "lately"}])) as (url, _):
        first, second = world(url, lambda waves: waves.pronunciation.list())
    assert (first.id, first.words) == ("d1", {"Pune": "poo-nay"})
    assert first.created_at.isoformat() == "2026-10-02T09:00:00+00:00"
    assert second == PronunciationDictionary("d2", {}, None)


@both
@pytest.mark.parametrize(
    "words", [{"Pune": "poo-nay"}, [("Pune", "poo-nay")], [["Pune", "poo-nay"]]]
)
def test_a_dictionary_is_made(world: Any, words: Any) -> None:
    """Of a mapping or of pairs."""
    with http_server(json_reply(ENTRY)) as (url, requests):
        made = world(url, lambda waves: waves.pronunciation.create(words))
    assert made.id == "d1"
    assert requests[0].startswith(b"POST /waves/v1/pronunciation-dicts ")
    assert sent(requests[0]) == {"items": [PUNE]}


@both
@pytest.mark.parametrize("dictionary", ["d1", PronunciationDictionary("d1", {})])
def test_words_are_replaced(world: Any, dictionary: Any) -> None:
    """By the dictionary or by its id; all words go with it."""
    with http_server(json_reply({"id": "d1", "items": [PUNE]})) as (url, requests):
        now = world(url, lambda waves: waves.pronunciation.replace(dictionary, {"Pune": "poo-nay"}))
    assert now == PronunciationDictionary("d1", {"Pune": "poo-nay"}, None)
    assert requests[0].startswith(b"PUT /waves/v1/pronunciation-dicts ")
    assert sent(requests[0]) == {"id": "d1", "items": [PUNE]}


@both
def test_a_dictionary_is_deleted(world: Any) -> None:
    """The id travels in the body, and the service has to say that it is gone."""
    gone, not_gone = ({"id": "d1", "deleted": said} for said in (True, False))
    with http_server(json_reply(gone), json_reply(not_gone), json_reply({})) as (url, requests):
        assert world(url, lambda waves: waves.pronunciation.delete("d1")) is None
        assert requests[0].startswith(b"DELETE /waves/v1/pronunciation-dicts ")
        assert sent(requests[0]) == {"id": "d1"}
        for _ in range(2):
            with pytest.raises(RemoteProtocolError, match="d1 is gone"):
                world(url, lambda waves: waves.pronunciation.delete("d1"))


@both
@pytest.mark.parametrize(
    ("words", "says"),
    [
        ({}, "at least one word"),
        ([], "at least one word"),
        ({"": "x"}, "neither empty"),
        ({"Pune": " "}, "neither empty"),
        ({"Pune": 7}, "neither empty"),
        ([("Pune", "a"), ("Pune", "b")], "'Pune' for the second time"),
        (["Pune"], "must be a pair"),
        ("Pune", "must map words"),
        (7, "must map words"),
    ],
)
def test_words_that_cannot_be(world: Any, words: Any, says: str) -> None:
    """Empty words and words that are there twice are refused before anything is sent."""
    for act in (
        lambda waves: waves.pronunciation.create(words),
        lambda waves: waves.pronunciation.replace("d1", words),
    ):
        with pytest.raises(ArgumentError, match=says):
            world(NOWHERE, act)


@both
@pytest.mark.parametrize("dictionary", ["", None, 7])
def test_an_id_is_needed(world: Any, dictionary: Any) -> None:
    """An empty id names no dictionary."""
    with pytest.raises(ArgumentError, match="dictionary"):
        world(NOWHERE, lambda waves: waves.pronunciation.delete(dictionary))


@both
def test_a_dictionary_of_a_file(world: Any, tmp_path: Path) -> None:
    """A CSV file makes a dictionary: heading, byte order mark, blank lines and quotes allowed."""
    path = tmp_path / "words.csv"
    text = '\ufeffWord,Pronunciation\r\n\r\nPune, poo-nay\r\n"St. John, Sir","sin-jun, sir"\r\n'
    path.write_bytes((text + "us,uss\r\nUS,you ess\r\n").encode())
    words = {"Pune": "poo-nay", "St. John, Sir": "sin-jun, sir", "us": "uss", "US": "you ess"}
    assert read_csv(path) == words
    with http_server(json_reply(ENTRY)) as (url, requests):
        made = world(url, lambda waves: waves.pronunciation.from_csv(path))
    assert made.id == "d1"
    assert [item["word"] for item in sent(requests[0])["items"]] == list(words)


@both
@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "at least one word"),
        ("word,pronunciation\n", "at least one word"),
        ("Pune,poo-nay\n\nDelhi\n", "line 3 must have two columns"),
        ("Pune,poo-nay,x\n", "line 1 must have two columns"),
        ("Pune,\n", "neither empty"),
        ("Pune,a\nPune,b\n", "line 2 has 'Pune' for the second time"),
        ('"Pune,poo-nay\n', "is no CSV"),
        ("Pun\xe9,x\n", "is no CSV"),
        (None, "cannot be read: No such file"),
    ],
)
def test_files_that_cannot_be(world: Any, tmp_path: Path, text: str | None, says: str) -> None:
    """What is wrong is told with its line, before anything is sent."""
    path = tmp_path / "words.csv"
    if text is not None:
        path.write_bytes(text.encode("latin-1"))
    with pytest.raises(ArgumentError, match=says):
        world(NOWHERE, lambda waves: waves.pronunciation.from_csv(str(path)))


@both
def test_refusals_name_the_entry(world: Any) -> None:
    """A refusal of the service says which entry it does not take."""
    issue = {"code": "too_small", "path": ["items", 0, "word"], "message": "too short"}
    refusal = {"error": "Invalid request body", "details": [issue]}
    with http_server(json_reply(refusal, "400 Bad Request")) as (url, _):
        with pytest.raises(BadRequestError, match=r"items\.0\.word: too short"):
            world(url, lambda waves: waves.pronunciation.create({"Pune": "poo-nay"}))

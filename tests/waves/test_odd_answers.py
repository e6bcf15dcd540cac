"""An answer that is JSON of another shape ends in an error of ours that has it, in both worlds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from servers import http_server

from smallestai.errors import RemoteProtocolError
from smallestai.waves.analysis import Metric
from waves.worlds import blocking, both, json_reply

if TYPE_CHECKING:
    from collections.abc import Callable

    Act = Callable[[Any], Any]

CALLS: dict[str, Act] = {
    "voices": lambda waves: waves.voices.list(model="lightning_v3.1"),
    "clones": lambda waves: waves.voices.clones(),
    "dictionaries": lambda waves: waves.pronunciation.list(),
    "new dictionary": lambda waves: waves.pronunciation.create({"Pune": "poo-nay"}),
    "no dictionary": lambda waves: waves.pronunciation.delete("d-1"),
    "analysis": lambda waves: waves.analysis.analyze("User: Hello."),
    "generated": lambda waves: waves.analysis.generate("Who called?"),
    "series": lambda waves: waves.analytics.series("tts_credits"),
    "log": lambda waves: waves.analytics.stt_logs(),
    "token": lambda waves: waves.tokens.create(),
    "health": lambda waves: waves.health(),
}


@both
@pytest.mark.parametrize("body", [None, [1, 2], "down"], ids=["null", "list", "text"])
@pytest.mark.parametrize("act", CALLS.values(), ids=CALLS.keys())
def test_another_kind_of_json(world: Any, act: Act, body: object) -> None:
    """Null, a list and a text are no answer, and are told of as such."""
    with http_server(json_reply(body)) as (url, _), pytest.raises(RemoteProtocolError):
        world(url, act, max_retries=0)


@both
@pytest.mark.parametrize(
    ("act", "body"),
    [
        (CALLS["voices"], {"voices": [None]}),
        (CALLS["voices"], {"voices": [{"voiceId": "a", "tags": {"language": 5}}]}),
        (CALLS["clones"], {"data": 5}),
        (CALLS["clones"], {"data": [{"voiceId": "a", "samples": 5}]}),
        (CALLS["dictionaries"], [{"id": "d", "items": ["x"]}]),
        (CALLS["new dictionary"], {}),
        (CALLS["analysis"], {"summary": "s", "dispositionMetrics": 5}),
        (CALLS["series"], {"timestamps": 5, "values": [1]}),
        (CALLS["log"], {"data": 5}),
    ],
)
def test_parts_of_another_kind(world: Any, act: Act, body: Any) -> None:
    """A part that cannot be read is told of, with the answer."""
    with http_server(json_reply(body)) as (url, _), pytest.raises(RemoteProtocolError) as caught:
        world(url, act, max_retries=0)
    assert caught.value.body is not None


@both
def test_an_answer_without_a_token(world: Any) -> None:
    """There is no token of nothing; an end that lies beyond all sense is the one asked for."""
    with (
        http_server(json_reply({"expires_in": 60})) as (url, _),
        pytest.raises(RemoteProtocolError, match="no token"),
    ):
        world(url, CALLS["token"])
    reply = json_reply({"access_token": "wat_1", "expires_in": 10**30})
    with http_server(reply) as (url, _):
        assert not world(url, CALLS["token"]).is_expired


def test_labels_of_a_voice_that_are_no_texts_do_not_break_the_filter() -> None:
    """They are compared as they would be written."""
    voice = {"voiceId": "a", "tags": {"accent": 5, "gender": ["x"]}}
    reply = json_reply({"voices": [voice]})
    with http_server(reply) as (url, _):
        (found,) = blocking(url, CALLS["voices"])
    assert found.accent == "5"


def test_a_whole_number_of_many_digits_is_exact() -> None:
    """An order number is no float."""
    metric = Metric("order", "Which order?", "INTEGER")
    assert metric.value_of("12345678901234567891") == 12345678901234567891
    assert metric.value_of("3.0") == 3
    assert metric.value_of("3.5") is None

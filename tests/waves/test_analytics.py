"""Logs and usage, in both worlds."""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from servers import http_server

from smallestai import (
    ArgumentError,
    AsyncSmallestAI,
    AuthenticationError,
    RemoteProtocolError,
    SmallestAI,
)
from smallestai.waves.analytics import Point, Series
from waves.worlds import both, json_reply

NOWHERE = "http://127.0.0.1:9"
NOON = datetime(2026, 10, 2, 12, tzinfo=UTC)


def _page(entries: list[str], **fields: Any) -> bytes:
    data = [{"request_id": name} for name in entries]
    return json_reply({"status": "success", "data": data, **fields})


def _pages(requests: list[bytes]) -> list[tuple[str, str]]:
    found = [re.search(rb"page=(\d+)&pageSize=(\d+)", request) for request in requests]
    return [(each[1].decode(), each[2].decode()) for each in found if each]


@both
@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("stt_logs", b"GET /waves/v1/analytics/asr/logs?"),
        ("webhook_logs", b"GET /waves/v1/analytics/webhooks/logs?"),
        ("tts_logs", b"GET /waves/v1/analytics/tts/logs?"),
    ],
)
def test_pages_are_asked_for_once_each(world: Any, method: str, path: bytes) -> None:
    """Every entry of every page comes, and no page beyond the last one is asked for."""
    pages = [
        _page(["a", "b"], page=1, pageSize=2, totalPages=2),
        _page(["c", "d"], page=2, pageSize=2, totalPages=2),
    ]
    with http_server(*pages) as (url, requests):
        entries = world(url, lambda waves: getattr(waves.analytics, method)(page_size=2))
    names = [entry.to_dict()["request_id"] for entry in entries]
    assert names == ["a", "b", "c", "d"]
    assert _pages(requests) == [("1", "2"), ("2", "2")]
    assert all(request.startswith(path) for request in requests)


@both
@pytest.mark.parametrize(
    ("pages", "count"),
    [
        ([_page([], totalPages=0)], 0),
        ([_page([], totalPages=9)], 0),
        ([_page(["a"])], 1),
        ([_page(["a", "b"]), _page([])], 2),
        ([_page(["a", "b"]), _page(["c"])], 3),
        ([json_reply({"status": "success"})], 0),
        ([_page(["a"], pageSize=1), _page([], pageSize=1)], 1),
    ],
)
def test_logs_end(world: Any, pages: list[bytes], count: int) -> None:
    """A log without a count of its pages ends by a page that is not full."""
    with http_server(*pages) as (url, requests):
        entries = world(url, lambda waves: waves.analytics.stt_logs(page_size=2))
    assert len(entries) == count
    assert len(requests) == len(pages)


def test_pages_are_asked_for_when_they_are_needed() -> None:
    """Who stops early asks for no more, and nothing is asked for before it is read."""
    page = _page(["a", "b"], totalPages=99)
    with http_server(page) as (url, requests), SmallestAI("sk_x", base_url=url) as client:
        entries = client.waves.analytics.stt_logs()
        assert requests == []
        assert next(entries).request_id == "a"
        assert next(entries).request_id == "b"
        assert len(requests) == 1

    async def play(url: str) -> None:
        async with AsyncSmallestAI("sk_x", base_url=url) as client:
            assert (await anext(client.waves.analytics.stt_logs())).request_id == "a"

    with http_server(page) as (url, requests):
        asyncio.run(play(url))
        assert len(requests) == 1


@both
@pytest.mark.parametrize("size", [0, 101, -1, "50", True, 1.5])
def test_page_sizes_that_cannot_be(world: Any, size: Any) -> None:
    """A page has 1 to 100 entries; this is told when the log is asked for, not when it is read."""
    for method in ("stt_logs", "tts_logs", "webhook_logs"):
        with pytest.raises(ArgumentError, match="page_size"):
            world(
                NOWHERE, lambda waves, name=method: getattr(waves.analytics, name)(page_size=size)
            )


@both
@pytest.mark.parametrize(
    ("measure", "path", "total"),
    [
        ("stt_requests", "asr/usage", {"totalRequestCount": 0}),
        ("tts_requests", "tts/usage", {"totalRequestCount": 3}),
        ("tts_credits", "tts/usage/credits", {"totalCredits": 2.5}),
        ("tts_concurrency", "tts/concurrency", {}),
        ("tts_connections", "tts/ws-connections", {}),
    ],
)
def test_series(world: Any, measure: Any, path: str, total: dict[str, float]) -> None:
    """A series is a list of points, with its total where there is one."""
    times = ["2026-10-02T12:00:00Z", "2026-10-02T13:00:00Z"]
    body = {"timestamps": times, "values": [1, 2], **total}
    start = NOON.astimezone(timezone(timedelta(hours=5.5)))
    with http_server(json_reply(body)) as (url, requests):
        series = world(
            url,
            lambda waves: waves.analytics.series(
                measure, start, NOON + timedelta(days=1), granularity="hour"
            ),
        )
    hour = timedelta(hours=1)
    assert series == Series([Point(NOON, 1), Point(NOON + hour, 2)], *total.values())
    assert list(series) == series.points
    assert len(series) == 2
    line = requests[0].partition(b" HTTP")[0].decode()
    assert line.startswith(f"GET /waves/v1/analytics/{path}/timeseries?")
    assert "from=2026-10-02T17%3A30%3A00%2B05%3A30" in line
    assert "to=2026-10-03T12%3A00%3A00Z" in line
    assert "granularity=hour" in line


@both
def test_a_series_that_does_not_fit(world: Any) -> None:
    """Times without values are no series; nothing at all is an empty one."""
    broken = {"timestamps": ["2026-10-02T12:00:00Z"], "values": []}
    with http_server(json_reply(broken), json_reply({})) as (url, _):
        with pytest.raises(RemoteProtocolError, match="1 times and 0 values"):
            world(url, lambda waves: waves.analytics.series("tts_requests"))
        assert world(url, lambda waves: waves.analytics.series("tts_requests")) == Series()


@both
@pytest.mark.parametrize(
    ("name", "given", "options"),
    [
        ("measure", ("requests",), {}),
        ("granularity", ("tts_requests",), {"granularity": "week"}),
        ("start", ("tts_requests", datetime(2026, 10, 2)), {}),
        ("end", ("tts_requests", NOON, "tomorrow"), {}),
        ("end", ("tts_requests", NOON, NOON), {}),
    ],
)
def test_periods_that_cannot_be(world: Any, name: str, given: Any, options: Any) -> None:
    """What the service cannot answer is refused before anything is sent."""
    with pytest.raises(ArgumentError) as caught:
        world(NOWHERE, lambda waves: waves.analytics.series(*given, **options))
    assert caught.value.argument == name


@both
def test_a_record_is_deleted(world: Any) -> None:
    """The id is a part of the path; an empty one is refused."""
    refusal = json_reply({"error": "unauthorized"}, "401 Unauthorized")
    with http_server(json_reply({"status": "success"}), refusal) as (url, requests):
        assert world(url, lambda waves: waves.analytics.delete_stt_record("r/1")) is None
        with pytest.raises(AuthenticationError):
            world(url, lambda waves: waves.analytics.delete_stt_record("r2"))
    assert requests[0].startswith(b"DELETE /waves/v1/analytics/asr/history/r%2F1 ")
    for wrong in ("", " ", None):
        with pytest.raises(ArgumentError, match="request_id"):
            world(NOWHERE, lambda waves, name=wrong: waves.analytics.delete_stt_record(name))

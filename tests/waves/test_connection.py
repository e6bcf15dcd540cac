"""`tts.connect`: what a caller sees of one socket for many utterances."""

from __future__ import annotations

import time
from typing import Any

import pytest

from smallestai import AsyncSmallestAI, SmallestAI, Timeout
from smallestai.errors import (
    APIConnectionError,
    APITimeoutError,
    ArgumentError,
    LocalProtocolError,
    StreamClosedError,
)
from waves.speaker import (
    COMPLETE,
    KEY,
    audio_of,
    begin,
    both,
    break_off,
    done,
    first,
    heard,
    speaking,
    using,
)

Kind = type[SmallestAI] | type[AsyncSmallestAI]


@both
async def test_two_utterances_need_one_handshake(kind: Kind) -> None:
    """The ``with`` statement makes it; `stream` and `synthesize` use it."""
    with speaking() as speaker:
        async with using(kind(KEY, base_url=speaker.url)) as client:
            async with using(client.waves.tts.connect()) as connection:
                await speaker.until(lambda: len(speaker.sockets) == 1)
                assert speaker.asked == []
                assert await heard(connection, "one") == audio_of("one")
                audio = await done(connection.synthesize("two", sample_rate=8000))
                assert (audio.data, audio.sample_rate) == (audio_of("two"), 8000)
            await speaker.until(lambda: speaker.ended == [0])
            assert speaker.sockets[0].close_code == 1000
    assert speaker.asked == [(0, "one"), (0, "two")]


@both
async def test_a_connection_needs_no_with_statement(kind: Kind) -> None:
    """The first utterance opens the socket; `open` does so before, however often it is called."""
    with speaking() as speaker:
        async with using(kind(KEY, base_url=speaker.url)) as client:
            late, early = client.waves.tts.connect(), client.waves.tts.connect()
            for _ in range(2):
                await done(early.open())
            await speaker.until(lambda: len(speaker.sockets) == 1)
            await heard(late, "late")
            await heard(early, "early")
            for connection in (early, late):
                await done(connection.close())
    assert speaker.asked == [(1, "late"), (0, "early")]


@both
async def test_a_connection_shares_with_nobody(kind: Kind) -> None:
    """Two connections and the client's own streams have sockets of their own."""
    with speaking() as speaker:
        async with using(kind(KEY, base_url=speaker.url)) as client:
            tts = client.waves.tts
            one, two = tts.connect(), tts.connect()
            for _ in range(2):
                for source, text in ((one, "one"), (two, "two"), (tts, "three")):
                    assert await heard(source, text) == audio_of(text)
            for connection in (one, two):
                await done(connection.close())
    assert speaker.asked == [(0, "one"), (1, "two"), (2, "three")] * 2


@both
async def test_an_utterance_may_differ_from_the_rest(kind: Kind) -> None:
    """Its own options win over the connection's, for itself alone."""
    with speaking() as speaker:
        async with using(kind(KEY, base_url=speaker.url)) as client:
            tts = client.waves.tts
            async with using(tts.connect(voice_id="magnus", sample_rate=8000)) as connection:
                await heard(connection, "one")
                stream = connection.stream("two", sample_rate=16000, speed=1.5)
                assert stream.format.sample_rate == 16000
                async with using(stream):
                    await done(stream.read())
                assert connection.stream("three").format.sample_rate == 8000
                await heard(connection, "three")
    fields = [
        (each["voice_id"], each["sample_rate"], each.get("speed")) for each in speaker.messages
    ]
    assert fields == [("magnus", 8000, None), ("magnus", 16000, 1.5), ("magnus", 8000, None)]


@both
async def test_what_cannot_be_spoken_is_refused_at_once(kind: Kind) -> None:
    """Options when the connection is made, a text when the stream is; nothing is sent."""
    async with using(kind(KEY, base_url="http://127.0.0.1:9")) as client:
        with pytest.raises(ArgumentError, match="sample_rate"):
            client.waves.tts.connect(sample_rate=1)
        connection = client.waves.tts.connect()
        with pytest.raises(ArgumentError, match="text"):
            connection.stream(" ")
        with pytest.raises(ArgumentError, match="speed"):
            connection.stream("Hello.", speed=9)
        with pytest.raises(ArgumentError, match="output_format"):
            await done(connection.synthesize("Hello.", output_format="wav"))


@both
async def test_the_handshake_is_the_clients(kind: Kind) -> None:
    """Key, headers and address are those of the client, or of the variant that connects."""
    with speaking() as speaker:
        async with using(kind(KEY, base_url=f"{speaker.url}/proxy")) as client:
            variant = client.with_options(headers={"X-Tenant": "2"}, api_key="sk_test_another")
            for each in (client, variant):
                async with using(each.waves.tts.connect(expire_content=True)) as connection:
                    await heard(connection, "one")
    mine, other = speaker.headers(0), speaker.headers(1)
    assert mine["Authorization"] == f"Bearer {KEY}"
    assert mine["X-Source"].startswith("smallestai-python/")
    assert mine["x-expire-content"] == other["x-expire-content"] == "true"
    assert "X-Tenant" not in mine
    assert (other["Authorization"], other["X-Tenant"]) == ("Bearer sk_test_another", "2")
    assert speaker.sockets[0].request.path == "/proxy/waves/v1/tts/live"  # type: ignore[union-attr]


@both
@pytest.mark.parametrize("where", ["utterance", "client", "variant"])
async def test_timeouts(kind: Kind, where: str) -> None:
    """An utterance may have its own; it fails by itself, and the next one works."""
    short = Timeout(first=5, between=0.3)
    with speaking(one_0=begin) as speaker:
        given = {"timeout": short} if where == "client" else {}
        async with using(kind(KEY, base_url=speaker.url, **given)) as client:
            variant = client.with_options(timeout=short) if where == "variant" else client
            options: dict[str, Any] = {"timeout": short} if where == "utterance" else {}
            async with using(variant.waves.tts.connect()) as connection:
                began = time.monotonic()
                with pytest.raises(APITimeoutError) as caught:
                    await heard(connection, "one", **options)
                assert time.monotonic() - began < 2
                assert await heard(connection, "two") == audio_of("two")
    assert (caught.value.timeout, caught.value.audio) == ("between", audio_of("one"))
    assert speaker.asked == [(0, "one"), (1, "two")]


@both
async def test_one_utterance_at_a_time(kind: Kind) -> None:
    """The second is refused with a hint, `open` too; the first goes on."""
    with speaking(one_0=begin) as speaker:
        async with using(kind(KEY, base_url=speaker.url)) as client:
            async with using(client.waves.tts.connect()) as connection:
                async with using(connection.stream("one")) as stream:
                    assert await first(stream) == audio_of("one")
                    with pytest.raises(LocalProtocolError, match="under way") as caught:
                        await done(connection.synthesize("two"))
                    assert "close it first" in str(caught.value)
                    with pytest.raises(LocalProtocolError, match="under way"):
                        await done(connection.open())
                    speaker.sockets[0].send(COMPLETE)
                    assert (await done(stream.read())).data == audio_of("one")
                assert await heard(connection, "three") == audio_of("three")
    assert speaker.asked == [(0, "one"), (0, "three")]


@both
async def test_a_socket_the_server_closed_is_opened_again(kind: Kind) -> None:
    """Between utterances that goes unnoticed; in the middle of one it is that one's error."""
    with speaking(three_1=break_off) as speaker:
        async with using(kind(KEY, base_url=speaker.url)) as client:
            async with using(client.waves.tts.connect()) as connection:
                await heard(connection, "one")
                await speaker.close(0)
                assert await heard(connection, "two") == audio_of("two")
                with pytest.raises(StreamClosedError) as caught:
                    await heard(connection, "three")
                assert caught.value.audio == audio_of("three")
                assert await heard(connection, "four") == audio_of("four")
    assert speaker.asked == [(0, "one"), (1, "two"), (1, "three"), (2, "four")]


@both
async def test_a_closed_connection_speaks_no_more(kind: Kind) -> None:
    """Neither does it open again; closing it twice is fine."""
    with speaking() as speaker:
        async with using(kind(KEY, base_url=speaker.url)) as client:
            async with using(client.waves.tts.connect()) as connection:
                await heard(connection, "one")
            await done(connection.close())
            for use in (lambda: heard(connection, "two"), lambda: done(connection.open())):
                with pytest.raises(LocalProtocolError, match="connection is closed") as caught:
                    await use()
                assert "Make a new one" in str(caught.value)
    assert speaker.asked == [(0, "one")]


@both
async def test_an_utterance_outlives_the_close_of_its_connection(kind: Kind) -> None:
    """Who is listening hears the rest; then the socket goes."""
    with speaking(one_0=begin) as speaker:
        async with using(kind(KEY, base_url=speaker.url)) as client:
            async with using(client.waves.tts.connect()) as connection:
                stream = connection.stream("one")
                assert await first(stream) == audio_of("one")
            assert speaker.ended == []
            speaker.sockets[0].send(COMPLETE)
            assert (await done(stream.read())).data == audio_of("one")
            await speaker.until(lambda: speaker.ended == [0])


@both
async def test_a_closed_client_connects_no_more(kind: Kind) -> None:
    """`connect` says so before anything is tried."""
    client = kind(KEY, base_url="http://127.0.0.1:9")
    tts = client.waves.tts
    await done(client.close())
    with pytest.raises(LocalProtocolError, match="client is closed"):
        tts.connect()


@both
async def test_nobody_listens(kind: Kind) -> None:
    """Entering the connection fails, and leaves nothing."""
    async with using(kind(KEY, base_url="http://127.0.0.1:9")) as client:
        with pytest.raises(APIConnectionError, match=r"127\.0\.0\.1:9"):
            async with using(client.waves.tts.connect()):
                pass

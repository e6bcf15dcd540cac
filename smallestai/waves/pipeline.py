"""An LLM's tokens to speech: what `speak` puts together. Blocking and async, side by side."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterable, Iterable
from typing import TYPE_CHECKING, Any

from smallestai.errors import ArgumentError
from smallestai.protocol.narration import Narration
from smallestai.protocol.pause import Pause
from smallestai.text import TextChunker
from smallestai.waves._narration_links import AsyncNarrationLink, NarrationLink
from smallestai.waves._narration_replies import AsyncReplyNarrationLink, ReplyNarrationLink
from smallestai.waves._narrator import ON_DISCONNECT, Script
from smallestai.waves._shelf import Wanted
from smallestai.waves.request import SpeechOptions, check_number, check_one_of, speech_request
from smallestai.waves.speech import AsyncSpeechStream, SpeechStream

if TYPE_CHECKING:
    from smallestai._config import Config
    from smallestai._http import AsyncTransport, Transport
    from smallestai.protocol.narration import Continuity
    from smallestai.waves._narrator import OnDisconnect
    from smallestai.waves._sockets_pool import AsyncSockets, Sockets
    from smallestai.waves.request import SpeechRequest
    from smallestai.waves.request import Transport as TransportName

# The service cuts longer texts by itself, at about 240 characters, and may answer each part with a
# `complete` of its own, which would be counted as the next piece's.
_LIMIT = 240

# Seconds: longer than a model or a network pauses between two tokens, shorter than a listener
# takes for the end.
FLUSH_SECONDS = 0.5
_LONGEST_PAUSE = 86_400

# What can be joined piece to piece, for it has neither header nor frames.
_JOINED = ("pcm", "ulaw", "alaw")

CONTINUITIES: tuple[Continuity, ...] = ("context", "flush", "plain")


class SpeakOptions(SpeechOptions, total=False):
    """How tokens are to be spoken: `SpeechOptions`, and these.

    Attributes:
        continuity: How pieces follow one another over a socket. ``context`` (default) lets the
            voice go on between them; ``flush`` and ``plain`` are for servers without contexts.
        on_disconnect: ``resume`` (default) goes on over a new connection, nothing lost and nothing
            said twice; ``raise`` raises with what was received.
        markdown: Whether Markdown, emoji, links and code are made speakable; True by default.
        flush_after: When the source gives nothing for so many seconds, what it gave is spoken
            without waiting for the rest of the sentence, as far as it can stand alone: up to its
            last mark, or else a clause's worth of whole words. Not while the listener still has
            more than that to hear. 0.5 by default; None waits for as long as the source does.
    """

    continuity: Continuity
    on_disconnect: OnDisconnect
    markdown: bool
    flush_after: float | None


class _Plan:
    """What both worlds share: the checked options."""

    def __init__(self, transport: TransportName, options: SpeakOptions) -> None:
        chosen: dict[str, Any] = dict(options)
        continuity = chosen.pop("continuity", "context")
        on_disconnect = chosen.pop("on_disconnect", "resume")
        markdown = chosen.pop("markdown", True)
        flush_after = chosen.pop("flush_after", FLUSH_SECONDS)
        check_one_of("continuity", continuity, CONTINUITIES)
        check_one_of("on_disconnect", on_disconnect, ON_DISCONNECT)
        if flush_after is not None:
            check_number("flush_after", flush_after, 0, _LONGEST_PAUSE)
        self.request: SpeechRequest = speech_request("speak", transport, **chosen)
        form = self.request.format
        check_one_of("output_format", form.encoding, _JOINED)
        chunker = TextChunker(chosen.get("language"), markdown=markdown, limit=_LIMIT)
        narration = Narration(
            self.request.settings,
            continuity=continuity if transport == "websocket" else "plain",
            context_id=f"speak-{secrets.token_hex(8)}",
            sample_size=form.frame_size or 1,
        )
        self.script = Script(narration, chunker, Pause(flush_after), form, on_disconnect)


def speak_over_socket(
    sockets: Sockets, config: Config, tokens: Iterable[Any], options: SpeakOptions
) -> SpeechStream:
    """Return the stream of tokens over one of these sockets."""
    _check_tokens(tokens, Iterable)
    plan = _Plan("websocket", options)
    wanted = Wanted(config, plan.request.headers)
    return SpeechStream(NarrationLink(sockets, wanted, tokens, plan.script), plan.request)


def async_speak_over_socket(
    sockets: AsyncSockets,
    config: Config,
    tokens: AsyncIterable[Any] | Iterable[Any],
    options: SpeakOptions,
) -> AsyncSpeechStream:
    """Return the stream of tokens over one of these sockets."""
    _check_tokens(tokens, AsyncIterable, Iterable)
    plan = _Plan("websocket", options)
    wanted = Wanted(config, plan.request.headers)
    return AsyncSpeechStream(AsyncNarrationLink(sockets, wanted, tokens, plan.script), plan.request)


def speak_over_http(
    transport: Transport, tokens: Iterable[Any], options: SpeakOptions, *, events: bool
) -> SpeechStream:
    """Return the stream of tokens by one HTTP request a piece."""
    _check_tokens(tokens, Iterable)
    plan = _Plan("sse" if events else "http", options)
    transport = transport.with_config(transport.config.replace(max_retries=0))  # the link retries
    link = ReplyNarrationLink(transport, plan.request, tokens, plan.script, events=events)
    return SpeechStream(link, plan.request)


def async_speak_over_http(
    transport: AsyncTransport,
    tokens: AsyncIterable[Any] | Iterable[Any],
    options: SpeakOptions,
    *,
    events: bool,
) -> AsyncSpeechStream:
    """Return the stream of tokens by one HTTP request a piece."""
    _check_tokens(tokens, AsyncIterable, Iterable)
    plan = _Plan("sse" if events else "http", options)
    transport = transport.with_config(transport.config.replace(max_retries=0))  # the link retries
    link = AsyncReplyNarrationLink(transport, plan.request, tokens, plan.script, events=events)
    return AsyncSpeechStream(link, plan.request)


def _check_tokens(tokens: object, *kinds: type) -> None:
    if not isinstance(tokens, kinds):
        names = " or ".join(f"an {kind.__name__}" for kind in kinds)
        remedy = f"must be {names} of text or chunks of a chat completion"
        raise ArgumentError("tokens", type(tokens), remedy)

"""What a spoken conversation is asked for, checked before anything is sent; and its recordings."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict

from smallestai._resample import Resampler, read_wav
from smallestai.errors import ArgumentError
from smallestai.waves._chat_messages import wire_messages

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from smallestai._tools import Tool
    from smallestai.waves._chat_messages import Messages
    from smallestai.waves._chat_request import ChatSettings
    from smallestai.waves._stt_live import LiveOptions
    from smallestai.waves.pipeline import SpeakOptions

_BLOCK_SECONDS = 0.1
_RATE = 16_000


class ConverseOptions(TypedDict, total=False):
    """How a conversation goes.

    Attributes:
        play: Whether answers are played through the loudspeaker. By default those to a microphone
            are, others are not.
        system: What the model is told beforehand.
        messages: The conversation so far, to go on with.
        tools: Python functions the model may call; an answer is then spoken once it is whole.
        listen: How speech is transcribed; see `LiveOptions`. Its encoding is ``linear16``.
        chat: How the model answers; see `ChatSettings`.
        speech: How answers are spoken; see `SpeakOptions`.
    """

    play: bool
    system: str
    messages: Messages
    tools: Sequence[Callable[..., Any] | Tool]
    listen: LiveOptions
    chat: ChatSettings
    speech: SpeakOptions


@dataclass
class Plan:
    """The checked options of a conversation."""

    play: bool
    tools: list[Any]
    listen: dict[str, Any]
    chat: dict[str, Any]
    speech: dict[str, Any]
    messages: list[dict[str, Any]]
    path: Path | None

    @property
    def rate(self) -> int:
        """Samples per second of the user's audio."""
        return int(self.listen["sample_rate"])


def plan_of(source: Any, options: ConverseOptions, *, blocking: bool) -> Plan:
    """Check the options as far as the parts of a conversation do not do so themselves.

    Raises:
        ArgumentError: One has a value that no conversation can have.
    """
    unknown = sorted(set(options) - set(ConverseOptions.__annotations__))
    if unknown:
        raise TypeError(f"converse() got an unexpected keyword argument {unknown[0]!r}")
    path = Path(source) if isinstance(source, str | os.PathLike) else None
    play = options.get("play", source is None)
    if play and path is not None:
        remedy = "is not for a file, which is heard faster than it lasts: use save()"
        raise ArgumentError("play", play, remedy)
    listen: dict[str, Any] = {
        "sample_rate": _RATE,
        "vad_events": True,
        **_settings(options, "listen"),
    }
    if listen.get("encoding", "linear16") != "linear16":
        raise ArgumentError("listen['encoding']", listen["encoding"], "must be 'linear16'")
    messages = wire_messages(options["messages"]) if options.get("messages") else []
    if "system" in options:
        messages = [{"role": "system", "content": options["system"]}, *messages]
    tools = _tools(options.get("tools") or ())
    chat: dict[str, Any] = _settings(options, "chat")
    if "tools" in chat:
        raise ArgumentError("chat['tools']", "...", "belong into tools=, which calls them")
    if tools:
        from smallestai.waves._chat_tools import ChatRun

        ChatRun("?", tools, 1, chat, blocking=blocking)  # checks them
    speech = {"word_timestamps": True, **_settings(options, "speech")}
    return Plan(play, tools, listen, chat, speech, messages, path)


def _settings(options: Mapping[str, Any], name: str) -> dict[str, Any]:
    given = options.get(name, {})
    if not isinstance(given, Mapping) or not all(isinstance(each, str) for each in given):
        raise ArgumentError(name, given, "must map names to values")
    return dict(given)


def _tools(given: Any) -> list[Any]:
    if isinstance(given, str | bytes) or not isinstance(given, Iterable):
        raise ArgumentError("tools", given, "must be a list of functions")
    return list(given)


def blocks_of(path: Path, rate: int) -> list[bytes]:
    """Return a WAV file as blocks of PCM16 mono.

    Raises:
        ArgumentError: It cannot be read, is no WAV, or is empty.
        ConfigurationError: It has another rate, and the ``[audio]`` extra is missing.
    """
    samples, own, channels = read_wav(path)
    resampler = Resampler(own, rate, channels=channels)
    pcm = resampler.feed(samples) + resampler.end()
    if not pcm:
        raise ArgumentError("source", str(path), "is empty: there is nothing to listen to")
    size = 2 * round(rate * _BLOCK_SECONDS)
    return [pcm[at : at + size] for at in range(0, len(pcm), size)]

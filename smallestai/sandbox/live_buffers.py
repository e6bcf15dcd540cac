"""Text on its way to the live socket's voice: held, joined and released by the service's rules.

Without `context_id` a fragment is spoken at once, unless `continue` holds it until `flush`, until
a fragment without `continue`, or until `max_buffer_flush_ms`. With `context_id` the text of a
context is spoken up to a sentence end, and whole when `continue` is not set, when the context is
closed, or when the first fragment still held has waited for `max_buffer_delay_ms`. Text is joined
verbatim. A release of nothing but white space is none.

Nothing here waits: the time, in seconds, is an argument.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import define, field, frozen

from .segments import cut, last_sentence_end

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .settings import Settings

_OF_ONE_FRAGMENT = {"text", "continue", "flush", "context_close", "cancel_request"}


@frozen
class Segment:
    """A text to be spoken as one synthesis, with one request id and one end.

    Attributes:
        body: The request: the text, and what the fragments said of how to speak it.
        in_context: Whether it comes from a context.
    """

    body: Mapping[str, Any]
    in_context: bool


@define
class _Buffer:
    """Held text, and the settings that came with it, the last one of each counting."""

    in_context: bool
    body: dict[str, Any] = field(factory=dict)
    parts: list[tuple[float, str]] = field(factory=list)  # when each arrived, what is left of it
    wait: float | None = None  # seconds from the arrival of the first part; None is for ever

    @property
    def text(self) -> str:
        return "".join(text for _, text in self.parts)

    @property
    def deadline(self) -> float | None:
        if self.wait is None or not self.parts:
            return None
        return self.parts[0][0] + self.wait

    def add(self, fragment: Mapping[str, Any], now: float) -> None:
        self.body |= {key: fragment[key] for key in fragment.keys() - _OF_ONE_FRAGMENT}
        if text := fragment.get("text", ""):
            self.parts.append((now, text))

    def release(self, size: int | None = None) -> Iterator[Segment]:
        """Take that many characters, or all, out of the buffer."""
        text = self.text[:size]
        self._drop(len(text))
        if text.strip():
            yield Segment({**self.body, "text": text}, self.in_context)

    def release_past(self, limit: int) -> Iterator[Segment]:
        """Take text out until no more than a number of characters are left."""
        while len(text := self.text) > limit:
            yield from self.release(cut(text, limit))

    def _drop(self, size: int) -> None:
        while self.parts and size >= len(self.parts[0][1]):
            size -= len(self.parts.pop(0)[1])
        if size:
            arrived, text = self.parts[0]
            self.parts[0] = (arrived, text[size:])


class Buffers:
    """What one socket holds: the plain buffer and its contexts.

    Args:
        settings: The limits of buffers, and what holds when a fragment names no delay.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._plain = _Buffer(in_context=False)
        self._contexts: dict[str, _Buffer] = {}

    @property
    def deadline(self) -> float | None:
        """When `expired` is to be called next; None while nothing waits for a time."""
        held = [self._plain, *self._contexts.values()]
        return min((each.deadline for each in held if each.deadline is not None), default=None)

    def completed(self, fragment: Mapping[str, Any]) -> dict[str, Any]:
        """Return a fragment with what its context has been told before."""
        context = self._contexts.get(fragment.get("context_id", ""))
        return {**(context.body if context else {}), **fragment}

    def is_empty(self, fragment: Mapping[str, Any]) -> bool:
        """Return whether the buffer that a fragment would join holds nothing."""
        if "context_id" in fragment:
            context = self._contexts.get(fragment["context_id"])
            return context is None or not context.parts
        return not self._plain.parts

    def add(self, fragment: Mapping[str, Any], now: float) -> list[Segment]:
        """Take a fragment; return what is to be spoken now, in order."""
        if "context_id" in fragment:
            return list(self._add_to_context(fragment, now))
        return list(self._add_plain(fragment, now))

    def expired(self, now: float) -> list[Segment]:
        """Return what has waited long enough."""
        segments: list[Segment] = []
        for held in (self._plain, *self._contexts.values()):
            if held.deadline is not None and held.deadline <= now:
                segments += held.release()
        return segments

    def _add_plain(self, fragment: Mapping[str, Any], now: float) -> Iterator[Segment]:
        held = self._plain
        if fragment.get("cancel_request"):
            self._plain = _Buffer(in_context=False)
            return
        held.add(fragment, now)
        if fragment.get("flush") or not fragment.get("continue"):
            yield from held.release()
            self._plain = _Buffer(in_context=False)
        elif milliseconds := fragment.get("max_buffer_flush_ms"):
            held.wait = milliseconds / 1000
            yield from held.release_past(self._settings.buffer_max_chars)

    def _add_to_context(self, fragment: Mapping[str, Any], now: float) -> Iterator[Segment]:
        name = fragment["context_id"]
        held = self._contexts.setdefault(name, _Buffer(in_context=True))
        if fragment.get("cancel_request"):
            held.parts.clear()
            return
        held.add(fragment, now)
        if fragment.get("context_close"):
            yield from held.release()
            del self._contexts[name]
        elif not fragment.get("continue"):
            yield from held.release()
        else:
            yield from self._release_sentences(held, now)

    def _release_sentences(self, held: _Buffer, now: float) -> Iterator[Segment]:
        held.wait = held.body.get("max_buffer_delay_ms", self._settings.context_delay_ms) / 1000
        yield from held.release_past(self._settings.buffer_max_chars)
        end = last_sentence_end(held.text)
        if end >= self._settings.context_min_chars:
            yield from held.release(end)
        if held.deadline is not None and held.deadline <= now:
            yield from held.release()

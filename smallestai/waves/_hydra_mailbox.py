"""The mailboxes of a speech-to-speech session, whose replies can be silenced one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smallestai.protocol.hydra_events import AudioDelta, Event
from smallestai.waves import _mailbox

if TYPE_CHECKING:
    from collections.abc import Iterable


class Mailbox(_mailbox.Mailbox[Event]):
    """The blocking one.

    Args:
        audio_only: Keep audio and nothing else.
    """

    def __init__(self, *, audio_only: bool = False) -> None:
        super().__init__(_is_audio if audio_only else None)

    def silence(self, response_id: str | None = None) -> dict[str | None, int]:
        """Take out the audio of one reply, or all; return how many bytes of which that was."""
        return _sizes(self.remove(lambda event: _belongs(event, response_id)))


class AsyncMailbox(_mailbox.AsyncMailbox[Event]):
    """The async one; see `Mailbox`."""

    def __init__(self, *, audio_only: bool = False) -> None:
        super().__init__(_is_audio if audio_only else None)

    def silence(self, response_id: str | None = None) -> dict[str | None, int]:
        """Take out the audio of one reply, or all; see `Mailbox.silence`."""
        return _sizes(self.remove(lambda event: _belongs(event, response_id)))


def _is_audio(event: Event) -> bool:
    return type(event) is AudioDelta


def _belongs(event: Event, response_id: str | None) -> bool:
    return type(event) is AudioDelta and response_id in (None, event.response_id)


def _sizes(removed: Iterable[Event]) -> dict[str | None, int]:
    sizes: dict[str | None, int] = {}
    for event in removed:
        if type(event) is AudioDelta:
            sizes[event.response_id] = sizes.get(event.response_id, 0) + len(event.data)
    return sizes

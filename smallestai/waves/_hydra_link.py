"""The connection of a speech-to-speech session, as far as nothing is waited for."""

from __future__ import annotations

import logging
from time import monotonic
from typing import TYPE_CHECKING

from smallestai._backoff import Backoff
from smallestai._sessions.link import BaseLink
from smallestai.errors import StreamClosedError
from smallestai.protocol.hydra import HydraProtocol, State
from smallestai.protocol.hydra_events import AudioDelta, Disconnected, Event, Reconnected
from smallestai.protocol.hydra_losses import GOOD, PAUSES, loss_of
from smallestai.waves._hydra_settings import PATH, VOICES

if TYPE_CHECKING:
    from smallestai.errors import SmallestError
    from smallestai.waves._hydra_settings import Wanted

_TICK = 1.0  # seconds between looks at the clock while nothing is due


class HydraLink(BaseLink[Event]):
    """What is known of this service; either world waits in a subclass of its own."""

    log = logging.getLogger("smallestai.waves")
    name = PATH
    beginning = frozenset({State.GREETING, State.CONFIGURING})
    ended = State.ENDED
    protocol: HydraProtocol

    def __init__(self, wanted: Wanted) -> None:
        self.protocol = HydraProtocol(wanted.settings, wanted.deadline)
        super().__init__(wanted, {loss: Backoff(*pauses) for loss, pauses in PAUSES.items()})
        self._path = wanted.path
        self._model = wanted.model

    @property
    def _unsent(self) -> int:
        return self.protocol.held_dropped

    def _connected(self) -> None:
        self.protocol.connected(monotonic())

    def _loss(self, error: SmallestError) -> str | None:
        loss = loss_of(error)
        return None if loss == "final" else loss

    def _was_good(self, seconds: float) -> bool:
        return self.protocol.has_replied or seconds >= GOOD

    def _disconnected(self, error: SmallestError, pause: float) -> Disconnected:
        return Disconnected(
            reason=self._redacted(error.message),
            close_code=error.close_code if isinstance(error, StreamClosedError) else None,
            pause=pause,
            tries=self._tries - 1,
        )

    def _reconnected(self, seconds: float, dropped: int) -> Reconnected:
        return Reconnected(session_id=self.protocol.session_id, seconds=seconds, dropped=dropped)

    def _explain(self, error: SmallestError) -> None:
        """Say which voices there are, where the voice was refused; and whether to try again."""
        error.retryable = self._loss(error) is not None
        if "voice" in str(getattr(error, "body", "")):
            error.hint = f"Voices of {self._model}: {', '.join(VOICES[self._model])}."

    def _stirs(self, happened: list[Event]) -> bool:
        return len(happened) != 1 or type(happened[0]) is not AudioDelta

    def _advance(self, now: float) -> tuple[float, bool]:
        """Do what time asks for.

        Returns:
            How long to wait until it asks again, and whether a reply has stopped coming.
        """
        self.protocol.advance(now)
        pause = min(max(self.protocol.due - now, 0.0), _TICK)
        return pause, self.protocol.silence(now) > self._limit

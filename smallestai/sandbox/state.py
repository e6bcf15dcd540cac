"""What one sandbox server knows and owns, shared by all of its handlers."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from .engine import Engine
from .faults import Faults
from .memory import Spoken
from .settings import Settings
from .store import Store
from .validation import Specs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class State:
    """A server's settings, its records, the specifications it checks requests against, its voice.

    Faults that were asked for wait in `faults`; what was said lately is in `spoken`.

    Args:
        settings: The switches.
        api_key: The only key that is accepted; None accepts any that is not empty.
        data: A file that keeps the records between runs; None keeps them in memory.
        clock: Gives the time, in Unix seconds.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        api_key: str | None = None,
        data: str | Path | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.settings = settings or Settings()
        self.api_key = api_key
        self.clock = clock
        self.specs = Specs()
        self.store = Store(data, clock=clock)
        self.engine = Engine()
        self.faults = Faults()
        self.spoken = Spoken()

    def close(self) -> None:
        """Release the records and the engine's thread; closing again does nothing."""
        self.store.close()
        self.engine.close()

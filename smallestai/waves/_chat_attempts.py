"""When a chat completion is asked for again.

An answer changes nothing and can be asked for twice, so 502 and 503 are tried again as well as 429:
four times, with pauses that begin at 250 ms and double up to 8 s. Once an answer has begun it is
not asked for again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from smallestai._backoff import Backoff
from smallestai._config import Config, Timeout, check_retries
from smallestai._retry import Attempts
from smallestai.errors import APIConnectionError, APIError, ArgumentError

if TYPE_CHECKING:
    from smallestai.errors import SmallestError

_RETRIES = 4
_STATUSES = frozenset({429, 502, 503})


class ChatAttempts(Attempts):
    """The attempts of one chat completion.

    Args:
        config: The client's settings. Its ``max_retries`` counts where it is not the default.
        options: ``timeout``, ``headers`` and ``max_retries`` of this call.
    """

    def __init__(self, config: Config, options: Mapping[str, Any] | None) -> None:
        if not isinstance(options, Mapping | None):
            raise ArgumentError("request_options", options, "must be a mapping")
        self._options = dict(options or {})
        given = self._options.get("timeout")
        usual = _RETRIES if config.max_retries == Config.max_retries else config.max_retries
        retries = check_retries(
            self._options.get("max_retries", usual), "request_options['max_retries']"
        )
        timeout = config.timeout if given is None else Timeout.of(given)
        super().__init__("POST /waves/v1/chat/completions", "POST", timeout, retries)
        self._pauses = Backoff(0.25, 8.0)

    def options(self) -> dict[str, Any]:
        """Return the options of the next attempt: it has the time that is left, and is alone."""
        left = replace(self.timeout, total=self.left())
        return {**self._options, "timeout": left, "max_retries": 0}

    def _backoff(self) -> float:
        return self._pauses.next()

    def _may_repeat(self, error: SmallestError) -> bool:
        if isinstance(error, APIConnectionError):
            return not error.sent
        return isinstance(error, APIError) and error.status in _STATUSES

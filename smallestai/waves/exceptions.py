"""The errors of the old clients, for `smallest` and `smallestai.waves.WavesClient`.

New code catches those of `smallestai.errors`; each error here has the new one as its
``__cause__``, with status, code and request id.
"""

from __future__ import annotations

__all__ = ["APIError", "AuthenticationError", "InvalidError", "TTSError", "ValidationError"]


class TTSError(Exception):
    """The base of the old errors: no API key, a file name that cannot be used."""

    def __init__(self, message: str = "There is no API key: set SMALLEST_API_KEY.") -> None:
        super().__init__(message)


InvalidError = TTSError
"""What releases from 4.1 on called `TTSError`."""


class APIError(TTSError):
    """The service refused a request, or could not be reached."""


class ValidationError(TTSError):
    """An argument has a value that is not possible; nothing was sent."""


class AuthenticationError(TTSError):
    """Never raised, neither by us nor by any old release; a wrong key is an `APIError`."""

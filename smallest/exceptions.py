"""The errors of the old clients under their first name."""

from __future__ import annotations

from smallestai.waves.exceptions import (
    APIError,
    AuthenticationError,
    InvalidError,
    TTSError,
    ValidationError,
)

__all__ = ["APIError", "AuthenticationError", "InvalidError", "TTSError", "ValidationError"]

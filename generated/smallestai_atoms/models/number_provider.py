"""The known values of NumberProvider. Others pass: the service may grow."""

from typing import Literal

NumberProvider = Literal["plivo", "twilio"]

"""The known values of SttNumerals. Others pass: the service may grow."""

from typing import Literal

SttNumerals = Literal["auto", "false", "true"]

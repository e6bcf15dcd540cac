"""The known values of NumberType. Others pass: the service may grow."""

from typing import Literal

NumberType = Literal["local", "mobile", "tollfree"]

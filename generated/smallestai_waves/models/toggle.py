"""The known values of Toggle. Others pass: the service may grow."""

from typing import Literal

Toggle = Literal["false", "true"]

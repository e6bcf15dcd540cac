"""The known values of Granularity. Others pass: the service may grow."""

from typing import Literal

Granularity = Literal["day", "hour"]

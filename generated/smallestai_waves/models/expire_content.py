"""The known values of ExpireContent. Others pass: the service may grow."""

from typing import Literal

ExpireContent = Literal["true"]

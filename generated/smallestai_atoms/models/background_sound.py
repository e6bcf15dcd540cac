"""The known values of BackgroundSound. Others pass: the service may grow."""

from typing import Literal

BackgroundSound = Literal["", "cafe", "call_center", "office", "static"]

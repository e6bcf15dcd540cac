"""The known values of StartOutboundCallXTestCall. Others pass: the service may grow."""

from typing import Literal

StartOutboundCallXTestCall = Literal["true"]

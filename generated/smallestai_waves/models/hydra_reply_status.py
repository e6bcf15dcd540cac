"""The known values of HydraReplyStatus. Others pass: the service may grow."""

from typing import Literal

HydraReplyStatus = Literal["cancelled", "completed", "failed", "incomplete"]

"""The known values of ProcessingStatus. Others pass: the service may grow."""

from typing import Literal

ProcessingStatus = Literal["completed", "failed", "pending", "processing"]

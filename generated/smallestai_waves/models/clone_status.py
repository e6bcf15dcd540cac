"""The known values of CloneStatus. Others pass: the service may grow."""

from typing import Literal

CloneStatus = Literal["completed", "failed", "pending", "processing"]

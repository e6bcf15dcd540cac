"""The known values of HydraEntryStatus. Others pass: the service may grow."""

from typing import Literal

HydraEntryStatus = Literal["completed", "in_progress", "incomplete"]

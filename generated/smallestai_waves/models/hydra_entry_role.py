"""The known values of HydraEntryRole. Others pass: the service may grow."""

from typing import Literal

HydraEntryRole = Literal["assistant", "system", "user"]

"""The known values of HydraEntryType. Others pass: the service may grow."""

from typing import Literal

HydraEntryType = Literal["function_call", "function_call_output", "message"]

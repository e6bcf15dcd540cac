"""The known values of FreezeResponseErrorType. Others pass: the service may grow."""

from typing import Literal

FreezeResponseErrorType = Literal["config_freeze_active"]

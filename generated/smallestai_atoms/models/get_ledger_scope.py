"""The known values of GetLedgerScope. Others pass: the service may grow."""

from typing import Literal

GetLedgerScope = Literal["platform", "voice_ai", "voice_models"]

"""The known values of TransferOptionType. Others pass: the service may grow."""

from typing import Literal

TransferOptionType = Literal["cold_transfer", "warm_transfer"]

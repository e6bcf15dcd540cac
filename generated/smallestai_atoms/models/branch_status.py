"""The known values of BranchStatus. Others pass: the service may grow."""

from typing import Literal

BranchStatus = Literal["active", "archived"]

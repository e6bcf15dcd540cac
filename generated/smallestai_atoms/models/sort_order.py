"""The known values of SortOrder. Others pass: the service may grow."""

from typing import Literal

SortOrder = Literal["asc", "desc"]

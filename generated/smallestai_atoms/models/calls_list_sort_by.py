"""The known values of CallsListSortBy. Others pass: the service may grow."""

from typing import Literal

CallsListSortBy = Literal["avgLatency", "callDuration", "createdAt", "updatedAt"]

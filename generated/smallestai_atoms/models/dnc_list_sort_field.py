"""The known values of DncListSortField. Others pass: the service may grow."""

from typing import Literal

DncListSortField = Literal["createdAt", "phoneNumber"]

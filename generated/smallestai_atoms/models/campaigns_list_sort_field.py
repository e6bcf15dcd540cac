"""The known values of CampaignsListSortField. Others pass: the service may grow."""

from typing import Literal

CampaignsListSortField = Literal["createdAt", "updatedAt"]

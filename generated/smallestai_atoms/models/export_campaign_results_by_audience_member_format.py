"""The known values of ExportCampaignResultsByAudienceMemberFormat. Others pass: the service may grow."""

from typing import Literal

ExportCampaignResultsByAudienceMemberFormat = Literal["csv", "json"]

"""The known values of CampaignStatus. Others pass: the service may grow."""

from typing import Literal

CampaignStatus = Literal[
    "completed", "draft", "failed", "paused", "processing", "running", "scheduled"
]

"""The known values of ComplianceApplicationStatus. Others pass: the service may grow."""

from typing import Literal

ComplianceApplicationStatus = Literal[
    "accepted", "draft", "expired", "rejected", "submitted", "suspended"
]

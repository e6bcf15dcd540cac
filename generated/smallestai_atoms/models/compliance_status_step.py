"""The known values of ComplianceStatusStep. Others pass: the service may grow."""

from typing import Literal

ComplianceStatusStep = Literal["accepted", "expired", "form", "rejected", "submitted", "suspended"]

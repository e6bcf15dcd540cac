"""The known values of GetAnalyticsConcurrencyIncludeAgents. Others pass: the service may grow."""

from typing import Literal

GetAnalyticsConcurrencyIncludeAgents = Literal["false", "true"]

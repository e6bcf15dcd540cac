"""The known values of WidgetConfigSize. Others pass: the service may grow."""

from typing import Literal

WidgetConfigSize = Literal["compact", "full", "tiny"]

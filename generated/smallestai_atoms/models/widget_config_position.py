"""The known values of WidgetConfigPosition. Others pass: the service may grow."""

from typing import Literal

WidgetConfigPosition = Literal["bottom-left", "bottom-right", "top-left", "top-right"]

"""The known values of WidgetConfigTheme. Others pass: the service may grow."""

from typing import Literal

WidgetConfigTheme = Literal["dark", "light"]

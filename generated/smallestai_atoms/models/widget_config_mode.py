"""The known values of WidgetConfigMode. Others pass: the service may grow."""

from typing import Literal

WidgetConfigMode = Literal["chat", "voice"]

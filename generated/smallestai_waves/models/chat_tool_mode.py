"""The known values of ChatToolMode. Others pass: the service may grow."""

from typing import Literal

ChatToolMode = Literal["auto", "none", "required"]

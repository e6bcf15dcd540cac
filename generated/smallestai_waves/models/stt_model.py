"""The known values of SttModel. Others pass: the service may grow."""

from typing import Literal

SttModel = Literal["pulse", "pulse-pro"]

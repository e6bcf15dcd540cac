"""The known values of ToolOnHoldMusic. Others pass: the service may grow."""

from typing import Literal

ToolOnHoldMusic = Literal["none", "relaxing_sound", "ringtone", "uplifting_beats"]

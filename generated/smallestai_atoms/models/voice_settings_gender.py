"""The known values of VoiceSettingsGender. Others pass: the service may grow."""

from typing import Literal

VoiceSettingsGender = Literal["female", "male"]

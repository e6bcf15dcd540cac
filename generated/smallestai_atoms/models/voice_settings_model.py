"""The known values of VoiceSettingsModel. Others pass: the service may grow."""

from typing import Literal

VoiceSettingsModel = Literal["gpt-realtime", "gpt-realtime-mini", "waves_lightning_v3_1"]

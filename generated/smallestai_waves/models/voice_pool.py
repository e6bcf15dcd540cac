"""The known values of VoicePool. Others pass: the service may grow."""

from typing import Literal

VoicePool = Literal["lightning-v3.1", "lightning-v3.1-pro"]

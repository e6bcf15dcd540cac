"""The known values of VoiceCloneEntryCloningType. Others pass: the service may grow."""

from typing import Literal

VoiceCloneEntryCloningType = Literal["instant", "professional"]

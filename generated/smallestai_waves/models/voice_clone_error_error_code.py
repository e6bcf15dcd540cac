"""The known values of VoiceCloneErrorErrorCode. Others pass: the service may grow."""

from typing import Literal

VoiceCloneErrorErrorCode = Literal["voice_clone_error", "voice_clone_timeout"]

"""The known values of OutputAudioFormat. Others pass: the service may grow."""

from typing import Literal

OutputAudioFormat = Literal["pcm_16000", "pcm_24000", "pcm_44100", "pcm_8000"]

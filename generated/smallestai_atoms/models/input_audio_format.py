"""The known values of InputAudioFormat. Others pass: the service may grow."""

from typing import Literal

InputAudioFormat = Literal[
    "alaw_8000",
    "mulaw_8000",
    "opus_16000",
    "opus_24000",
    "opus_48000",
    "opus_8000",
    "pcm_16000",
    "pcm_22050",
    "pcm_24000",
    "pcm_44100",
    "pcm_48000",
    "pcm_8000",
]

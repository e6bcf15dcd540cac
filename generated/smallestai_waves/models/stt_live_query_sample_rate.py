"""The known values of SttLiveQuerySampleRate. Others pass: the service may grow."""

from typing import Literal

SttLiveQuerySampleRate = Literal[8000, 16000, 22050, 24000, 44100, 48000]

"""The known values of SynthesizerSampleRate. Others pass: the service may grow."""

from typing import Literal

SynthesizerSampleRate = Literal[8000, 16000, 24000, 44100]

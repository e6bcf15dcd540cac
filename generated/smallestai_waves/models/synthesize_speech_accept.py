"""The known values of SynthesizeSpeechAccept. Others pass: the service may grow."""

from typing import Literal

SynthesizeSpeechAccept = Literal["audio/wav"]

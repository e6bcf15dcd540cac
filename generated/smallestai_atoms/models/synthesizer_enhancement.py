"""The known values of SynthesizerEnhancement. Others pass: the service may grow."""

from typing import Literal

SynthesizerEnhancement = Literal[0, 1, 2]

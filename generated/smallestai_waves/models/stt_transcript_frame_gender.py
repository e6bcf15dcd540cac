"""The known values of SttTranscriptFrameGender. Others pass: the service may grow."""

from typing import Literal

SttTranscriptFrameGender = Literal["female", "male"]

"""The known values of PublicationState. Others pass: the service may grow."""

from typing import Literal

PublicationState = Literal["committed", "scanning"]

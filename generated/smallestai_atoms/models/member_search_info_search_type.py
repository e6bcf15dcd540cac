"""The known values of MemberSearchInfoSearchType. Others pass: the service may grow."""

from typing import Literal

MemberSearchInfoSearchType = Literal["general", "multiple"]

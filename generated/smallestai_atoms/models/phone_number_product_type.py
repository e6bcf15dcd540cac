"""The known values of PhoneNumberProductType. Others pass: the service may grow."""

from typing import Literal

PhoneNumberProductType = Literal["custom", "custom-telephony", "telephony"]

"""What phone numbers look like in the countries in which some can be rented."""

from __future__ import annotations

import re

from attrs import frozen

_CANADA = (
    *("204", "226", "236", "249", "250", "257", "263", "289", "306", "343", "354", "365", "367"),
    *("368", "382", "387", "403", "416", "418", "428", "431", "437", "438", "450", "460", "468"),
    *("474", "506", "514", "519", "537", "548", "579", "581", "584", "587", "604", "613", "639"),
    *("647", "672", "683", "705", "709", "742", "753", "778", "780", "782", "807", "819", "825"),
    *("867", "873", "879", "902", "905", "942"),
)
_LINE = 4


@frozen
class Numbering:
    """The numbers of a country: its code, an area, an exchange, four digits.

    Attributes:
        code: The country's code, with its plus.
        area: The area that numbers are in when none is asked for.
        areas: A regular expression of all areas.
        exchange: What stands between the area and the last four digits.
    """

    code: str
    area: str
    areas: str
    exchange: str

    def has(self, area: str) -> bool:
        """Return whether an area is one of the country."""
        return re.fullmatch(self.areas, area, re.ASCII) is not None

    def start(self, area: str) -> str:
        """Return a number in an area, but for its last four digits."""
        return f"{self.code}{area}{self.exchange}"

    def area_of(self, number: str) -> str | None:
        """Return the area of a number; None for a number of another country."""
        area = number[len(self.code) : -(len(self.exchange) + _LINE)]
        return area if number.startswith(self.code) and self.has(area) else None


NUMBERINGS = {
    "US": Numbering("+1", "202", rf"(?!{'|'.join(_CANADA)})[2-9]\d\d", "555"),
    "CA": Numbering("+1", "613", "|".join(_CANADA), "555"),
    "GB": Numbering("+44", "20", r"[1-9]\d{1,4}", "794"),
    "IN": Numbering("+91", "80", r"[1-9]\d{1,3}", "471"),
}
"""The countries, by their two letters."""


def place_of(number: str) -> tuple[str, str] | None:
    """Return the country and the area of a number; None when no such number can be rented."""
    if re.fullmatch(r"\+\d+", number, re.ASCII) is None:
        return None
    areas = {country: form.area_of(number) for country, form in NUMBERINGS.items()}
    return next(((country, area) for country, area in areas.items() if area is not None), None)

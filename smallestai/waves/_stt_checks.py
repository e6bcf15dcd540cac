"""Checks of arguments that recordings and live transcription share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from smallestai.errors import ArgumentError
from smallestai.waves import _stt_catalogue as catalogue


def check_flags(**flags: Any) -> dict[str, str]:
    """Return the flags that are given as the wire has them, ``true`` or ``false``."""
    for name, value in flags.items():
        if value is not None and not isinstance(value, bool):
            raise ArgumentError(name, value, "must be True or False")
    return {name: str(value).lower() for name, value in flags.items() if value is not None}


def check_number(
    name: str, value: float | None, low: float, high: float, *, whole: bool = False
) -> float | None:
    """Return a number that lies within its bounds, or None."""
    if value is None:
        return None
    kind = int if whole else int | float
    if isinstance(value, bool) or not isinstance(value, kind) or not low <= value <= high:
        what = "a whole number" if whole else "a number"
        raise ArgumentError(name, value, f"must be {what} from {low:g} to {high:g}")
    return value


def check_mapping(name: str, value: Any) -> Mapping[str, Any]:
    """Return a mapping, an empty one for None."""
    if value is not None and not isinstance(value, Mapping):
        raise ArgumentError(name, value, "must map names to values")
    return value or {}


def check_unicode(name: str, value: str) -> None:
    """Refuse a parameter that no address can hold."""
    try:
        f"{name}{value}".encode()
    except UnicodeEncodeError:
        remedy = "is not valid Unicode: it holds half of a surrogate pair"
        raise ArgumentError(ascii(name)[1:-1], value, remedy) from None


def further_query(given: Any) -> dict[str, str]:
    """Return parameters that are sent unchecked, as the wire has them."""
    pairs = check_mapping("extra_query", given).items()
    return {
        name: str(value).lower() if isinstance(value, bool) else str(value) for name, value in pairs
    }


def check_region(language: str, regions: dict[str, str], base_url: str) -> None:
    """Refuse a language that the region of the client is known not to serve."""
    wanted = regions.get(language)
    region = catalogue.region_of(base_url)
    if wanted is not None and region not in (None, wanted):
        raise ArgumentError("language", language, catalogue.region_remedy(wanted))


def check_redaction(language: str, flags: Mapping[str, Any]) -> None:
    """Refuse to mask data in a language that the service leaves as it is."""
    for name in ("redact_pii", "redact_pci"):
        if flags.get(name) and language not in catalogue.REDACTED_LANGUAGES:
            known = " and ".join(map(repr, catalogue.REDACTED_LANGUAGES))
            remedy = f"masks nothing in {language!r}: the service does so in {known} only"
            raise ArgumentError(name, flags[name], remedy)

"""What is asked of a recording's transcription: every parameter checked before anything is sent.

Source: operation `transcribe` in `openapi/waves.yaml`.
"""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypedDict
from urllib.parse import urlsplit

from smallestai._logging import redact
from smallestai.errors import ArgumentError
from smallestai.waves import _stt_catalogue as catalogue
from smallestai.waves._stt_checks import (
    check_flags,
    check_mapping,
    check_redaction,
    check_region,
    further_query,
)
from smallestai.waves.request import check_one_of

if TYPE_CHECKING:
    from collections.abc import Mapping

PATH = "/waves/v1/stt/"

RawEncoding = Literal["linear16", "alaw", "mulaw"]

_LOCAL_NAMES = ("localhost", "local", "internal", "home.arpa")


class RecordingOptions(TypedDict, total=False):
    """How a recording is to be transcribed. What is left out is not sent.

    Attributes:
        model: ``pulse`` (default), or ``pulse-pro`` (English).
        language: A code such as ``en`` (default), or ``multi-eu``, ``multi-asian``,
            ``multi-indic`` to have it found in a group; ``pulse-pro`` knows ``en`` only.
        word_timestamps: Add words with their times, and with ``pulse`` utterances.
        diarize: Tell speakers apart (``pulse``); words carry them, so it wants ``word_timestamps``.
        redact_pii: Mask personal data; English and Hindi only.
        redact_pci: Mask payment card data; English and Hindi only.
        emotion_detection: Add scores of the speaker's mood (``pulse``).
        gender_detection: Add the speaker's gender (``pulse``).
        webhook_method: ``POST`` (default) or ``GET``, with ``webhook_url``.
        webhook_extra: Pairs that the delivery repeats, with ``webhook_url``.
        encoding: Only for headerless mono samples: ``linear16``, ``alaw`` or ``mulaw``. They are
            put into a WAV on their way.
        sample_rate: Of headerless samples, per second.
        allow_private_urls: Do not refuse an address that only a private network knows.
        expire_content: Ask that the content be deleted after seven days (Enterprise).
        extra_query: Further parameters, sent as they are and unchecked; they win.
    """

    model: str
    language: str
    word_timestamps: bool
    diarize: bool
    redact_pii: bool
    redact_pci: bool
    emotion_detection: bool
    gender_detection: bool
    webhook_method: Literal["POST", "GET"]
    webhook_extra: Mapping[str, str]
    encoding: RawEncoding
    sample_rate: int
    allow_private_urls: bool
    expire_content: bool
    extra_query: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RecordingRequest:
    """A checked request for a transcript, without its recording."""

    model: str
    query: Mapping[str, str]
    headers: Mapping[str, str] = field(default_factory=dict)
    encoding: RawEncoding | None = None
    sample_rate: int | None = None
    diarize: bool = False
    is_job: bool = False
    allow_private_urls: bool = False


def recording_request(
    base_url: str,
    *,
    model: str = catalogue.PULSE,
    language: str = "en",
    word_timestamps: bool | None = None,
    diarize: bool | None = None,
    redact_pii: bool | None = None,
    redact_pci: bool | None = None,
    emotion_detection: bool | None = None,
    gender_detection: bool | None = None,
    webhook_url: str | None = None,
    webhook_method: Literal["POST", "GET"] | None = None,
    webhook_extra: Mapping[str, str] | None = None,
    encoding: RawEncoding | None = None,
    sample_rate: int | None = None,
    allow_private_urls: bool = False,
    expire_content: bool = False,
    extra_query: Mapping[str, Any] | None = None,
) -> RecordingRequest:
    """Check the arguments (see `RecordingOptions`) and make the request.

    Raises:
        ArgumentError: An argument has a value the service refuses.
    """
    check_one_of("model", model, catalogue.MODELS)
    check_one_of("language", language, catalogue.RECORDING_LANGUAGES[model])
    check_region(language, catalogue.RECORDING_REGIONS, base_url)
    flags = {
        "word_timestamps": word_timestamps,
        "diarize": diarize,
        "redact_pii": redact_pii,
        "redact_pci": redact_pci,
        "emotion_detection": emotion_detection,
        "gender_detection": gender_detection,
    }
    sent = check_flags(**flags)
    check_redaction(language, flags)
    private = _is_on("allow_private_urls", allow_private_urls)
    if model == catalogue.PULSE_PRO:
        _check_pro(flags)
    webhook = _webhook(model, webhook_url, webhook_method, webhook_extra)
    if webhook_url is not None and not private:
        check_public("webhook_url", webhook_url)
    _check_raw(encoding, sample_rate)
    further = further_query(extra_query)
    expires = _is_on("expire_content", expire_content)
    return RecordingRequest(
        model,
        {"model": model, "language": language, **sent, **webhook, **further},
        {"x-expire-content": "true"} if expires else {},
        encoding,
        sample_rate,
        bool(diarize),
        webhook_url is not None,
        private,
    )


def check_public(name: str, url: str) -> str:
    """Return an address that the service can reach, or say why it cannot.

    No name is looked up: a public name that leads to a private address is not found out.

    Raises:
        ArgumentError: It is no web address, or one of a private network.
    """
    shown = redact(url)
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        host = ""
    if not url.lower().startswith(("http://", "https://")) or not host:
        raise ArgumentError(name, shown, "must be an address that begins with https://")
    address = _address(host)
    labels = host.rstrip(".").rpartition(".")
    if address is None:
        private = not labels[1] or host.rstrip(".").endswith(tuple(f".{n}" for n in _LOCAL_NAMES))
    else:
        mapped = getattr(address, "ipv4_mapped", None)
        private = not (mapped or address).is_global or address.is_multicast
    if private:
        remedy = (
            "is of a private network, which the service cannot reach: send the file itself, "
            "or pass allow_private_urls=True"
        )
        raise ArgumentError(name, shown, remedy)
    return url


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        pass
    try:  # forms that only old resolvers know: 2130706433, 0x7f.1, 127.1
        return ipaddress.IPv4Address(socket.inet_aton(host))
    except OSError:
        return None


def _check_pro(flags: Mapping[str, Any]) -> None:
    for name in ("diarize", "emotion_detection", "gender_detection"):
        if flags[name]:
            raise ArgumentError(name, flags[name], "is not for 'pulse-pro'; use model='pulse'")


def _webhook(
    model: str,
    url: str | None,
    method: Literal["POST", "GET"] | None,
    extra: Mapping[str, str] | None,
) -> dict[str, str]:
    if url is None:
        for name, value in (("webhook_method", method), ("webhook_extra", extra)):
            if value is not None:
                raise ArgumentError(name, value, "means something with webhook_url only")
        return {}
    if model != catalogue.PULSE_PRO:
        raise ArgumentError("webhook_url", redact(str(url)), "is for model='pulse-pro' only")
    if not isinstance(url, str) or not url.lower().startswith(("http://", "https://")):
        raise ArgumentError("webhook_url", redact(str(url)), "must be an address of http or https")
    made = {"webhook_url": url}
    if method is not None:
        made["webhook_method"] = check_one_of("webhook_method", method, ("POST", "GET"))
    pairs = check_mapping("webhook_extra", extra)
    if pairs:
        made["webhook_extra"] = ",".join(_pair(name, value) for name, value in pairs.items())
    return made


def _pair(name: str, value: str) -> str:
    if not name or {",", ":"} & set(str(name)) or "," in str(value):
        remedy = "must have names without commas and colons, and values without commas"
        raise ArgumentError("webhook_extra", {name: value}, remedy)
    return f"{name}:{value}"


def _check_raw(encoding: str | None, sample_rate: int | None) -> None:
    if encoding is None:
        if sample_rate is not None:
            remedy = "goes with encoding=, for samples without a header; a container tells its own"
            raise ArgumentError("sample_rate", sample_rate, remedy)
        return
    check_one_of("encoding", encoding, tuple(catalogue.RAW_ENCODINGS))
    if isinstance(sample_rate, bool) or not isinstance(sample_rate, int) or sample_rate <= 0:
        raise ArgumentError("sample_rate", sample_rate, "must say how many samples a second hold")


def _is_on(name: str, value: Any) -> bool:
    return check_flags(**{name: value}).get(name) == "true"

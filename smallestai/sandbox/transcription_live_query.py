"""The query of the live transcription socket, checked before the socket opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import field, fields, frozen

from .issues import Issue, issues_of
from .transcription_text import Style

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .validation import Spec

SCHEMA = "/components/schemas/SttLiveQuery"
PRO_TEXT = "Pulse Pro has no streaming transport. Use POST /waves/v1/stt/?model=pulse-pro instead."

_NUMERALS = {"true": True, "false": False}
_GROUPS = ("north_indic", "multi-asian", "multi-south-indic", "multi")
_OPUS = ("opus", "ogg_opus")


@frozen(kw_only=True)
class LiveQuery:
    """What a live transcription is to be; `openapi/waves.yaml` says what each field does."""

    language: str
    sample_rate: int = 16000
    encoding: str = "linear16"
    word_timestamps: bool = False
    sentence_timestamps: bool = False
    diarize: bool = False
    vad: bool = False
    endpointing: bool = True
    eou_timeout_ms: int = 800
    endpointing_timeout: int = 300
    vad_threshold: float = 0.5
    vad_min_speech_ms: int = 120
    format: bool = True
    punctuate: bool = True
    capitalize: bool = True
    itn_normalize: bool = False
    numerals: str = "auto"
    finalize_on_words: bool = True
    max_words: int | None = None
    redact_pii: bool = False
    redact_pci: bool = False
    full_transcript: bool = False
    emotion_detection: bool = False
    gender_detection: bool = False
    values: Mapping[str, str] = field(factory=dict)
    """The query as it came."""

    @property
    def is_group(self) -> bool:
        """Whether the language is one of several."""
        return self.language in _GROUPS

    @property
    def redacts(self) -> bool:
        """Whether anything is to be masked."""
        return self.redact_pii or self.redact_pci

    @property
    def interim_style(self) -> Style:
        """How a transcript is written that is not final."""
        return self._style(_NUMERALS.get(self.numerals))

    @property
    def final_style(self) -> Style:
        """How a final transcript is written."""
        itn = self.format and self.itn_normalize
        return self._style(True if itn else _NUMERALS.get(self.numerals))

    def _style(self, numerals: bool | None) -> Style:
        return Style(
            punctuate=self.format and self.punctuate,
            capitalize=self.format and self.capitalize,
            numerals=numerals,
            language=self.language,
        )


def live_query(spec: Spec, values: Mapping[str, str]) -> LiveQuery | list[Issue]:
    """Return what a query asks for, or what is wrong with it.

    Args:
        spec: The document of Waves.
        values: The query, with the defaults of its route filled in. Parameters that the document
            does not name are ignored.
    """
    properties = spec.resolve(f"{SCHEMA}/properties")[1]
    typed = {
        name: _typed(spec.resolve(f"{SCHEMA}/properties/{name}")[1], values[name])
        for name in properties
        if name in values
    }
    issues = issues_of(spec.validator(SCHEMA).iter_errors(typed))
    if issues:
        return issues
    if typed.get("encoding") in _OPUS:
        message = "This sandbox cannot decode Opus; send linear16, linear32, mulaw or alaw"
        return [Issue("custom", ("encoding",), message)]
    typed["vad"] = typed.get("vad_events", typed.get("vad", False))
    known = {each.name for each in fields(LiveQuery)}
    chosen = {name: value for name, value in typed.items() if name in known}
    return LiveQuery(**chosen, values=values)


def _typed(schema: Mapping[str, Any], value: str) -> Any:
    """Read a value as the declared type; what cannot be read stays, for the schema to refuse."""
    kind = schema.get("type")
    if kind == "boolean":
        return {"true": True, "false": False}.get(value, value)
    if kind not in ("integer", "number"):
        return value
    try:
        return int(value) if kind == "integer" else float(value)
    except ValueError:
        return value

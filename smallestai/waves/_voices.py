"""Voices of the catalogue, as far as nothing is waited for: what both worlds share."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Literal

from smallestai.errors import ArgumentError, NotFoundError
from smallestai.waves import catalogue
from smallestai.waves._answers import of_answer

if TYPE_CHECKING:
    from smallestai_waves import models

    from smallestai.waves._clones import Clone
    from smallestai.waves.request import SpeechOptions


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice of the catalogue.

    Attributes:
        id: What ``voice_id`` takes.
        name: What people call it.
        model: The model it belongs to, as ``model`` takes it.
        languages: Names in lower case, for example ``english``.
        accent: For example ``american``; None where the service does not say.
        gender: ``male`` or ``female``; None where it does not say.
        age: For example ``middle-aged``; None where it does not say.
        emotions: What it can express.
        use_cases: What it suits.
    """

    id: str
    name: str
    model: str
    languages: tuple[str, ...] = ()
    accent: str | None = None
    gender: str | None = None
    age: str | None = None
    emotions: tuple[str, ...] = ()
    use_cases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked of a voice; None asks nothing."""

    models: tuple[str, ...]
    language: str | None
    gender: str | None
    accent: str | None

    def admits(self, voice: Voice) -> bool:
        """Whether a voice is all that is asked."""
        return (
            (self.language is None or self.language in voice.languages)
            and self.gender in (None, _lower(voice.gender))
            and self.accent in (None, _lower(voice.accent))
        )


def filter_of(
    model: str | None, language: str | None, gender: str | None, accent: str | None
) -> Filter:
    """Return what is asked of a voice; see `Voices.list`.

    Raises:
        ArgumentError: The model or the language is not known.
    """
    if model is not None and model not in catalogue.MODELS:
        raise ArgumentError("model", model, f"must be one of {', '.join(catalogue.MODELS)}")
    for argument, value in (("language", language), ("gender", gender), ("accent", accent)):
        if value is not None and not isinstance(value, str):
            raise ArgumentError(argument, value, "must be text")
    names = catalogue.LANGUAGE_NAMES
    name = _lower(language)
    name = names.get(name or "", name)
    if name is not None and name not in names.values():
        raise ArgumentError("language", language, f"must be a code or a name: {', '.join(names)}")
    models = catalogue.MODELS if model is None else (model,)
    return Filter(models, name, _lower(gender), _lower(accent))


def spoken_by(voice: str | Voice | Clone, options: SpeechOptions) -> SpeechOptions:
    """Return the options with the voice, and with its model where it is known."""
    if isinstance(voice, str):
        return {**options, "voice_id": voice}
    if not isinstance(getattr(voice, "id", None), str):
        raise ArgumentError("voice", voice, "must be a voice, a clone, or the id of one")
    named: SpeechOptions = {**options, "voice_id": voice.id}
    if voice.model is not None:
        named.setdefault("model", voice.model)
    return named


def found(voice_id: str, voices: list[Voice]) -> Voice:
    """Return the voice of an id, or raise `NotFoundError` with those that are like it."""
    for voice in voices:
        if voice.id == voice_id:
            return voice
    known = [voice.id for voice in voices]
    near = get_close_matches(str(voice_id), known, 3) or known[:3]
    hint = f"There are, for example, {', '.join(near)}; clones are in voices.clones()."
    message = f"the catalogue has no voice {voice_id!r}"
    raise NotFoundError(message, status=404, hint=hint)


def pool_of(model: str) -> Literal["lightning-v3.1", "lightning-v3.1-pro"]:
    """Return the spelling of a model in paths, which has hyphens."""
    return "lightning-v3.1" if model == catalogue.BASE else "lightning-v3.1-pro"


@of_answer
def voices_of(listed: models.VoiceList, model: str) -> list[Voice]:
    """Return the voices that the service lists."""
    return [_voice(item.to_dict(), model) for item in listed.voices or []]


def _voice(item: dict[str, Any], model: str) -> Voice:
    tags: dict[str, Any] = item.get("tags") or {}
    identity = item.get("voiceId") or ""
    return Voice(
        id=identity,
        name=item.get("displayName") or identity,
        model=model,
        languages=tuple(tags.get("language") or ()),
        accent=_text(tags.get("accent")),
        gender=_text(tags.get("gender")),
        age=_text(tags.get("age")),
        emotions=tuple(tags.get("emotions") or ()),
        use_cases=tuple(tags.get("usecases") or ()),
    )


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _lower(value: str | None) -> str | None:
    return value.lower() if value else None

"""The voice catalogue.

Which voices there are, filtered on our side. Blocking and async, side by side.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from smallestai.errors import ArgumentError
from smallestai.waves import catalogue

if TYPE_CHECKING:
    from smallestai_waves import models
    from smallestai_waves.api import RequestOptions

    from smallestai._http import AsyncTransport, Transport


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
class _Filter:
    """What is asked of a voice; None asks nothing."""

    models: tuple[str, ...]
    language: str | None
    gender: str | None
    accent: str | None

    def admits(self, voice: Voice) -> bool:
        return (
            (self.language is None or self.language in voice.languages)
            and self.gender in (None, _lower(voice.gender))
            and self.accent in (None, _lower(voice.accent))
        )


class Voices:
    """`client.waves.voices`."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(
        self,
        *,
        model: str | None = None,
        language: str | None = None,
        gender: str | None = None,
        accent: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> list[Voice]:
        """List the voices, those of every model unless one is named.

        Args:
            model: ``lightning_v3.1`` or ``lightning_v3.1_pro``.
            language: A code such as ``hi`` or a name such as ``hindi``.
            gender: ``male`` or ``female``.
            accent: For example ``indian``.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The voices that are all of this, in the service's order. The service has no filters:
            ours choose from its answer.

        Raises:
            ArgumentError: The model or the language is not known.
            APIError: The service refused the request.

        Source: operation `getWavesVoices`.
        """
        from smallestai_waves.api.voices import Voices as Operations

        wanted = _filter(model, language, gender, accent)
        operations = Operations(self._transport.send)
        return [
            voice
            for name in wanted.models
            for voice in _read(
                operations.get_waves_voices(_pool(name), request_options=request_options), name
            )
            if wanted.admits(voice)
        ]


class AsyncVoices:
    """`client.waves.voices` of `AsyncSmallestAI`: the same methods, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def list(
        self,
        *,
        model: str | None = None,
        language: str | None = None,
        gender: str | None = None,
        accent: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> list[Voice]:
        """List the voices, those of every model unless one is named; see `Voices.list`."""
        from smallestai_waves.api.voices import AsyncVoices as Operations

        wanted = _filter(model, language, gender, accent)
        operations = Operations(self._transport.send)
        return [
            voice
            for name in wanted.models
            for voice in _read(
                await operations.get_waves_voices(_pool(name), request_options=request_options),
                name,
            )
            if wanted.admits(voice)
        ]


def _filter(
    model: str | None, language: str | None, gender: str | None, accent: str | None
) -> _Filter:
    if model is not None and model not in catalogue.MODELS:
        raise ArgumentError("model", model, f"must be one of {', '.join(catalogue.MODELS)}")
    names = catalogue.LANGUAGE_NAMES
    name = _lower(language)
    name = names.get(name or "", name)
    if name is not None and name not in names.values():
        raise ArgumentError("language", language, f"must be a code or a name: {', '.join(names)}")
    models = catalogue.MODELS if model is None else (model,)
    return _Filter(models, name, _lower(gender), _lower(accent))


def _pool(model: str) -> Literal["lightning-v3.1", "lightning-v3.1-pro"]:
    """Return the spelling of a model in paths, which has hyphens."""
    return "lightning-v3.1" if model == catalogue.BASE else "lightning-v3.1-pro"


def _read(listed: models.VoiceList, model: str) -> list[Voice]:
    return [_voice(item.to_dict(), model) for item in listed.voices or []]


def _voice(item: dict[str, Any], model: str) -> Voice:
    tags: dict[str, Any] = item.get("tags") or {}
    identity = item.get("voiceId") or ""
    return Voice(
        id=identity,
        name=item.get("displayName") or identity,
        model=model,
        languages=tuple(tags.get("language") or ()),
        accent=tags.get("accent"),
        gender=tags.get("gender"),
        age=tags.get("age"),
        emotions=tuple(tags.get("emotions") or ()),
        use_cases=tuple(tags.get("usecases") or ()),
    )


def _lower(value: str | None) -> str | None:
    return value.lower() if value else None

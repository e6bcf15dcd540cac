"""What the old clients mean in terms of today's service: everything but waiting.

Their contract is that of `smallest` 0.1 to 2.2 and `smallestai` 3.0 to 4.3, taken together. Where
the releases differ the meaning is told by the type of an argument.
"""

from __future__ import annotations

import os
import warnings
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from smallestai._config import Config
from smallestai._resample import Resampler
from smallestai.audio import write_file
from smallestai.errors import (
    ArgumentError,
    ConfigurationError,
    LocalProtocolError,
    OutputError,
    SmallestError,
)
from smallestai.waves import catalogue
from smallestai.waves.exceptions import APIError, TTSError, ValidationError
from smallestai.waves.request import _depth as depth
from smallestai.waves.utils import (
    TTSOptions,
    add_wav_header,
    chunk_text,
    preprocess_text,
    validate_input,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

RETIRED = ("lightning", "lightning-large", "lightning-v2")
"""Models that today's model speaks for."""

VOICES = {"emily": "olivia", "lakshya": "devansh"}
"""The default voices of old, and those of today's model that come closest."""

_RENAMED = {"voice": "voice_id"}
_IGNORED = frozenset({"transliterate", "remove_extra_silence"})
_NAMES = [each.name for each in fields(TTSOptions)]
_WIDE, _NARROW = 250, 140
_HIGHEST_RATE = catalogue.SAMPLE_RATES[-1]


@dataclass(frozen=True, slots=True)
class Order:
    """One call of ``synthesize``: what is spoken, how, and what becomes of it."""

    pieces: list[str]
    options: TTSOptions
    save_as: str | os.PathLike[str] | None
    stream: bool
    legacy_routes: bool

    @property
    def is_samples(self) -> bool:
        """Whether headerless PCM is asked for, to which a header may be added here."""
        return bool(self.stream or self.save_as) or self.options.output_format in ("pcm", "wav")

    @property
    def speech(self) -> dict[str, Any]:
        """The options of today's speech."""
        asked = speech_options(self.options)
        return {**asked, "output_format": "pcm" if self.is_samples else self.options.output_format}

    @property
    def path(self) -> str:
        """The old route."""
        return f"/waves/v1/{self.options.model}/get_speech"

    def body(self, text: str) -> dict[str, Any]:
        """Return what the old route takes."""
        chosen = self.options
        body: dict[str, Any] = {
            "text": text,
            "sample_rate": chosen.sample_rate,
            "voice_id": chosen.voice_id,
            "add_wav_header": False,
            "speed": chosen.speed,
            "model": chosen.model,
        }
        if chosen.model != "lightning":
            for name in ("consistency", "similarity", "enhancement"):
                if getattr(chosen, name) is not None:
                    body[name] = getattr(chosen, name)
        if chosen.language is not None:
            body["language"] = chosen.language
        if not self.is_samples:
            body["output_format"] = chosen.output_format
        return body

    def samples(self, data: bytes) -> bytes:
        """Return what the service sent, at the rate that was asked for."""
        rate = self.options.sample_rate
        if self.legacy_routes or not self.is_samples or rate in catalogue.SAMPLE_RATES:
            return data
        resampler = Resampler(_HIGHEST_RATE, rate)
        return resampler.feed(data) + resampler.end()

    def result(self, data: bytes) -> bytes | None:
        """Return what ``synthesize`` returns for all the audio."""
        rate = self.options.sample_rate
        if self.save_as:
            write_file(self.save_as, add_wav_header(data, rate))
            return None
        wants_header = self.options.add_wav_header and self.options.output_format == "wav"
        return add_wav_header(data, rate) if wants_header else data


def constructed(args: Sequence[Any], named: Mapping[str, Any]) -> TTSOptions:
    """Return the options of a client, from what follows ``api_key`` in its constructor.

    The order of the arguments changed in 2.2: what comes after ``speed`` is ``add_wav_header`` if
    it is a bool, else ``consistency``.
    """
    order = ["model", "sample_rate", "voice_id", "speed"]
    if len(args) > 4 and isinstance(args[4], bool):
        order += ["add_wav_header", "transliterate", "remove_extra_silence"]
    else:
        order += ["consistency", "similarity", "enhancement", "add_wav_header"]
    if len(args) > len(order):
        raise TypeError(f"there are at most {len(order) + 1} positional arguments")
    given = dict(zip(order, args, strict=False))
    if given.keys() & named.keys():
        raise TypeError(f"{min(given.keys() & named.keys())!r} is given twice")
    usual = TTSOptions("lightning", 24000, "emily", None, add_wav_header=True, speed=1.0)
    try:
        return overridden(usual, {**given, **named})
    except ValueError as error:
        raise TypeError(str(error)) from None


def overridden(options: TTSOptions, changes: Mapping[str, Any]) -> TTSOptions:
    """Return options with some of them changed.

    Raises:
        ValueError: There is no such option.
    """
    known = {_RENAMED.get(name, name): value for name, value in changes.items()}
    known = {name: value for name, value in known.items() if name not in _IGNORED}
    unknown = known.keys() - set(_NAMES)
    if unknown:
        names = ", ".join(sorted(unknown))
        raise ValueError(f"unknown options: {names}; there are {', '.join(_NAMES)}")
    return replace(options, **known)


def ordered(
    options: TTSOptions,
    text: str,
    args: Sequence[Any],
    named: Mapping[str, Any],
    *,
    legacy_routes: bool,
) -> Order:
    """Return what a call of ``synthesize`` asks for.

    What follows the text is, by its type: ``save_as`` (a path), ``stream`` (a bool), or
    ``consistency``, ``similarity`` and ``enhancement`` (numbers), and then ``save_as``.

    Raises:
        TTSError: The file name cannot be used.
        ValidationError: A value is not possible.
        ValueError: There is no such option.
    """
    changes = {**_told_apart(args), **named}
    stream, save_as = bool(changes.pop("stream", False)), changes.pop("save_as", None)
    chosen = overridden(options, changes)
    clean = preprocess_text(text)
    validate_input(
        clean,
        model=chosen.model,
        sample_rate=chosen.sample_rate,
        speed=chosen.speed,
        consistency=chosen.consistency,
        similarity=chosen.similarity,
        enhancement=chosen.enhancement,
    )
    if save_as and not os.fspath(save_as).endswith(".wav"):
        raise TTSError(f"save_as={os.fspath(save_as)!r} must end with .wav")
    whole = not (stream or legacy_routes)
    size = catalogue.MAX_TEXT if whole else chunk_size(chosen.model)
    return Order(chunk_text(clean, size), chosen, save_as or None, stream, legacy_routes)


def chunk_size(model: str) -> int:
    """Return how many characters the old clients sent in one request."""
    return _WIDE if model == "lightning" else _NARROW


def speech_options(options: TTSOptions) -> dict[str, Any]:
    """Return today's options of speech; a voice of today chooses its own model."""
    rate = options.sample_rate
    asked: dict[str, Any] = {
        "voice_id": VOICES.get(options.voice_id or "", options.voice_id),
        "model": options.model,
        "sample_rate": rate if rate in catalogue.SAMPLE_RATES else _HIGHEST_RATE,
        "speed": options.speed,
        "language": options.language,
    }
    if options.model in RETIRED:
        asked["model"] = catalogue.model_of(asked["voice_id"] or "") or catalogue.BASE
    elif options.voice_id in VOICES:
        asked["voice_id"] = None
    return {name: value for name, value in asked.items() if value is not None}


def config_of(api_key: str | None, base_url: str | None) -> Config:
    """Return the settings of an old client: nothing is sent twice unless it says so.

    Raises:
        TTSError: There is no key, or it cannot be used.
    """
    try:
        return Config.resolve(api_key=api_key or None, base_url=base_url, max_retries=0)
    except ConfigurationError as error:
        raise TTSError(str(error)) from error


def warn_of(kind: str, options: TTSOptions, new: str, *, legacy_routes: bool) -> None:
    """Say once for a client what it is replaced by, and what of its options has no effect."""
    said = f"{kind} is kept for old programs; new ones call {new}."
    if not legacy_routes and options.model in RETIRED:
        spoken = speech_options(options)
        said += (
            f" The model {options.model!r} is retired: {spoken['model']!r} speaks, with the voice"
            f" {spoken['voice_id']!r}; consistency, similarity, enhancement, transliterate and"
            " remove_extra_silence are ignored."
        )
    warnings.warn(said, DeprecationWarning, stacklevel=depth())


@contextmanager
def as_before(task: str) -> Iterator[None]:
    """Turn the errors of today into those that old programs catch."""
    try:
        yield
    except ArgumentError as error:
        raise ValidationError(str(error)) from error
    except ConfigurationError as error:
        raise TTSError(str(error)) from error
    except (LocalProtocolError, OutputError):
        raise
    except SmallestError as error:
        body = getattr(error, "body", None)
        said = f"{task}: {error}"
        raise APIError(said if body is None else f"{said}\n{body}") from error


def _told_apart(args: Sequence[Any]) -> dict[str, Any]:
    if not args:
        return {}
    first, *rest = args
    if isinstance(first, str | os.PathLike):
        names = ["save_as"]
    elif (isinstance(first, int | float) and not isinstance(first, bool)) or len(args) > 2:
        names = ["consistency", "similarity", "enhancement", "save_as"]
    else:
        names = ["stream", "save_as"]
    if len(args) > len(names):
        raise TypeError(f"synthesize takes at most {len(names) + 1} positional arguments")
    return dict(zip(names, (first, *rest), strict=False))

"""A voice cloned from a recording, as far as nothing is waited for: what both worlds share.

Source: operations `createVoiceClone` and `listVoiceClones`.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from time import monotonic
from typing import TYPE_CHECKING, Any, TypedDict

from smallestai._backoff import Backoff
from smallestai._config import Timeout
from smallestai.errors import (
    APITimeoutError,
    ArgumentError,
    RemoteProtocolError,
    ServerError,
    SmallestError,
)
from smallestai.waves import catalogue
from smallestai.waves._answers import of_answer
from smallestai.waves.request import check_one_of

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from smallestai_waves import models

    from smallestai._config import Config
    from smallestai.waves._uploads import Progress, Recording

_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 8.0
_MOST_NAME = 500


@dataclass(frozen=True, slots=True)
class CloneSample:
    """A sentence spoken with a new clone.

    Attributes:
        text: The sentence.
        url: Where the audio is.
    """

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Clone:
    """A voice made from a recording.

    Attributes:
        id: What ``voice_id`` takes.
        name: What people call it.
        status: ``pending``, ``processing``, ``completed`` or ``failed``.
        model: The model it was made for, as ``model`` takes it; None in a list.
        language: Of the recording; None where the service does not say.
        kind: ``instant`` or ``professional``; None in the answer to cloning.
        description: What it is like; None where nobody said.
        accent: None where nobody said.
        tags: Labels.
        created_at: When it was made.
        samples: Sentences spoken with it, in the answer to cloning.
    """

    id: str
    name: str
    status: str | None = None
    model: str | None = None
    language: str | None = None
    kind: str | None = None
    description: str | None = None
    accent: str | None = None
    tags: tuple[str, ...] = ()
    created_at: datetime.datetime | None = None
    samples: tuple[CloneSample, ...] = ()

    @property
    def is_ready(self) -> bool:
        """Whether it can speak."""
        return self.status == "completed"


class CloneOptions(TypedDict, total=False):
    """What is said of a new clone.

    Attributes:
        language: A code such as ``hi``, a name such as ``hindi``, or ``auto``.
        model: ``lightning_v3.1_pro`` (default, as in speech) or ``lightning_v3.1``. A clone speaks
            on the model it was made for.
        description: What the voice is like.
        accent: For example ``indian``.
        tags: Labels.
    """

    language: str
    model: str
    description: str
    accent: str
    tags: Sequence[str]


class Order:
    """A clone that is to be made, from its checked arguments until it is ready.

    Knows the clock, and waits for nothing itself.

    Args:
        display_name: The clone's name for people.
        wait: Whether it is to be waited for.
        timeout: Seconds for all of it.
        options: See `CloneOptions`.

    Raises:
        ArgumentError: An argument has a value the service refuses.
    """

    def __init__(
        self, display_name: str, *, wait: bool, timeout: float, options: CloneOptions
    ) -> None:
        self._fields = _checked(display_name, **options)
        self._wait = wait
        self._seconds = Timeout.of(timeout).first
        self._deadline = monotonic() + self._seconds
        self._clone = Clone("", display_name)

    def fields(self, recording: Recording, progress: Progress | None) -> dict[str, Any]:
        """Return the arguments of the operation."""
        from smallestai_waves.types import File

        file = File(recording.opened(progress), recording.name, recording.media_type)
        return {**self._fields, "file": file}

    def request_options(self, config: Config) -> Any:
        """Return the options of the request: the service may answer only when all is done."""
        first = max(self._seconds, config.timeout.first)
        total = max(self._seconds, config.timeout.total)
        return {"timeout": replace(config.timeout, first=first, total=total)}

    def made(self, result: models.VoiceCloneResult) -> Clone:
        """Take the answer to the request."""
        item = _whole_of(result).get("data")
        if not isinstance(item, dict) or not item.get("voiceId"):
            raise RemoteProtocolError("the service names no clone", body=_whole_of(result))
        self._clone = clone_of(item, self._fields["model"].replace("-", "_"))
        return self._clone

    def pauses(self) -> Iterator[float]:
        """Give the seconds to wait before each look at the clone, until it is ready.

        Raises:
            ServerError: It could not be made.
            APITimeoutError: It took too long.
        """
        backoff = Backoff(_FIRST_PAUSE, _LONGEST_PAUSE)
        while self._wait and not self._clone.is_ready:
            if self._clone.status == "failed":
                message = f"the clone {self._clone.id} could not be made of this recording"
                hint = "Record again: one speaker, close by, without noise."
                raise ServerError(message, status=500, code="voice_clone_error", hint=hint)
            left = self._deadline - monotonic()
            if left <= 0:
                message = f"the clone {self._clone.id} was not ready within {self._seconds:g} s"
                hint = "It is still being made: look for it in client.waves.voices.clones()."
                raise APITimeoutError(message, timeout="total", hint=hint)
            yield min(backoff.next(), left)

    def seen(self, clones: list[Clone]) -> Clone:
        """Take a list of the clones. One that is not in it yet is waited for."""
        for each in clones:
            if each.id == self._clone.id:
                made = self._clone
                self._clone = replace(each, model=made.model, samples=made.samples)
        return self._clone

    @contextmanager
    def blamed(self) -> Iterator[None]:
        """Put the clone on an error that ends the waiting for it."""
        try:
            yield
        except SmallestError as error:
            error.retryable = False  # it would make another clone
            error.received = self._clone
            raise


@of_answer
def clone_of(item: dict[str, Any], model: str | None = None) -> Clone:
    """Return the clone that the service describes.

    Args:
        item: An entry of its list, or its answer to cloning.
        model: The model it was made for, where that is known.
    """
    samples = (each for each in item.get("samples") or () if isinstance(each, dict))
    tags = item.get("tags") or ()
    return Clone(
        id=item.get("voiceId") or "",
        name=item.get("displayName") or "",
        status=item.get("status"),
        model=model,
        language=item.get("language"),
        kind=item.get("cloningType"),
        description=item.get("description") or None,
        accent=item.get("accent") or None,
        tags=tuple(tags.split(",") if isinstance(tags, str) else tags),
        created_at=_time(item.get("createdAt")),
        samples=tuple(
            CloneSample(each.get("text") or "", each.get("audioUrl") or "") for each in samples
        ),
    )


@of_answer
def _whole_of(answer: Any) -> dict[str, Any]:
    whole: dict[str, Any] = answer.to_dict()
    return whole


def _time(text: Any) -> datetime.datetime | None:
    from smallestai_waves.types import timestamp

    read: Any = timestamp(text)
    return read if hasattr(read, "isoformat") else None


def _checked(
    display_name: str,
    *,
    language: str | None = None,
    model: str = catalogue.DEFAULT_MODEL,
    description: str | None = None,
    accent: str | None = None,
    tags: Sequence[str] | None = None,
) -> dict[str, Any]:
    if not isinstance(display_name, str) or not 1 <= len(display_name.strip()) <= _MOST_NAME:
        remedy = f"must be a name of 1 to {_MOST_NAME} characters"
        raise ArgumentError("display_name", display_name, remedy)
    check_one_of("model", model, catalogue.MODELS)
    given = {
        "display_name": display_name,
        "model": model.replace("_", "-"),
        "language": _language(language),
        "description": _label("description", description),
        "accent": _label("accent", accent),
        "tags": _tags(tags),
    }
    return {name: value for name, value in given.items() if value is not None}


def _language(value: str | None) -> str | None:
    if value is None:
        return None
    codes = {name: code for code, name in catalogue.LANGUAGE_NAMES.items()}
    code = codes.get(value.lower(), value.lower()) if isinstance(value, str) else value
    known = catalogue.LANGUAGES[catalogue.BASE]
    if code not in known:
        raise ArgumentError("language", value, f"must be one of {', '.join(known)}")
    return code


def _label(name: str, value: str | None) -> str | None:
    if value is not None and (not isinstance(value, str) or not value.strip()):
        raise ArgumentError(name, value, "must be text, and not blank")
    return value


def _tags(tags: Sequence[str] | None) -> str | None:
    if tags is None:
        return None
    if not isinstance(tags, list | tuple) or not all(
        isinstance(tag, str) and tag.strip() for tag in tags
    ):
        raise ArgumentError("tags", tags, "must be a list of labels")
    for tag in tags:
        if "," in tag:
            raise ArgumentError("tags", tag, "must be without commas, which stand between labels")
    return ",".join(tags) or None

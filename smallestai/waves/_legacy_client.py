"""What both old clients have in common: their options, and the lists, which never were awaited."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smallestai._http import Transport
from smallestai.waves import _legacy, catalogue
from smallestai.waves._legacy_reply import Reply
from smallestai.waves.exceptions import TTSError
from smallestai.waves.utils import (
    ALLOWED_AUDIO_EXTENSIONS,
    get_smallest_languages,
    get_smallest_models,
    validate_asr_input,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smallestai.waves._clones import Clone
    from smallestai.waves._legacy import Order

_INDIC = frozenset({"kn", "ml", "mr", "gu", "te", "or", "bn", "pa", "ta"})
_OLD = "/waves/v1/lightning-large"


class OldClient:
    """The part of the old clients that waits for no event loop.

    Args:
        api_key: The key; without it, the variable ``SMALLEST_API_KEY`` counts.
        *args: ``model``, ``sample_rate``, ``voice_id``, ``speed``, then in the order of 2.2
            ``consistency``, ``similarity``, ``enhancement``, ``add_wav_header``, or in that of 0.1
            ``add_wav_header``, ``transliterate``, ``remove_extra_silence``.
        base_url: Another address; without it, ``SMALLEST_BASE_URL`` counts.
        legacy_routes: Call the routes of the retired models, which a server of one's own may have.
        **options: The same by name, and ``voice`` (``voice_id``), ``language``, ``output_format``.

    Raises:
        TTSError: There is no key.
    """

    _new = "SmallestAI().waves.tts.synthesize(text)"

    def __init__(
        self,
        api_key: str | None = None,
        *args: Any,
        base_url: str | None = None,
        legacy_routes: bool = False,
        **options: Any,
    ) -> None:
        chosen = _legacy.constructed(args, options)
        self._config = _legacy.config_of(api_key, base_url)
        self._legacy_routes = legacy_routes
        self.api_key = self._config.api_key
        self.opts = replace(chosen, api_key=self.api_key)
        self.chunk_size = 250
        _legacy.warn_of(type(self).__name__, self.opts, self._new, legacy_routes=legacy_routes)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._config.base_url}>"

    def get_languages(self, model: str = "lightning") -> list[str]:
        """Return the languages of a model.

        Raises:
            ValidationError: There is no such model.
        """
        return get_smallest_languages(model)

    def get_models(self) -> list[str]:
        """Return the names that ``model`` takes."""
        return get_smallest_models()

    def get_voices(self, model: str | None = "lightning") -> str:
        """Return the voices of a model as JSON; of a retired one, those of today's.

        Raises:
            APIError: There is no such model.

        Source: operation `getWavesVoices`.
        """
        name = (model or catalogue.BASE).replace("_", "-")
        if not self._legacy_routes and name in _legacy.RETIRED:
            name = catalogue.BASE.replace("_", "-")
        return self._listed(f"/waves/v1/{name}/get_voices")

    def get_cloned_voices(self) -> str:
        """Return the clones as JSON, in the shape of old: a list under ``voices``.

        Source: operation `listVoiceClones`.
        """
        if self._legacy_routes:
            return self._listed(f"{_OLD}/get_cloned_voices")
        return self._listed("/waves/v1/voice-cloning", "data")

    def _listed(self, path: str, key: str | None = None) -> str:
        transport = Transport(self._config.replace(max_retries=2))
        with _legacy.as_before("the list was not given"):
            try:
                found = transport.send({"method": "GET", "url": path}, lambda reply: reply.json())
            finally:
                transport.close()
        return Reply.of(found if key is None else {"voices": found.get(key) or []})

    def _order(self, text: str, args: tuple[Any, ...], named: Mapping[str, Any]) -> Order:
        order = _legacy.ordered(self.opts, text, args, named, legacy_routes=self._legacy_routes)
        self.chunk_size = _legacy.chunk_size(order.options.model)
        return order


def old_speech(order: Order, text: str) -> dict[str, Any]:
    """Return the request of the old route."""
    return {"method": "POST", "url": order.path, "json": order.body(text)}


def old_deletion(voice_id: str) -> dict[str, Any]:
    """Return the request of the old route."""
    return {"method": "DELETE", "url": _OLD, "json": {"voiceId": voice_id}}


def old_clone(display_name: str, path: Path) -> dict[str, Any]:
    """Return the request of the old route."""
    kind = "audio/mpeg" if path.suffix.lower() == ".mp3" else "audio/wav"
    file = (path.name, path.read_bytes(), kind)
    fields = {"displayName": (None, display_name)}
    return {"method": "POST", "url": f"{_OLD}/add_voice", "files": {**fields, "file": file}}


def recording(file_path: str) -> Path:
    """Return the file of a voice to be added, or raise `TTSError`."""
    path = Path(file_path)
    if not path.is_file():
        raise TTSError(f"file_path={file_path!r} is no file")
    if path.suffix.lower() not in ALLOWED_AUDIO_EXTENSIONS:
        raise TTSError(f"file_path={file_path!r} must end with .mp3 or .wav")
    return path


def added(clone: Clone, model: str) -> Reply:
    """Return what ``add_voice`` returns."""
    data = {"voiceId": clone.id, "model": clone.model or model, "status": clone.status}
    return Reply.of({"message": "The voice was added.", "data": data})


def deleted(voice_id: str) -> Reply:
    """Return what ``delete_voice`` returns."""
    return Reply.of({"success": True, "voiceId": voice_id})


def reply_of(response: Any) -> Reply:
    """Return the answer of an old route."""
    return Reply.of(json.loads(response.content))


def transcription(file_path: str, model: str, language: str, **flags: bool) -> dict[str, Any]:
    """Return today's options of a transcription; a language without its own model is found.

    Raises:
        ValidationError: There is no such file, model or language.
    """
    validate_asr_input(file_path, model, language)
    group = {"multi": "multi-eu"} | dict.fromkeys(_INDIC, "multi-indic")
    return {
        "language": group.get(language, language),
        **{name: True for name, wanted in flags.items() if wanted},
    }

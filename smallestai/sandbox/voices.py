"""The voices of the sandbox: their tags, how the engine renders them, the routes that list them."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from smallestai.waves.catalogue import PRO, STANDARD

from .replies import waves_error
from .voice_tags import LANGUAGE_NAMES, TAGS, Tags

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.routing import BaseRoute

    from .state import State
    from .store import Store

CLONES = "voice_clones"
"""The collection of cloned voices.

Their documents hold `voiceId`, and as `sound` the fields of the profile that the recording decides.
"""

POOLS = {"lightning-v3.1": STANDARD, "lightning-v3.1-pro": PRO}

_VARIANTS = {
    "female": ("f1", "f2", "f3", "f4", "f5"),
    "male": ("m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8"),
}
_BASE_PITCH = {"female": 60, "male": 38}
_PITCH_STEP = 5
_RATES = {"young": 180, "middle-aged": 170, "old": 155}
_EMOTIONS = ("neutral", "friendly", "cheerful", "calm", "confident", "empathetic")
_USE_CASES = ("conversational", "customer support", "narration", "education", "advertising")


@frozen
class VoiceProfile:
    """How the speech engine renders a voice.

    Attributes:
        voice_id: The catalogue's id or a clone's.
        gender: "female" or "male".
        language: The ISO 639-1 code that the voice speaks when a request names none.
        accent: A lower-case name: "american", "british", "indian", ...
        pitch: eSpeak NG's pitch, 0 to 99.
        variant: eSpeak NG's voice variant: "f1" to "f5", "m1" to "m8".
        rate: Words per minute at speed 1.
    """

    voice_id: str
    gender: str
    language: str
    accent: str
    pitch: int
    variant: str
    rate: int


def profile_of(voice_id: str, store: Store | None = None) -> VoiceProfile | None:
    """Return how a voice is rendered, or None for a voice that nobody has.

    Args:
        voice_id: A catalogue id, or the id of a clone (`voice_...`).
        store: Where clones are looked up; without it only the catalogue is known.
    """
    if voice_id in TAGS:
        return _profile(voice_id, _tags_of(voice_id), _rank(voice_id))
    clone = None if store is None else store.find(CLONES, "voiceId", voice_id)
    if clone is None:
        return None
    usual = _profile(voice_id, _tags_of(voice_id), _digest(voice_id))
    return evolve(usual, **clone.body.get("sound", {}))


def routes(state: State) -> list[BaseRoute]:  # noqa: ARG001 - every route module takes the state
    """Return the routes that list voices; they need no key."""
    return [
        Route("/waves/v1/voice/get-all-models", _all_voices, methods=["GET"]),
        Route("/waves/v1/{model}/get_voices", _pool, methods=["GET"]),
    ]


async def _pool(request: Request) -> Response:
    model = request.path_params["model"]
    if model not in POOLS:
        known = ", ".join(POOLS)
        return waves_error(400, "Invalid model", message=f"'{model}' has no voices. Known: {known}")
    return JSONResponse({"voices": [_pool_item(voice_id) for voice_id in POOLS[model]]})


async def _all_voices(_: Request) -> Response:
    return JSONResponse({"voices": [_item(voice_id) for voice_id in (*STANDARD, *PRO)]})


def _pool_item(voice_id: str) -> dict[str, Any]:
    tags = _tags_of(voice_id)
    return {
        "voiceId": voice_id,
        "displayName": voice_id.capitalize(),
        "tags": {
            "language": _language_names(tags),
            "accent": tags.accent,
            "gender": tags.gender,
            "age": tags.age,
            "emotions": _some(_EMOTIONS, voice_id),
            "usecases": _some(_USE_CASES, voice_id),
        },
    }


def _item(voice_id: str) -> dict[str, Any]:
    tags = _tags_of(voice_id)
    return {
        "_id": sha256(voice_id.encode()).hexdigest()[:24],
        "voiceId": voice_id,
        "displayName": voice_id.capitalize(),
        "description": f"{tags.age.capitalize()} {tags.gender} voice, {tags.accent} accent",
        "audioPreview": "",
        "tags": {
            "age": tags.age,
            "emotions": _some(_EMOTIONS, voice_id),
            "language": _language_names(tags),
        },
    }


def _profile(voice_id: str, tags: Tags, rank: int) -> VoiceProfile:
    variants = _VARIANTS[tags.gender]
    level, index = divmod(rank, len(variants))
    return VoiceProfile(
        voice_id=voice_id,
        gender=tags.gender,
        language=tags.languages[0],
        accent=tags.accent,
        pitch=_BASE_PITCH[tags.gender] + _PITCH_STEP * (level % 8 - 3),
        variant=variants[index],
        rate=_RATES[tags.age],
    )


def _tags_of(voice_id: str) -> Tags:
    return TAGS.get(voice_id) or Tags("female" if _digest(voice_id) % 2 else "male")


def _rank(voice_id: str) -> int:
    """Count the voices of the same gender listed before this one, so that no two sound alike."""
    peers = [each for each, tags in TAGS.items() if tags.gender == TAGS[voice_id].gender]
    return peers.index(voice_id)


def _digest(voice_id: str) -> int:
    return int.from_bytes(sha256(voice_id.encode()).digest()[:4], "big")


def _language_names(tags: Tags) -> list[str]:
    return [LANGUAGE_NAMES[code] for code in tags.languages]


def _some(names: tuple[str, ...], voice_id: str) -> list[str]:
    """Pick three neighbours of a list, the same ones for a voice every time."""
    start = _digest(voice_id) % len(names)
    return [names[(start + step) % len(names)] for step in range(3)]

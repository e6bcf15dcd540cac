"""The versions of Hydra: what each says of itself, whose voices it has, how those sound here."""

from __future__ import annotations

from hashlib import sha256

from attrs import frozen

from .voices import VoiceProfile

DEFAULT_VOICE = "sterling"
"""What speaks when a session names no voice, in every version, even where it is not listed."""

_MEN = ("vaughn", "brooks", "cole", "hayes", "pierce", "sterling", "ellis")
_NEUTRAL = ("lane", "quinn", "arden", "rowan", "blair", "emery", "sawyer")
_FIRST = (*_MEN, *_NEUTRAL)
_SECOND = ("zoe", "maya", "elena", "ivy", "grace", "alex", "aria", "leo", "sam", "kai")
_FORMER = (
    *("wren", "sloane", "marlowe", "reed", "knox", "tate"),
    *("leda", "aoede", "autonoe", "charon", "fenrir", "zephyr"),
)
_MALE = {*_MEN, "rowan", "sawyer", "reed", "knox", "tate", "leo", "sam", "kai", "charon", "fenrir"}
_VARIANTS = {
    "female": ("f1", "f2", "f3", "f4", "f5"),
    "male": ("m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8"),
}
_PITCH = {"female": 50, "male": 28}
_RATE = 175


@frozen
class Model:
    """A version of the model.

    Attributes:
        tag: Its name in the query.
        sample_rate: The rate of its speech, in hertz.
        voices: Those it accepts.
        successor: The model that its warning names; None where there is no warning.
    """

    tag: str
    sample_rate: int
    voices: tuple[str, ...]
    successor: str | None = None


DEFAULT = Model("hydra-v1.1", 24000, _SECOND)
"""What serves a session whose query names no model."""

MODELS = {
    model.tag: model
    for model in (
        DEFAULT,
        Model("hydra-v1.0", 48000, _FIRST),
        # Published examples ask it for voices of every roster it has had.
        Model("hydra", 48000, (*_FIRST, *_FORMER), successor="hydra-v1.0"),
    )
}


def profile_of(voice: str) -> VoiceProfile:
    """Return how the engine renders a voice of Hydra."""
    gender = "male" if voice in _MALE else "female"
    digest = sha256(voice.encode()).digest()
    return VoiceProfile(
        voice_id=voice,
        gender=gender,
        language="en",
        accent="american",
        pitch=_PITCH[gender] + digest[0] % 25,
        variant=_VARIANTS[gender][digest[1] % len(_VARIANTS[gender])],
        rate=_RATE,
    )

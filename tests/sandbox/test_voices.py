"""The sandbox's voices, their rendering and their lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from records_app import RecordsApp

from smallestai.sandbox import voices
from smallestai.sandbox.store import Store
from smallestai.sandbox.voices import CLONES, POOLS, VoiceProfile, profile_of
from smallestai.waves.catalogue import PRO, STANDARD, WORD_TIMESTAMP_VOICES

if TYPE_CHECKING:
    from collections.abc import Iterator

CATALOGUE = (*STANDARD, *PRO)


@pytest.fixture(scope="module")
def app() -> Iterator[RecordsApp]:
    with RecordsApp(voices) as opened:
        yield opened


def sound(profile: VoiceProfile) -> tuple[Any, ...]:
    return (profile.variant, profile.pitch)


@pytest.mark.parametrize("voice_id", CATALOGUE)
def test_every_catalogue_voice_can_be_rendered(voice_id: str) -> None:
    """Each voice has a variant of its gender and a pitch that the engine takes."""
    profile = profile_of(voice_id)
    assert profile.voice_id == voice_id
    assert profile.variant.startswith(profile.gender[0])
    assert 0 <= profile.pitch <= 99
    assert 80 <= profile.rate <= 260


def test_no_two_voices_sound_alike() -> None:
    """Variant and pitch together are different for any two voices of the catalogue."""
    assert len({sound(profile_of(voice_id)) for voice_id in CATALOGUE}) == len(CATALOGUE)


def test_unknown_voices_have_no_profile() -> None:
    """A voice nobody has is None, also one that looks like a clone, and also with a store."""
    with Store() as store:
        assert profile_of("nobody") is None
        assert profile_of("Magnus") is None
        assert profile_of("voice_Ab3") is None
        assert profile_of("voice_Ab3", store) is None
        assert profile_of("", store) is None


def test_a_clone_is_rendered_once_it_is_stored() -> None:
    """A stored clone has a profile, the same one every time, and not every clone the same one."""
    with Store() as store:
        clones = [f"voice_{number}" for number in range(20)]
        for voice_id in clones:
            store.insert(CLONES, {"voiceId": voice_id})
        profiles = [profile_of(voice_id, store) for voice_id in clones]
        assert profiles == [profile_of(voice_id, store) for voice_id in clones]
        assert len({sound(profile) for profile in profiles}) > 10
        assert {profile.gender for profile in profiles} == {"female", "male"}


@pytest.mark.parametrize("model", POOLS)
def test_each_pool_lists_its_own_voices(app: RecordsApp, model: str) -> None:
    """A path returns exactly its own pool, with full tags, and no key is asked for."""
    reply = app.request("GET", f"/waves/v1/{model}/get_voices")
    assert reply.status_code == 200
    listed = reply.json()["voices"]
    assert [each["voiceId"] for each in listed] == list(POOLS[model])
    for each in listed:
        tags = each["tags"]
        assert each["displayName"] == each["voiceId"].capitalize()
        assert set(tags) == {"language", "accent", "gender", "age", "emotions", "usecases"}
        assert all(name.islower() and len(name) > 2 for name in tags["language"])


def test_the_pools_share_no_voice(app: RecordsApp) -> None:
    """The two pools together are the catalogue, without overlap."""
    listed = [
        each["voiceId"]
        for model in POOLS
        for each in app.request("GET", f"/waves/v1/{model}/get_voices").json()["voices"]
    ]
    assert sorted(listed) == sorted(set(CATALOGUE))


def test_tags_agree_with_the_rendering(app: RecordsApp) -> None:
    """Gender and accent in the list are those of the profile."""
    for model in POOLS:
        for each in app.request("GET", f"/waves/v1/{model}/get_voices").json()["voices"]:
            profile = profile_of(each["voiceId"])
            tags = each["tags"]
            assert (tags["gender"], tags["accent"]) == (profile.gender, profile.accent)


def test_voices_with_word_times_speak_english_and_hindi(app: RecordsApp) -> None:
    """The six voices of the English and Hindi queue name both languages."""
    for model in POOLS:
        for each in app.request("GET", f"/waves/v1/{model}/get_voices").json()["voices"]:
            if each["voiceId"] in WORD_TIMESTAMP_VOICES:
                assert {"english", "hindi"} <= set(each["tags"]["language"])


@pytest.mark.parametrize("model", ["lightning_v3.1", "lightning-v2", "x"])
def test_an_unknown_pool_is_refused(app: RecordsApp, model: str) -> None:
    """Only the hyphenated names of the two pools are known."""
    reply = app.request("GET", f"/waves/v1/{model}/get_voices")
    assert reply.status_code == 400
    assert set(reply.json()) == {"error", "message"}
    assert model in reply.json()["message"]


def test_the_list_of_all_models(app: RecordsApp) -> None:
    """Every voice is in it once, described, with ids that are stable and unlike each other."""
    listed = app.request("GET", "/waves/v1/voice/get-all-models").json()["voices"]
    assert [each["voiceId"] for each in listed] == list(CATALOGUE)
    assert len({each["_id"] for each in listed}) == len(CATALOGUE)
    assert all(each["description"] for each in listed)
    again = app.request("GET", "/waves/v1/voice/get-all-models").json()["voices"]
    assert again == listed

"""Every field of a speech request is checked before anything is sent."""

from __future__ import annotations

import json
import warnings
from importlib.resources import files
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from smallestai.audio import AudioFormat
from smallestai.errors import ArgumentError
from smallestai.waves import _options, catalogue
from smallestai.waves.pronunciation import PronunciationDictionary
from smallestai.waves.request import SpeechOptions, speech_request
from smallestai.waves.request import Transport as TransportName

SPEC = json.loads(files("smallestai_waves").joinpath("openapi.json").read_text())


def _fits(component: str, body: dict[str, Any]) -> None:
    schema = {"$ref": f"#/components/schemas/{component}", "components": SPEC["components"]}
    Draft202012Validator(schema).validate(body)


def test_defaults() -> None:
    """Little is sent: the voice, the model, the rate; on the socket also no artificial silence."""
    request = speech_request("Hello.", "websocket")
    assert request.settings == {
        "voice_id": "meher",
        "model": "lightning_v3.1_pro",
        "sample_rate": 24000,
        "complete_backoff_ms": 0,
    }
    assert speech_request("Hello.", "http").settings["output_format"] == "pcm"
    assert request.format == AudioFormat("pcm", 24000)
    assert request.headers == {}


@pytest.mark.parametrize("transport", get_args(TransportName))
def test_what_is_sent_fits_the_specification(transport: Any) -> None:
    """With every option set, the body is one the specification admits."""
    options: dict[str, Any] = {
        "voice_id": "magnus",
        "model": "lightning_v3.1",
        "sample_rate": 8000,
        "speed": 1.5,
        "language": "en",
        "number_pronunciation_language": "hi",
        "math_notation": True,
        "pronunciation_dicts": ["d1"],
        "session_id": "s-1",
        "request_id": "r.1_2",
        "expire_content": True,
    }
    if transport == "websocket":
        options |= {"word_timestamps": True, "complete_backoff_ms": 250}
    request = speech_request("Hello.", transport, **options)
    body = {**request.settings, "text": request.text}
    _fits("TtsFragment" if transport == "websocket" else "TtsRequest", body)
    assert request.headers == {"x-expire-content": "true"}
    sent = set(options) - {"expire_content"}
    assert sent <= set(body)


@pytest.mark.parametrize(
    ("options", "voice", "model"),
    [
        ({}, "meher", "lightning_v3.1_pro"),
        ({"voice_id": "magnus"}, "magnus", "lightning_v3.1"),
        ({"voice_id": "rhea"}, "rhea", "lightning_v3.1_pro"),
        ({"voice_id": "voice_Ab3"}, "voice_Ab3", "lightning_v3.1_pro"),
        ({"model": "lightning_v3.1"}, "magnus", "lightning_v3.1"),
        ({"voice_id": "voice_Ab3", "model": "lightning_v3.1"}, "voice_Ab3", "lightning_v3.1"),
    ],
)
def test_voice_and_model_choose_each_other(options: dict[str, str], voice: str, model: str) -> None:
    """A voice known to belong to a model chooses it, a model alone has a voice of its own."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        settings = speech_request("Hello.", "http", **options).settings
    assert (settings["voice_id"], settings["model"]) == (voice, model)


def test_a_pair_that_does_not_match_warns() -> None:
    """The service does not refuse it, the audio is wrong: we say so."""
    for _ in range(2):
        with pytest.warns(UserWarning, match=r"'meher' belongs to lightning_v3\.1_pro"):
            speech_request("Hello.", "http", voice_id="meher", model="lightning_v3.1")


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"speed": 3}, r"speed=3: must lie between 0\.5 and 2"),
        ({"speed": 0.4}, "speed=0.4"),
        ({"speed": float("nan")}, "speed=nan"),
        ({"speed": "1"}, "speed='1'"),
        ({"speed": True}, "speed=True"),
        ({"sample_rate": 22050}, "sample_rate=22050: must be one of 8000, 16000, 24000, 44100"),
        ({"sample_rate": True}, "sample_rate=True"),
        ({"output_format": "ogg"}, "output_format='ogg': must be one of pcm, wav, mp3, ulaw, alaw"),
        ({"language": "xx"}, r"language='xx': is not spoken by lightning_v3\.1_pro"),
        ({"language": "ja", "model": "lightning_v3.1"}, "language='ja'"),
        ({"number_pronunciation_language": "xx"}, "number_pronunciation_language='xx'"),
        ({"model": "lightning-v2"}, r"model='lightning-v2': is retired; use 'lightning_v3\.1_pro'"),
        ({"model": "gpt"}, "model='gpt': must be one of"),
        ({"voice_id": ""}, "voice_id='': must name a voice"),
        ({"voice_id": 7}, "voice_id=7"),
        ({"math_notation": "yes"}, "math_notation='yes': must be True or False"),
        ({"word_timestamps": True}, "word_timestamps=True: comes over the socket only"),
        ({"complete_backoff_ms": 5}, "complete_backoff_ms=5"),
        ({"pronunciation_dicts": "d1"}, "pronunciation_dicts='d1': must be a list"),
        ({"pronunciation_dicts": [""]}, "pronunciation_dicts"),
        ({"session_id": "a b"}, "session_id='a b'"),
        ({"request_id": "x" * 129}, "request_id"),
        ({"expire_content": 1}, "expire_content=1"),
    ],
)
def test_bad_options(options: dict[str, Any], says: str) -> None:
    """Each error names the argument, the value and the remedy."""
    with pytest.raises(ArgumentError, match=says) as caught:
        speech_request("Hello.", "http", **options)
    assert caught.value.argument in options
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize("transport", ["sse", "websocket"])
@pytest.mark.parametrize("output_format", ["wav", "mp3", "ulaw", "alaw"])
def test_streams_are_pcm(transport: Any, output_format: Any) -> None:
    """What the service would ignore is refused, with the way to get it."""
    with pytest.raises(ArgumentError, match="transport='http'"):
        speech_request("Hello.", transport, output_format=output_format)


def test_backoff_has_a_range() -> None:
    """The service takes ten seconds at most."""
    with pytest.raises(ArgumentError, match="between 0 and 10000"):
        speech_request("Hello.", "websocket", complete_backoff_ms=10001)


def test_unknown_transport() -> None:
    """A transport that does not exist is named with those that do."""
    with pytest.raises(ArgumentError, match="http, sse, websocket"):
        speech_request("Hello.", "grpc")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "nothing to speak"),
        (" \n\t", "nothing to speak"),
        ("x" * 9000, "9000 characters; the service takes 8000"),
        ("a\ud800b", "not valid Unicode at character 1"),
        (None, "must be a string"),
        (b"x", "must be a string"),
    ],
)
def test_bad_text(text: Any, says: str) -> None:
    """Text that cannot be spoken is refused; a long one is not echoed whole."""
    with pytest.raises(ArgumentError, match=says) as caught:
        speech_request(text, "http")
    assert len(str(caught.value)) < 300


@given(st.text(min_size=1, max_size=50).filter(str.strip))
def test_text_is_sent_as_it_is(text: str) -> None:
    """Nothing is stripped, whatever the characters."""
    assert speech_request(text, "http").text == text


def test_the_longest_text_counts_without_its_margins() -> None:
    """The service trims before it counts, so do we, and send the whole."""
    text = "  " + "x" * 8000 + "  "
    assert speech_request(text, "http").text == text


def test_extra_body_wins() -> None:
    """Fields this version does not know can be sent, unchecked."""
    extra = {"model": "lightning_v9", "mood": "calm"}
    settings = speech_request("Hello.", "http", extra_body=extra).settings
    assert (settings["model"], settings["mood"]) == ("lightning_v9", "calm")


def test_options_are_declared_once() -> None:
    """The typed options and those that are checked are the same names; others are refused."""
    together = {"voice_id", "model", "extra_body"}
    assert set(SpeechOptions.__annotations__) == set(_options.CHECKS) | together
    with pytest.raises(TypeError, match="no option 'pitch'"):
        speech_request("Hello.", "http", pitch=2)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="did you mean 'voice_id'"):
        speech_request("Hello.", "http", voice="meher")  # type: ignore[call-arg]


def test_none_is_an_option_left_out() -> None:
    """Whatever the option is."""
    left_out: dict[str, Any] = dict.fromkeys(SpeechOptions.__annotations__)
    for transport in get_args(TransportName):
        request = speech_request("Hello.", transport, **left_out)
        assert request == speech_request("Hello.", transport)


def test_options_that_look_alike_are_told_apart() -> None:
    """True is no number although it equals one; what was fine before does not make it so."""
    assert speech_request("Hello.", "http", speed=1).settings["speed"] == 1
    with pytest.raises(ArgumentError, match="speed=True"):
        speech_request("Hello.", "http", speed=True)


def test_a_list_may_change_between_two_requests() -> None:
    """Each request has what was in it at its time."""
    ids = ["d1"]
    one = speech_request("Hello.", "http", pronunciation_dicts=ids)
    ids.append("d2")
    two = speech_request("Hello.", "http", pronunciation_dicts=ids)
    assert [each.settings["pronunciation_dicts"] for each in (one, two)] == [["d1"], ["d1", "d2"]]


def test_catalogue_agrees_with_the_specification() -> None:
    """Rates, formats, models and languages are those of the specification."""
    schemas = SPEC["components"]["schemas"]
    assert set(catalogue.SAMPLE_RATES) == set(schemas["TtsSampleRate"]["enum"])
    assert set(catalogue.OUTPUT_FORMATS) == set(schemas["TtsOutputFormat"]["enum"])
    assert set(catalogue.MODELS) == set(schemas["TtsModel"]["enum"])
    spoken = {code for codes in catalogue.LANGUAGES.values() for code in codes}
    assert spoken == set(schemas["TtsLanguage"]["enum"])
    assert spoken - {"auto"} == set(catalogue.LANGUAGE_NAMES)


def test_dictionaries_stand_for_their_ids() -> None:
    """A dictionary as the client returns it is as good as its id."""
    names = PronunciationDictionary("d7", {"Siobhan": "shivawn"})
    request = speech_request("Hello.", "http", pronunciation_dicts=[names, "d8"])
    assert request.settings["pronunciation_dicts"] == ["d7", "d8"]

"""What transcription refuses before anything is sent, in words that say what to do."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

from smallestai import SmallestAI
from smallestai.audio import AudioFormat, wav_header
from smallestai.errors import ArgumentError
from smallestai.waves import _stt_catalogue as catalogue
from smallestai.waves._stt_live import LiveOptions, keyword_list, live_request
from smallestai.waves._stt_request import check_public, recording_request
from smallestai.waves._stt_sources import container_of, open_source

if TYPE_CHECKING:
    from pathlib import Path

BASE = "https://api.smallest.ai"
WAV = wav_header(AudioFormat("pcm", 8000), 4) + bytes(4)


def refusal(source: Any = WAV, **options: Any) -> ArgumentError:
    """Return what a recording is refused with; no address is ever asked."""
    with SmallestAI("key", base_url="http://127.0.0.1:9") as client:
        with pytest.raises(ArgumentError) as caught:
            client.waves.stt.transcribe(source, **options)
    return caught.value


def live(**options: Any) -> dict[str, str]:
    """Return the query of a session."""
    path = live_request(BASE, **options).path
    query = parse_qs(urlsplit(path).query, keep_blank_values=True)
    return {name: value[0] for name, value in query.items()}


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"model": "pulse-max"}, "must be one of pulse, pulse-pro"),
        ({"language": "yue"}, "must be one of en, hi"),
        ({"language": None}, "must be one of"),
        ({"model": "pulse-pro", "language": "hi"}, "must be one of en"),
        ({"model": "pulse-pro", "diarize": True}, "use model='pulse'"),
        ({"model": "pulse-pro", "emotion_detection": True}, "use model='pulse'"),
        ({"model": "pulse-pro", "gender_detection": True}, "use model='pulse'"),
        ({"word_timestamps": "yes"}, "must be True or False"),
        ({"redact_pii": True, "language": "de"}, "in 'en' and 'hi' only"),
        ({"webhook_url": "https://hooks.example.com"}, "'pulse-pro' only"),
        ({"webhook_method": "POST"}, "with webhook_url only"),
        ({"webhook_extra": {"a": "b"}}, "with webhook_url only"),
        ({"sample_rate": 8000}, "goes with encoding="),
        ({"encoding": "opus", "sample_rate": 8000}, "must be one of linear16"),
        ({"encoding": "linear16"}, "how many samples"),
        ({"encoding": "linear16", "sample_rate": 8000}, "is not for a WAV"),
        ({"split": "never"}, "'auto', True, False, or seconds"),
        ({"split": 2}, "seconds from 5 to 3600"),
        ({"parallel": 0}, "from 1 to 25"),
        ({"parallel": 26}, "from 1 to 25"),
    ],
)
def test_options_of_recordings(options: dict[str, Any], says: str) -> None:
    """A value that the service would refuse, or pass over in silence, is refused."""
    assert says in str(refusal(**options))


@pytest.mark.parametrize(
    ("webhook", "says"),
    [
        ({"webhook_url": "ftp://a.example.com"}, "of http or https"),
        ({"webhook_url": "http://192.168.0.4/hook"}, "private network"),
        ({"webhook_url": "https://a.example.com", "webhook_method": "PUT"}, "POST, GET"),
        ({"webhook_url": "https://a.example.com", "webhook_extra": {"a,b": "c"}}, "without commas"),
    ],
)
def test_webhooks(webhook: dict[str, Any], says: str) -> None:
    """A webhook must be one that the service can call."""
    assert says in str(refusal(model="pulse-pro", **webhook))


def test_sources(tmp_path: Path) -> None:
    """What is not there, holds nothing, or is no audio, is told apart."""
    (tmp_path / "empty.wav").touch()
    (tmp_path / "page.mp3").write_text("<html>not found</html>")
    wanted: list[tuple[Any, str]] = [
        (tmp_path / "none.wav", "there is no such file"),
        (str(tmp_path / "none.wav"), "there is no such file"),
        (tmp_path, "is a folder"),
        (tmp_path / "empty.wav", "is empty"),
        (b"", "is empty"),
        (io.BytesIO(), "is empty"),
        (tmp_path / "page.mp3", "is no audio file that is known"),
        (bytes(100), "pass encoding= and sample_rate="),
        (io.StringIO("text"), "binary mode"),
        (42, "must be a path"),
        ("https://", "an address"),
    ]
    for source, says in wanted:
        assert says in str(refusal(source)), source


def test_a_source_that_cannot_be_read() -> None:
    """What the system says of a file is the reason."""
    file = io.BytesIO(WAV)
    file.close()
    assert "closed file" in str(refusal(file))


@pytest.mark.parametrize(
    "host",
    [
        *("localhost", "127.0.0.1", "[::1]", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1"),
        *("169.254.169.254", "[fe80::1]", "[fc00::1]", "[::ffff:10.0.0.1]", "2130706433", "0x7f.1"),
        *("127.1", "printer", "nas.local", "a.localhost", "db.internal", "224.0.0.1", "localhost."),
    ],
)
def test_private_addresses(host: str) -> None:
    """The service cannot reach them, however they are written."""
    assert "private network" in str(refusal(f"http://{host}/a.wav"))


@pytest.mark.parametrize("host", ["media.example.com", "8.8.8.8", "[2606:4700::1111]", "a.b.co:81"])
def test_public_addresses(host: str) -> None:
    """Any other address is left to the service."""
    assert check_public("source", f"https://{host}/a.wav")


def test_addresses_are_for_pulse_and_keep_their_secrets() -> None:
    """Another model takes files alone; a token in an address is not shown."""
    assert "send a file" in str(refusal("https://a.example.com/a.wav", model="pulse-pro"))
    shown = str(refusal("http://10.0.0.1/a.wav?token=abcdef123456"))
    assert "abcdef123456" not in shown


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"RIFF\0\0\0\0WAVEfmt ", "wav"),
        (b"RF64\0\0\0\0WAVEds64", "wav"),
        (b"RIFF\0\0\0\0AVI LIST", None),
        (b"ID3\x04\0\0", "mp3"),
        (b"\xff\xfb\x90\x64", "mp3"),
        (b"\xff\xf3\x48\xc4", "mp3"),
        (b"\xff\xff\xff\xff", None),
        (b"\xff\xff\x00\x00", None),
        (b"\xff\xf1\x50\x80", "aac"),
        (b"fLaC\0\0\0\x22", "flac"),
        (b"OggS\0\x02", "ogg"),
        (b"\0\0\0\x20ftypM4A ", "mp4"),
        (b"\x1aE\xdf\xa3\x9f", "webm"),
        (b"FORM\0\0\0\0AIFF", "aiff"),
        (b"#!AMR\n", "amr"),
        (b"%PDF-1.7", None),
        (b"PK\x03\x04", None),
        (b"{}", None),
        (b"", None),
    ],
)
def test_containers(head: bytes, kind: str | None) -> None:
    """A file is known by its first bytes, not by its name."""
    assert container_of(head) == kind


def test_a_file_that_shrinks(tmp_path: Path) -> None:
    """A file that became shorter while it was sent is no success."""
    path = tmp_path / "a.wav"
    path.write_bytes(WAV + bytes(200_000))
    recording = open_source(path, recording_request(BASE))
    assert not isinstance(recording, str)
    blocks = recording.blocks()
    next(blocks)
    path.write_bytes(WAV)
    with pytest.raises(ArgumentError, match="became shorter"):
        list(blocks)
    recording.close()


def test_every_live_option_has_its_place() -> None:
    """All parameters of the socket go into its query, as the wire has them."""
    query = live(
        language="hi",
        sample_rate=8000,
        encoding="mulaw",
        word_timestamps=False,
        sentence_timestamps=True,
        diarize=True,
        vad_events=True,
        endpointing=False,
        eou_timeout_ms=100,
        endpointing_timeout=0,
        vad_threshold=0.25,
        vad_min_speech_ms=80,
        format=True,
        punctuate=False,
        capitalize=False,
        itn_normalize=True,
        numerals="auto",
        finalize_on_words=False,
        max_words=12,
        keywords={"Meher": 2, "Pulse": 1.5},
        redact_pii=True,
        redact_pci=True,
        full_transcript=True,
        emotion_detection=True,
        gender_detection=True,
        external_session_id="call-7",
        extra_query={"tier": 2, "beta": True},
    )
    assert query == {
        "model": "pulse",
        "language": "hi",
        "sample_rate": "8000",
        "encoding": "mulaw",
        "word_timestamps": "false",
        "sentence_timestamps": "true",
        "diarize": "true",
        "vad_events": "true",
        "endpointing": "false",
        "eou_timeout_ms": "100",
        "endpointing_timeout": "0",
        "vad_threshold": "0.25",
        "vad_min_speech_ms": "80",
        "format": "true",
        "punctuate": "false",
        "capitalize": "false",
        "itn_normalize": "true",
        "numerals": "auto",
        "finalize_on_words": "false",
        "max_words": "12",
        "keywords": "Meher:2,Pulse:1.5",
        "redact_pii": "true",
        "redact_pci": "true",
        "full_transcript": "true",
        "emotion_detection": "true",
        "gender_detection": "true",
        "external_session_id": "call-7",
        "tier": "2",
        "beta": "true",
    }
    asked = {"expire_content", "buffer_seconds", "extra_query"}
    assert set(LiveOptions.__annotations__) - asked <= set(query)
    assert live_request(BASE, expire_content=True).headers == {"x-expire-content": "true"}


def test_what_is_left_out_is_not_sent() -> None:
    """Only what the service requires, the format, and the times that a resume needs."""
    assert live() == {
        "model": "pulse",
        "language": "en",
        "sample_rate": "16000",
        "encoding": "linear16",
        "word_timestamps": "true",
    }
    assert "keywords" not in live(keywords=[])
    assert live(keywords=["Meher", "Pulse"])["keywords"] == "Meher,Pulse"


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"model": "pulse-pro"}, "does not transcribe live"),
        ({"model": "nova"}, "must be one of pulse"),
        ({"language": "uk"}, "must be one of en"),
        ({"sample_rate": 11025}, "must be one of 8000"),
        ({"encoding": "pcm"}, "must be one of linear16"),
        ({"eou_timeout_ms": 50}, "from 100 to 10000"),
        ({"eou_timeout_ms": 100.5}, "a whole number"),
        ({"endpointing_timeout": -1}, "from 0 to 10000"),
        ({"vad_threshold": 1.5}, "from 0 to 1"),
        ({"max_words": 0}, "from 1"),
        ({"numerals": "yes"}, "True, False or 'auto'"),
        ({"punctuate": 1}, "must be True or False"),
        ({"diarize": "x"}, "must be True or False"),
        ({"redact_pci": True, "language": "fr"}, "masks nothing in 'fr'"),
        ({"external_session_id": "a b"}, "letters, digits"),
        ({"buffer_seconds": -1}, "from 0 to 3600"),
        ({"keywords": "Meher"}, "a list of terms"),
        ({"keywords": ["a,b"]}, "without commas"),
        ({"keywords": ["a:2"]}, "without commas and colons"),
        ({"keywords": [" "]}, "must be a term"),
        ({"keywords": {"a": "high"}}, "must be a number"),
        ({"keywords": [str(each) for each in range(101)]}, "at most 100"),
    ],
)
def test_live_options(options: dict[str, Any], says: str) -> None:
    """A value that the service would refuse, or pass over in silence, is refused."""
    with pytest.raises(ArgumentError) as caught:
        live(**options)
    assert says in str(caught.value)


def test_an_option_that_does_not_exist() -> None:
    """A slip of the pen is the caller's, as with any Python function."""
    with pytest.raises(TypeError, match="vad_event"):
        live(vad_event=True)


def test_keywords_at_the_limit() -> None:
    """A hundred are taken; none is no parameter at all."""
    made = keyword_list([str(each) for each in range(100)])
    assert made is not None
    assert made.count(",") == 99
    assert keyword_list(None) is None
    assert keyword_list({}) is None


def test_the_catalogue_agrees_with_the_specification() -> None:
    """Languages, models, encodings and rates are those of the specification."""
    from smallestai_waves.models.stt_encoding import SttEncoding
    from smallestai_waves.models.stt_language import SttLanguage
    from smallestai_waves.models.stt_live_language import SttLiveLanguage
    from smallestai_waves.models.stt_model import SttModel

    def values(kind: Any) -> set[str]:
        from typing import get_args

        return set(get_args(getattr(kind, "__value__", kind)))

    assert set(catalogue.MODELS) == values(SttModel)
    assert set(catalogue.RECORDING_LANGUAGES["pulse"]) == values(SttLanguage)
    assert set(catalogue.LIVE_LANGUAGES) == values(SttLiveLanguage)
    assert set(catalogue.ENCODINGS) == values(SttEncoding)

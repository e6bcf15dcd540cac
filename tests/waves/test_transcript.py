"""Transcripts: what is read of a reply, and how it is written down."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from smallestai.errors import ArgumentError, LocalProtocolError, RemoteProtocolError
from smallestai.waves.transcript import (
    Transcript,
    TranscriptionJob,
    TranscriptWord,
    Utterance,
    reply_of,
)

if TYPE_CHECKING:
    from pathlib import Path

PULSE = {
    "status": "success",
    "transcription": "We ship on Friday. Really?",
    "words": [
        {"word": "We", "start": 0.08, "end": 0.2, "confidence": 0.98, "speaker": 0},
        {"word": "ship", "start": 0.2, "end": 0.5, "speaker": 0, "speaker_confidence": 0.9},
        {"word": "on", "start": 0.5, "end": 0.6, "speaker": 0},
        {"word": "Friday.", "start": 0.6, "end": 1.0, "speaker": 0},
        {"word": "Really?", "start": 2.0, "end": 2.5, "speaker": "speaker_1"},
    ],
    "utterances": [{"text": "We ship on Friday.", "start": 0.08, "end": 1.0, "speaker": 0}],
    "gender": "female",
    "emotions": {"happiness": 0.7, "boredom": 0.1},
    "metadata": {"duration": 3, "fileSize": 51200, "filename": "a.wav"},
    "brand_new": {"kept": True},
}


def test_a_reply_without_an_id_has_that_of_its_headers() -> None:
    """What the body calls the request comes first."""
    for body, expected in (
        (b'{"transcription":"a"}', "h1"),
        (b'{"transcription":"a","request_id":"b1"}', "b1"),
    ):
        made = reply_of(body, "h1")
        assert isinstance(made, Transcript)
        assert made.request_id == expected


def test_a_reply_of_pulse() -> None:
    """Every field has its place; one that is new stays in the body."""
    made = Transcript.of(json.dumps(PULSE))
    assert str(made) == made.text == "We ship on Friday. Really?"
    assert made.words[0] == TranscriptWord("We", 0.08, 0.2, 0.98, 0, None)
    assert made.utterances == (Utterance("We ship on Friday.", 0.08, 1.0, 0),)
    assert made.speakers == (0, 1)
    assert made.duration == 3.0
    assert made.gender == "female"
    assert made.emotions["boredom"] == 0.1
    assert made.body["brand_new"] == {"kept": True}
    assert Transcript.of(PULSE) == made


def test_a_reply_of_pulse_pro() -> None:
    """It has neither utterances nor speakers, and names its request."""
    reply = {
        "status": "success",
        "transcription": "we",
        "words": [{"word": "we", "start": 0.1, "end": 0.2, "confidence": None}],
        "language": "en",
        "metadata": {"duration": 1.6, "processing_time_ms": 20.5, "rtfx": 78.1, "num_chunks": 1},
        "totalBytes": 51200,
        "request_id": "f2c0",
    }
    made = reply_of(json.dumps(reply).encode())
    assert isinstance(made, Transcript)
    assert (made.language, made.request_id, made.speakers) == ("en", "f2c0", ())


def test_deliveries() -> None:
    """A webhook gets a transcript, or word of a failure."""
    failed = Transcript.of(b'{"status":"failed","request_id":"j1"}')
    assert (failed.status, failed.text, failed.request_id) == ("failed", "", "j1")
    assert reply_of(b'{"status":"processing","request_id":"j1"}') == TranscriptionJob("j1")
    for body in (b"", b"[]", b'{"status":"success"}', b'{"transcription":[]}'):
        with pytest.raises(RemoteProtocolError, match="no transcript"):
            Transcript.of(body)


def test_the_length_may_come_as_text() -> None:
    """Some servers send ``audio_length``, and as a string."""
    assert Transcript.of({"transcription": "a", "audio_length": "2.5"}).duration == 2.5
    assert Transcript.of({"transcription": "a", "audio_length": "long"}).duration is None
    assert Transcript.of({"transcription": ""}).text == ""


def test_subtitles() -> None:
    """Words make cues, which end with sentences and pauses."""
    made = Transcript.of(PULSE)
    first = "1\n00:00:00,080 --> 00:00:01,080\nWe ship on Friday.\n"
    assert made.srt() == f"{first}\n2\n00:00:02,000 --> 00:00:03,000\nReally?\n"
    assert made.vtt().startswith("WEBVTT\n\n00:00:00.080 --> 00:00:01.080\nWe ship on Friday.\n")


def test_subtitles_of_utterances() -> None:
    """Where there are no words, sentences have times too."""
    made = Transcript("a b", utterances=(Utterance("a b", 1.0, 2.0),))
    assert "00:00:01,000 --> 00:00:02,000\na b" in made.srt()


def test_subtitles_without_spaces() -> None:
    """Scripts that write no spaces get none."""
    words = (TranscriptWord("我们", 0.0, 0.5), TranscriptWord("走", 0.5, 1.0))
    assert "我们走" in Transcript("我们走", words=words).srt()


def test_subtitles_want_times() -> None:
    """Without any the remedy is named; silence has empty subtitles."""
    with pytest.raises(LocalProtocolError, match="word_timestamps=True"):
        Transcript("no times").srt()
    assert Transcript("").vtt() == "WEBVTT\n"


def test_saving(tmp_path: Path) -> None:
    """The suffix says what is written."""
    made = Transcript.of(PULSE)
    assert made.save(tmp_path / "a.txt").read_text() == "We ship on Friday. Really?\n"
    assert made.save(tmp_path / "a.srt").read_text() == made.srt()
    assert made.save(tmp_path / "a.VTT").read_text() == made.vtt()
    read = json.loads(made.save(tmp_path / "a.json").read_text())
    assert read["words"][1]["speaker_confidence"] == 0.9
    assert read["duration"] == 3
    with pytest.raises(ArgumentError, match=r"\.txt, \.srt"):
        made.save(tmp_path / "a.docx")
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".VTT", ".json", ".srt", ".txt"]


def test_moved() -> None:
    """All times move together."""
    made = Transcript.of(PULSE).moved(10)
    assert made.words[0].start == 10.08
    assert made.utterances[0].end == 11.0


def test_nulls_in_a_reply_say_nothing() -> None:
    """A mood without a score and a word without an end leave the transcript whole."""
    transcript = Transcript.of(
        {
            "transcription": "a b",
            "words": [{"word": "a", "start": 0.5, "end": None}],
            "emotions": {"joy": None},
        }
    )
    assert transcript.text == "a b"
    assert transcript.words[0].start == 0.5


@pytest.mark.parametrize(
    "body", [b"<html>gateway</html>", "[" * 100_000, '{"transcription": "\ud800']
)
def test_a_reply_that_is_no_json_is_kept(body: bytes | str) -> None:
    """The error has what came."""
    with pytest.raises(RemoteProtocolError) as caught:
        Transcript.of(body)
    assert caught.value.body == (body if isinstance(body, str) else body.decode())[:200]

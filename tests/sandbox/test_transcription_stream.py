"""A live transcription without its socket: which frames follow which audio."""

import struct

import pytest
from transcribing import SPEC, assert_near, check, resampled, say, silence, utter

from smallestai.sandbox.formats import alaw, ulaw
from smallestai.sandbox.issues import Issue
from smallestai.sandbox.state import State
from smallestai.sandbox.transcription_live_query import LiveQuery, live_query
from smallestai.sandbox.transcription_stream import Stream

FIRST = "Hello there, I owe $40."
SECOND = "Could you tell me the price of the blue one?"


@pytest.fixture(scope="module")
def state():
    """Give a state, for its engine and its memory."""
    made = State()
    yield made
    made.close()


@pytest.fixture(scope="module")
def speech(state):
    """Give two utterances with a second between them, and where the second begins."""
    first, second = say(state, FIRST, 16000), say(state, SECOND, 16000)
    return first + silence(1) + second + silence(1), len(first) / 32000 + 1


def stream_of(state, **query):
    """Return a stream for a query."""
    values = {"model": "pulse", "language": "en"} | query
    made = live_query(SPEC, values)
    assert isinstance(made, LiveQuery), made
    return Stream(state.spoken, made, "stt_1")


def play(stream, audio, size=3200):
    """Feed audio; return the frames, each as the document says."""
    frames = []
    for start in range(0, len(audio), size):
        frames += stream.feed(audio[start : start + size])
    for frame in frames:
        if frame["type"] == "transcription":
            check(SPEC, "SttTranscriptFrame", frame)
    return frames


def texts(frames, **fields):
    """Return the texts of the transcripts with some fields."""
    return [
        frame["transcript"]
        for frame in frames
        if frame["type"] == "transcription" and fields.items() <= frame.items()
    ]


def test_interims_grow_into_a_final(state, speech):
    """Each interim replaces the one before; the pause makes the text final."""
    frames = play(stream_of(state), speech[0])
    assert texts(frames, is_final=True) == [FIRST, SECOND]
    interims = texts(frames[: frames.index(next(f for f in frames if f["is_final"]))])
    assert len(interims) >= 3
    assert all(FIRST.startswith(text) for text in interims)
    assert sorted(interims, key=len) == interims
    for frame in frames:
        assert frame["transcription"] == frame["transcript"]
        assert not frame["is_last"]
        assert ("language" in frame) == frame["is_final"]
        assert "words" not in frame


@pytest.mark.parametrize("size", [500, 16000])
def test_the_frames_do_not_depend_on_the_messages(state, speech, size):
    """Audio cut otherwise brings the same frames."""
    query = {"vad_events": "true", "word_timestamps": "true"}
    whole = play(stream_of(state, **query), speech[0], 3200)
    assert play(stream_of(state, **query), speech[0], size) == whole


def test_words_and_sentences(state, speech):
    """Finals have words in the time of the session, and utterances."""
    _, expected = utter(state, SECOND, 16000)
    frames = play(
        stream_of(state, word_timestamps="true", sentence_timestamps="true", diarize="true"),
        speech[0],
    )
    final = [frame for frame in frames if frame["is_final"]][1]
    words = [{"word": word.text, "start": word.start, "end": word.end} for word in expected]
    assert_near(final["words"], words, speech[1])
    assert final["words"][0]["speaker"] == 0
    assert final["utterances"][0] | {"start": 0, "end": 0} == {
        "text": SECOND,
        "start": 0,
        "end": 0,
        "speaker": 0,
    }


def encodings(pcm):
    """Return the encodings of PCM at 16000 Hz: name, rate, bytes."""
    narrow = resampled(pcm, 16000, 8000)
    wide = b"".join(struct.pack("<i", sample << 16) for (sample,) in struct.iter_unpack("<h", pcm))
    yield "linear16", 48000, resampled(pcm, 16000, 48000)
    yield "linear32", 16000, wide
    yield "mulaw", 8000, ulaw(narrow)
    yield "alaw", 8000, alaw(narrow)


def test_encodings(state, speech):
    """All encodings but Opus are heard, in messages that cut samples in two."""
    for encoding, rate, audio in encodings(speech[0]):
        stream = stream_of(state, encoding=encoding, sample_rate=str(rate))
        assert texts(play(stream, audio, 2999), is_final=True) == [FIRST, SECOND], encoding


def test_finalize_and_close(state, speech):
    """Each command brings one final, empty if nothing is pending; the last one says so."""
    stream = stream_of(state, word_timestamps="true")
    play(stream, silence(0.3) + speech[0][:32000])
    first = stream.finalize()
    assert [frame["is_final"] for frame in first] == [True]
    assert FIRST.startswith(first[0]["transcript"])
    assert first[0]["transcript"]
    (empty,) = stream.finalize()
    assert (empty["transcript"], empty["words"], empty["is_last"]) == ("", [], False)
    assert empty["language"] == "en"
    rest = play(stream, speech[0][32000:])
    *_, last = stream.close()
    assert (last["is_final"], last["is_last"]) == (True, True)
    whole = [first[0]["transcript"], *texts(rest, is_final=True), last["transcript"]]
    assert " ".join(whole).split() == f"{FIRST} {SECOND}".split()
    for frame in (*first, empty, last):
        check(SPEC, "SttTranscriptFrame", frame)


def test_a_session_without_audio(state):
    """Commands are answered all the same."""
    stream = stream_of(state)
    assert texts(stream.finalize()) == [""]
    assert [frame["is_last"] for frame in stream.close()] == [True]


def test_speech_events(state, speech):
    """With `vad_events` speech starts and ends, in seconds from the first byte."""
    frames = play(stream_of(state, vad_events="true", vad="false"), silence(1) + speech[0])
    events = [frame for frame in frames if frame["type"] != "transcription"]
    for event, schema in zip(events, ["SttSpeechStarted", "SttSpeechEnded"] * 9, strict=False):
        check(SPEC, schema, event)
    assert abs(events[0]["timestamp"] - 1) < 0.2
    assert events[-1]["timestamp"] < len(speech[0]) / 32000
    assert frames[0]["type"] == "speech_started"
    unwanted = play(stream_of(state, vad="true", vad_events="false"), speech[0])
    assert {frame["type"] for frame in unwanted} == {"transcription"}


def final_times(state, audio, **query):
    """Return after how much audio the finals come, in tenths of a second."""
    stream, times = stream_of(state, **query), []
    for at in range(0, len(audio), 3200):
        frames = stream.feed(audio[at : at + 3200])
        times += [at // 3200 + 1 for frame in frames if frame.get("is_final")]
    return times


def test_when_a_text_is_final(state):
    """A sentence end waits for endpointing, anything else for the longest silence."""
    whole = say(state, FIRST, 16000) + silence(2)
    start = final_times(state, whole)[0]
    assert final_times(state, whole, endpointing_timeout="900", eou_timeout_ms="1500")[0] > start
    assert final_times(state, whole, endpointing_timeout="900", eou_timeout_ms="300")[0] == start
    # Without endpointing silence is looked at on a grid, so that 800 ms are 1120.
    late = final_times(state, whole, endpointing="false")[0]
    assert 7 <= late - start <= 10
    part = say(state, "and then we", 16000) + silence(2)
    assert final_times(state, part)[0] < final_times(state, part, eou_timeout_ms="1500")[0]


def test_finals_by_the_number_of_words(state, speech):
    """`max_words` cuts the text into finals, unless words are not to end one."""
    frames = play(stream_of(state, max_words="4"), speech[0])
    finals = texts(frames, is_final=True)
    assert " ".join(finals) == f"{FIRST} {SECOND}"
    assert max(len(text.split()) for text in finals) == 4
    whole = play(stream_of(state, max_words="4", finalize_on_words="false"), speech[0])
    assert texts(whole, is_final=True) == [FIRST, SECOND]


def test_the_full_transcript(state, speech):
    """All text so far goes along; without punctuation there is no space between finals."""
    frames = play(stream_of(state, full_transcript="true"), speech[0])
    assert frames[-1]["full_transcript"] == f"{FIRST} {SECOND}"
    assert frames[0]["full_transcript"] == frames[0]["transcript"]
    bare = play(stream_of(state, full_transcript="true", punctuate="false"), speech[0])
    assert "$40Could" in bare[-1]["full_transcript"]


def test_the_look_of_the_text(state):
    """Finals are masked and have digits; without formatting there are none."""
    audio = say(state, "My name is Anna, I have twenty two cats.", 16000) + silence(1)
    looks = [
        texts(play(stream_of(state, **query), audio), is_final=True)
        for query in (
            {"itn_normalize": "true"},
            {"itn_normalize": "true", "format": "false"},
            {"redact_pii": "true"},
        )
    ]
    assert looks == [
        ["My name is Anna, I have 22 cats."],
        ["my name is anna i have twenty two cats"],
        ["My name is [FIRSTNAME_1], I have twenty two cats."],
    ]
    frames = play(stream_of(state, redact_pii="true", itn_normalize="true"), audio)
    assert not any("Anna" in text or "twenty two cats" in text for text in texts(frames)[-1:])
    assert not any("Anna" in text for text in texts(frames))
    assert frames[-1]["redacted_entities"] == ["[FIRSTNAME_1]"]


def test_language_mood_and_gender(state):
    """A group of languages is resolved to the one that is spoken."""
    audio = say(state, "Bonjour mes amis!", 16000, language="fr") + silence(1)
    query = {"language": "multi", "emotion_detection": "true", "gender_detection": "true"}
    final = play(stream_of(state, **query), audio)[-1]
    assert (final["language"], final["languages"]) == ("fr", ["fr"])
    assert final["gender"] == "female"
    assert final["emotions"]["happiness"] > 0.5


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ({"language": "tlh"}, "language"),
        ({"model": "whisper"}, "model"),
        ({"sample_rate": "11025"}, "sample_rate"),
        ({"sample_rate": "many"}, "sample_rate"),
        ({"encoding": "mp3"}, "encoding"),
        ({"encoding": "opus"}, "encoding"),
        ({"encoding": "ogg_opus"}, "encoding"),
        ({"word_timestamps": "1"}, "word_timestamps"),
        ({"eou_timeout_ms": "99"}, "eou_timeout_ms"),
        ({"eou_timeout_ms": "10001"}, "eou_timeout_ms"),
        ({"endpointing_timeout": "-1"}, "endpointing_timeout"),
        ({"vad_threshold": "1.1"}, "vad_threshold"),
        ({"vad_min_speech_ms": "x"}, "vad_min_speech_ms"),
        ({"max_words": "0"}, "max_words"),
        ({"numerals": "maybe"}, "numerals"),
        ({"external_session_id": "a b"}, "external_session_id"),
        ({"external_session_id": "a" * 129}, "external_session_id"),
    ],
)
def test_wrong_queries(query, name):
    """Each parameter is checked."""
    issues = live_query(SPEC, {"model": "pulse", "language": "en"} | query)
    assert [issue.path[0] for issue in issues if isinstance(issue, Issue)] == [name]


def test_a_query_with_everything():
    """All that the document names is taken, and what it does not name is ignored."""
    values = {
        "model": "pulse",
        "language": "hi",
        "sample_rate": "8000",
        "encoding": "mulaw",
        "keywords": "Anna:2,Bob",
        "numerals": "auto",
        "vad": "true",
        "external_session_id": "a.b-1_",
        "sandbox_fault": "x",
        "unknown": "y",
    }
    query = live_query(SPEC, values)
    assert isinstance(query, LiveQuery)
    assert (query.language, query.sample_rate, query.vad) == ("hi", 8000, True)

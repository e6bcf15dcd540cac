"""Words on one clock: where they stand, what had been heard, subtitles."""
# ruff: noqa: RUF001  (texts of many scripts)

from __future__ import annotations

import json
import re
import unicodedata
from functools import partial
from math import inf, nan
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smallestai._subtitles import COLUMNS, _width
from smallestai.errors import ArgumentError, LocalProtocolError, OutputError
from smallestai.timeline import Timeline, Word

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RATE = 1000


def spoken(text: str, *, each: float = 0.5, source: str | None = None) -> Timeline:
    """Return a timeline of one piece whose words last half a second each."""
    timeline = Timeline(RATE)
    speak(timeline, text, 0, each=each, source=source)
    timeline.end_piece()
    return timeline


def speak(
    timeline: Timeline, text: str, start: int, *, each: float = 0.5, source: str | None = None
) -> None:
    timeline.add_piece(text, start, source)
    words = text.split()
    for number, word in enumerate(words):
        timeline.add_word(word, number * each, (number + 1) * each)
    timeline.add_samples(round(len(words) * each * RATE))


def slices(timeline: Timeline, source: str) -> list[str | None]:
    return [word.source and source[slice(*word.source)] for word in timeline.words]


# -- the clock


def test_pieces_begin_where_the_samples_before_them_end() -> None:
    """The silence behind the last word of a piece counts; the words' ends do not."""
    timeline = Timeline(RATE)
    timeline.add_piece("One. ", 0)
    timeline.add_word("One.", 0.1, 0.4)
    timeline.add_samples(1250)
    timeline.add_piece("Two.", 5)
    assert timeline.add_word("Two.", 0.1, 0.4) == Word("Two.", 1.35, 1.65, (5, 9))
    assert timeline.duration == 1.25


def test_words_that_overlap_are_put_in_order() -> None:
    """No word starts before the one in front has ended, and none ends before it starts."""
    timeline = Timeline(RATE)
    timeline.add_piece("a b c d", 0)
    for word, start, end in [("a", 0.2, 0.6), ("b", 0.5, 0.4), ("c", -3, nan), ("d", 0.5, 0.9)]:
        timeline.add_word(word, start, end)
    times = [(word.start, word.end) for word in timeline.words]
    assert times == [(0.2, 0.6), (0.6, 0.6), (0.6, 0.6), (0.6, 0.9)]


def test_a_word_does_not_outlast_its_piece() -> None:
    """A time beyond the audio of its piece is cut, so that it does not push the next piece."""
    timeline = Timeline(RATE)
    timeline.add_piece("One ", 0)
    timeline.add_word("One", 0.1, 9)
    timeline.add_samples(500)
    timeline.add_piece("two", 4)
    timeline.add_word("two", 0.1, 0.3)
    assert [(word.start, word.end) for word in timeline.words] == [(0.1, 0.5), (0.6, 0.8)]


def test_a_late_word_belongs_to_the_piece_that_ended() -> None:
    """A word may come after the last sample; it still ends with its piece."""
    timeline = Timeline(RATE)
    timeline.add_piece("One two", 0)
    timeline.add_samples(500)
    timeline.end_piece()
    timeline.add_samples(100)
    assert timeline.add_word("two", 0.3, 0.7) == Word("two", 0.3, 0.5, (4, 7))


def test_misuse_is_named() -> None:
    """What cannot be right is refused with what would be."""
    with pytest.raises(ArgumentError, match="sample_rate=0: must be positive"):
        Timeline(0)
    timeline = Timeline(RATE)
    with pytest.raises(LocalProtocolError, match="add_piece"):
        timeline.add_word("One", 0, 1)
    with pytest.raises(ArgumentError, match="count=-1"):
        timeline.add_samples(-1)
    timeline.add_piece("One ", 0)
    with pytest.raises(ArgumentError, match="source_start=3: must be 4 or more"):
        timeline.add_piece("two", 3)
    with pytest.raises(ArgumentError, match="seconds=nan"):
        timeline.heard(nan)


# -- where words stand

TEXTS = [
    "Hello, world: it's 5 o'clock – and $40.50 (plus 25th-rate tax)!",
    "Cliquez « ici » pour l'élève ; ça coûte 3,50 €.",
    "Der Maßstab für Ärzte: „Größe“ und Straße.",
    "¿Qué tal? ¡Muy bien, señor Muñoz!",
    "नमस्ते दुनिया। डॉ. शर्मा ने १२ किताबें पढ़ीं॥",
    "வணக்கம் உலகம், எப்படி இருக்கிறீர்கள்?",
    "আমি বাংলায় গান গাই।",
    "مرحبا بالعالم، كيف حالك؟",
    "یہ ایک جملہ ہے۔ اور دوسرا۔",
    "Привет, мир! Ёлка — 3 штуки.",
    "안녕하세요 세계, 반갑습니다.",
    "Xin chào thế giới, tôi là Nguyễn.",
    "İstanbul'da ışık ağır.",
    "the the the a a the a",
]


@pytest.mark.parametrize("text", TEXTS)
def test_verbatim_words_are_found_whole(text: str) -> None:
    """Words that are slices of the text get exactly their slices, in any script."""
    words = [word for word in text.split() if any(map(str.isalnum, word))]
    timeline = Timeline(RATE)
    timeline.add_piece(text, 0)
    for word in words:
        timeline.add_word(word, 0, 0)
    assert slices(timeline, text) == words


CHANGES: dict[str, Callable[[str], str]] = {
    "composed": partial(unicodedata.normalize, "NFC"),
    "decomposed": partial(unicodedata.normalize, "NFD"),
    "upper case": str.upper,
    "letters alone": lambda word: "".join(filter(str.isalnum, word)),
}


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("change", CHANGES)
def test_words_that_changed_on_the_way_are_found(text: str, change: str) -> None:
    """Form, case and punctuation may differ: the letters and digits still say where."""
    text = text.replace("ı", "i")  # the one letter that upper case takes for another
    timeline = Timeline(RATE)
    timeline.add_piece(text, 0)
    words = [word for word in text.split() if any(map(str.isalnum, word))]
    for word in words:
        timeline.add_word(CHANGES[change](word), 0, 0)
    for found, word in zip(slices(timeline, text), words, strict=True):
        assert found
        assert found in word
        assert list(filter(str.isalnum, found)) == list(filter(str.isalnum, word))


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        # said otherwise than written
        (
            "I owe $40 to you",
            ["I", "owe", "forty", "dollars", "to", "you"],
            "I owe None None to you",
        ),
        # entries of several words, and parts of words
        ("in New York now", ["in", "New York", "now"], "in|New York|now"),
        ("refer to it", ["ref", "er", "to", "it"], "ref er to it"),
        # a word that is said but not written does not tear another one apart
        ("an apple fell", ["ann", "a", "apple", "fell"], "None None apple fell"),
        # punctuation alone stands nowhere, and is no miss
        ("one – two", ["one", "–", "two"], "one None two"),
        # a word that occurs far ahead only is not looked for there
        ("b " * 30 + "a", ["a", "b"], "None b"),
        # no spaces at all
        ("你好，世界。再见", ["你好", "啊", "世界", "再见"], "你好 None 世界 再见"),
        # the more was missed, the further on the next words may be
        (
            "a (" + "not said " * 8 + ") zebra b",
            ["a", "x", "y", "zebra", "b"],
            "a None None zebra b",
        ),
        # a vowel sign does not end a word
        ("किताब क", ["x", "क"], "None क"),
        # a sign between two words belongs to one of them
        ("a-b c", ["a-", "-b", "c"], "a- b c"),
        # part of a character
        ("ﬁx it", ["f", "ix", "it"], "ﬁ|x|it"),
    ],
)
def test_after_a_miss_the_next_words_are_found(text: str, words: list[str], found: str) -> None:
    """A word that is not in the text is passed over, and does not lose those behind it."""
    timeline = Timeline(RATE)
    timeline.add_piece(text, 0)
    for word in words:
        timeline.add_word(word, 0, 0)
    parted = found.split("|") if "|" in found else found.split()
    assert [str(each) for each in slices(timeline, text)] == parted


def test_words_are_found_in_what_the_text_was_made_of() -> None:
    """With Markdown, links and emoji taken out, words still point into the source."""
    source = "**Arg #1** is `x` 👍, see [the docs](https://docs.example.com/a/the/docs) for _more_."
    timeline = spoken("Arg #1 is x, see the docs for more.", source="\n\n" + source)
    assert slices(timeline, "\n\n" + source) == [
        "Arg", "#1", "is", "x", "see", "the", "docs", "for", "more",
    ]  # fmt: skip
    assert timeline.heard(1.0).text == "\n\n**Arg #1**"
    assert timeline.heard(99).text == "\n\n" + source
    assert "Arg #1 is x, see the docs for more." in timeline.srt()


def test_text_between_pieces_counts_as_spaces() -> None:
    """Offsets stay those of the source when white space was not spoken."""
    timeline = Timeline(RATE)
    speak(timeline, "One.", 0)
    speak(timeline, "Two.", 7)
    assert timeline.words[1].source == (7, 11)
    assert timeline.heard(9).text == "One.   Two."
    assert "One.\n" in timeline.srt()


# -- what had been heard


def test_heard_from_word_times() -> None:
    """A word counts when it has ended, with its punctuation and without what follows."""
    timeline = Timeline(RATE)
    timeline.add_piece('He said: "Yes" (twice), ', 0)
    for word, start in [("He", 0.1), ("said", 0.4), ("Yes", 0.8), ("twice", 1.2)]:
        timeline.add_word(word, start, start + 0.25)
    timeline.add_samples(2000)
    timeline.add_piece("then left.", 24)
    timeline.add_word("then", 0.1, 0.3)
    timeline.add_samples(500)
    heard = {at: timeline.heard(at) for at in (-1, 0, 0.34, 0.36, 0.9, 1.1, 1.9, 2.0, 2.2, 2.4)}
    assert {at: each.text for at, each in heard.items()} == {
        -1: "",
        0: "",
        0.34: "",
        0.36: "He",
        0.9: "He said:",
        1.1: 'He said: "Yes"',
        1.9: 'He said: "Yes" (twice),',
        2.0: 'He said: "Yes" (twice), ',
        2.2: 'He said: "Yes" (twice), ',
        2.4: 'He said: "Yes" (twice), then',
    }
    assert all(each.exact for each in heard.values())
    assert [heard[-1].seconds, heard[2.4].seconds, heard[2.4].offset] == [0, 2.4, 28]


def test_a_bracket_is_not_heard_before_its_word() -> None:
    """What opens belongs to the word behind it, also without a space between."""
    timeline = Timeline(RATE)
    timeline.add_piece("call(me)!", 0)
    timeline.add_word("call", 0, 1)
    timeline.add_word("me", 1, 2)
    timeline.add_samples(3000)
    assert [timeline.heard(at).text for at in (1, 2)] == ["call", "call(me)!"]


def test_heard_is_never_more_than_was_delivered() -> None:
    """A position beyond the audio is that of its end."""
    timeline = spoken("One two three.")
    assert timeline.heard(inf).seconds == timeline.duration == 1.5
    assert timeline.heard(inf).text == "One two three."


def test_heard_without_word_times_is_estimated() -> None:
    """The text is shared out over the audio, cut between words, and marked as a guess."""
    timeline = Timeline(RATE)
    timeline.add_piece("One two three four. ", 0)
    timeline.add_samples(2000)
    timeline.add_piece("Five six.", 20)
    timeline.add_samples(1000)
    timeline.end_piece()
    heard = [timeline.heard(at) for at in (0.0, 1.0, 2.0, 2.7, 3.0)]
    assert [(each.text, each.exact) for each in heard] == [
        ("", True),
        ("One two ", False),
        ("One two three four. ", True),
        ("One two three four. Five ", False),
        ("One two three four. Five six.", True),
    ]


def test_an_estimate_does_not_take_the_audio_so_far_for_all_of_it() -> None:
    """While a piece arrives, its length is judged by those before it, or by usual speech."""
    text = "This sentence has about sixty letters, four seconds of them. "
    timeline = Timeline(RATE)
    timeline.add_piece(text, 0)
    timeline.add_samples(1000)
    assert timeline.heard(1.0).text in ("This sentence ", "This sentence")
    timeline.add_samples(5000)
    timeline.add_piece(text, len(text))
    timeline.add_samples(3000)
    half = timeline.heard(9.0)
    assert len(text) * 1.3 < half.offset < len(text) * 1.6
    assert not half.exact


def test_an_estimate_of_unusual_speech() -> None:
    """A long silence says nothing of the next piece, and slow speech is not over before its end."""
    timeline = Timeline(RATE)
    timeline.add_piece("One ", 0)
    timeline.add_samples(60_000)
    timeline.add_piece("two three four five six seven eight.", 4)
    timeline.add_samples(2000)
    assert timeline.heard(62.0).offset > 10
    timeline.add_samples(28_000)
    assert 15 < timeline.heard(75.0).offset < 25


def test_an_estimate_between_words_that_touch() -> None:
    """A sign that belongs to the next word does not take back what was heard."""
    timeline = Timeline(RATE)
    timeline.add_piece("pay/$40 now", 0)
    for number, word in enumerate(["pay", "uh", "$40"]):
        timeline.add_word(word, number, number + 1)
    timeline.add_samples(4000)
    offsets = [timeline.heard(at / 4).offset for at in range(17)]
    assert offsets == sorted(offsets)
    assert timeline.words[2].source == (4, 7)


def test_an_estimate_in_text_without_spaces() -> None:
    """Han has no spaces to cut at, and a character takes longer than a letter."""
    timeline = Timeline(RATE)
    timeline.add_piece("你好世界你好世界", 0)
    timeline.add_samples(900)
    assert 3 <= timeline.heard(0.9).offset <= 5


def test_words_without_a_place_make_an_estimate() -> None:
    """Between two words that were found, one that was not is guessed at."""
    timeline = Timeline(RATE)
    timeline.add_piece("pay $40 now", 0)
    for number, word in enumerate(["pay", "forty", "dollars", "now"]):
        timeline.add_word(word, number, number + 1)
    timeline.add_samples(4000)
    timeline.end_piece()
    told = [timeline.heard(at) for at in (1.5, 2.5, 3.5, 4)]
    assert [(each.offset, each.exact) for each in told] == [
        (3, True),
        (4, False),
        (8, False),
        (11, True),
    ]


def test_a_tail_without_word_times_is_not_lost() -> None:
    """When the service stops giving times, the rest is estimated up to the end of the piece."""
    timeline = Timeline(RATE)
    timeline.add_piece("one two three four five", 0)
    timeline.add_word("one", 0, 0.5)
    timeline.add_samples(2500)
    early = timeline.heard(1.5)
    assert (early.text, early.exact) == ("one", True)  # more words may be on their way
    timeline.end_piece()
    later = timeline.heard(1.5)
    assert (later.text, later.exact) == ("one two three", False)
    assert timeline.heard(2.5).text == "one two three four five"
    assert "one two three four five" in timeline.srt()


def test_a_piece_without_audio_is_heard_with_the_one_before() -> None:
    """What has no sound, such as an emoji, does not keep the end from being reached."""
    timeline = spoken("Well done. ")
    timeline.add_piece("👍", 11)
    timeline.end_piece()
    assert timeline.heard(0.9).text == "Well"
    assert timeline.heard(1.0).text == "Well done. 👍"


# -- anything at all

PIECES = st.text(
    st.sampled_from("abcde  .,–'\"(é́ßﬁ5$\n") | st.sampled_from("नमस्ते。，你好ก้👍‍<&>-{\\\u2028\x00"),
    max_size=30,
)
TIMES = st.floats(-1, 6) | st.sampled_from([nan, inf, -inf])


@st.composite
def timelines(draw: st.DrawFn) -> tuple[Timeline, str]:
    """Return a timeline of anything, and the source it must know."""
    timeline, source = Timeline(RATE), ""
    for text in draw(st.lists(PIECES, min_size=1, max_size=4)):
        gap = draw(st.integers(0, 2))
        raw = draw(st.just(text) | PIECES)
        timeline.add_piece(text, len(source) + gap, None if raw == text else raw)
        source += " " * gap + raw
        words = st.sampled_from(re.findall(r"\S+", text) or ["x"]) | PIECES
        for word in draw(st.lists(words, max_size=6)):
            timeline.add_word(word, draw(TIMES), draw(TIMES))
            timeline.add_samples(draw(st.integers(0, 900)))
    if draw(st.booleans()):
        timeline.end_piece()
    return timeline, source


@given(timelines())
def test_words_are_in_order_and_within_the_source(made: tuple[Timeline, str]) -> None:
    """Times never go back, and neither do spans; each is a part of the source."""
    timeline, source = made
    last_time, last_end = 0.0, 0
    for word in timeline.words:
        assert last_time <= word.start <= word.end < inf
        last_time = word.end
        if word.source is not None:
            start, end = word.source
            assert last_end <= start <= end <= len(source)
            last_end = end


@given(timelines(), st.lists(st.floats(-1, 10), max_size=8))
def test_heard_is_a_prefix_that_grows(made: tuple[Timeline, str], positions: list[float]) -> None:
    """At any position the source up to an offset, and never less than at an earlier one."""
    timeline, source = made
    last = 0
    for at in sorted(positions):
        heard = timeline.heard(at)
        assert source.startswith(heard.text)
        assert heard.offset == len(heard.text) >= last
        assert heard.seconds == min(max(at, 0), timeline.duration)
        last = heard.offset
    timeline.end_piece()
    assert timeline.heard(inf).text == source


@given(timelines())
def test_cues_can_be_read(made: tuple[Timeline, str]) -> None:
    """Two lines of 42 columns at most, one cue behind the other, and nothing left out."""
    timeline, _ = made
    timeline.end_piece()
    cues = timeline._cues()
    last = 0
    for cue in cues:
        assert last <= cue.start < cue.end
        last = cue.end
        assert 1 <= len(cue.lines) <= 2
        assert all(0 <= _width(line) <= COLUMNS and line == line.strip() for line in cue.lines)
        assert all(cue.lines)
    shown = "".join("".join(cue.lines) for cue in cues)
    text = "".join(piece.text for piece in timeline._pieces).replace("\x00", "")
    assert "".join(shown.split()) == "".join(text.split())


# -- subtitles


def test_srt() -> None:
    """Numbered cues with a comma in the times, a blank line between, none behind."""
    timeline = spoken("Hello, Dr. Smith. ")
    timeline.add_samples(200)
    speak(timeline, "How are you?", 18)
    assert timeline.srt() == (
        "1\n00:00:00,000 --> 00:00:01,500\nHello, Dr. Smith.\n\n"
        "2\n00:00:01,700 --> 00:00:03,200\nHow are you?\n"
    )


def test_vtt() -> None:
    """The signature, a point in the times, and the three signs escaped."""
    timeline = spoken("Fish & <b>chips</b> --> here.")
    assert timeline.vtt() == (
        "WEBVTT\n\n00:00:00.000 --> 00:00:02.500\n"
        "Fish &amp; &lt;b&gt;chips&lt;/b&gt; --&gt; here.\n"
    )
    assert Timeline(RATE).vtt() == "WEBVTT\n"
    assert Timeline(RATE).srt() == ""


def test_srt_defuses_markup() -> None:
    """Nothing in the text can be taken for a tag, a position or a time."""
    text = spoken("a <i>b</i> {\\an8}c --> d 1<2").srt().splitlines()[2:]
    joined = "\n".join(text)
    assert not re.search(r"</?[a-z]|\{\\|-->", joined)
    assert joined.replace("\u2060", "") == "a <i>b</i> {\\an8}c --> d 1<2"


@pytest.mark.parametrize(
    ("seconds", "clock"),
    [
        (59.9996, "00:01:00.000"),
        (3599.9994, "00:59:59.999"),
        (3600.0, "01:00:00.000"),
        (37230.5, "10:20:30.500"),
        (360000.0, "100:00:00.000"),
    ],
)
def test_times_of_long_streams(seconds: float, clock: str) -> None:
    """Rounding carries into minutes, and hours go on counting."""
    timeline = Timeline(10_000)
    timeline.add_samples(round(seconds * 10_000))
    timeline.add_piece("Hi", 0)
    timeline.add_word("Hi", 0, 2)
    assert f"\n{clock} --> " in timeline.vtt()
    assert f"\n{clock.replace('.', ',')} --> " in timeline.srt()


def cue_texts(timeline: Timeline) -> list[str]:
    return ["/".join(cue.lines) for cue in timeline._cues()]


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Yes. No! Maybe? Well… so.", ["Yes.", "No!", "Maybe?", "Well…", "so."]),
        ("He said “go.” Then J. R. left.", ["He said “go.”", "Then J. R. left."]),
        ("हाँ। नहीं॥ ठीक है।", ["हाँ।", "नहीं॥", "ठीक है।"]),
        ("نعم؟ لا۔ ربما.", ["نعم؟", "لا۔", "ربما."]),
        ("It is 3.5 km or 1,000 m away.", ["It is 3.5 km or 1,000 m away."]),
        (
            "a quick brown fox jumps over the lazy dog today",
            ["a quick brown fox jumps/over the lazy dog today"],
        ),
    ],
)
def test_cues_end_with_sentences(text: str, cues: list[str]) -> None:
    """One sentence a cue, in two even lines where one does not hold it."""
    assert cue_texts(spoken(text, each=0.3)) == cues


def test_long_sentences_are_parted_at_clauses() -> None:
    """What does not fit goes on in the next cue, behind a comma where there is a late one."""
    text = (
        "When the long day was over and everybody had gone home, the two of them sat down "
        "and talked about all the things they had seen that week without a pause"
    )
    assert cue_texts(spoken(text, each=0.2)) == [
        "When the long day was over/and everybody had gone home,",
        "the two of them sat down and talked about/all the things they had seen that week",
        "without a pause",
    ]


def test_what_is_left_of_a_full_cue_may_be_full_itself() -> None:
    """A cue that was parted at an early clause goes on in a cue of its own."""
    text = f"a b c, {'x' * 35} {'y' * 42} {'z' * 42} end"
    assert cue_texts(spoken(text, each=0.2)) == [
        "a b c,",
        f"{'x' * 35}/{'y' * 42}",
        f"{'z' * 42}/end",
    ]


def test_cues_end_at_pauses_and_do_not_stand_for_ever() -> None:
    """A pause inside a sentence ends a cue, and so do seven seconds."""
    timeline = Timeline(RATE)
    timeline.add_piece("one two three", 0)
    timeline.add_word("one", 0, 0.5)
    timeline.add_word("two", 1.1, 1.5)
    timeline.add_word("three", 1.9, 8.0)
    assert cue_texts(timeline) == ["one", "two three"]
    assert cue_texts(spoken("one two three four five", each=2.5)) == [
        "one two",
        "three four",
        "five",
    ]


def test_short_cues_stand_a_second_where_they_can() -> None:
    """A cue is shown long enough to be read, but never over the next one."""
    timeline = spoken("No. No. Yes.", each=0.4)
    assert [(cue.start, cue.end) for cue in timeline._cues()] == [
        (0, 400),
        (400, 800),
        (800, 1800),
    ]


def test_text_without_spaces_is_parted_at_its_stops() -> None:
    """Han without word times: wide characters take two columns, and cues end at full stops."""
    timeline = Timeline(RATE)
    timeline.add_piece(
        "你好。这是一个很长的句子，没有任何空格，所以必须在标点符号处断开，不然太长。", 0
    )
    timeline.add_samples(6000)
    timeline.end_piece()
    assert cue_texts(timeline) == [
        "你好。",
        "这是一个很长的句子，没有任何空格，/所以必须在标点符号处断开，不然太长。",
    ]


def test_a_word_wider_than_a_line_is_cut() -> None:
    """An address of a hundred characters fits into lines, whole characters each."""
    address = "https://example.com/" + "e\u0301" * 80
    lines = [line for cue in spoken(address)._cues() for line in cue.lines]
    assert "".join(lines) == address
    assert [len(unicodedata.normalize("NFC", line)) for line in lines] == [42, 42, 16]
    assert not any(unicodedata.combining(line[0]) for line in lines)


def test_text_that_is_not_yet_spoken_is_not_shown() -> None:
    """A stream that was cut off has subtitles of what was delivered."""
    timeline = Timeline(RATE)
    timeline.add_piece("one two three four five six seven eight nine ten", 0)
    timeline.add_samples(1000)
    assert timeline._cues()[-1].lines[-1] == "one two three four"
    timeline.add_word("one", 0, 0.3)
    assert cue_texts(timeline) == ["one"]


def test_seams_keep_their_spaces() -> None:
    """Words of two pieces are parted where the source has a space, and only there."""
    timeline = Timeline(RATE)
    for text, source in [("one", "one "), ("two", "two"), ("three", "three"), ("four", " four")]:
        speak(timeline, text, timeline._length, source=source)
    assert cue_texts(timeline) == ["one twothree four"]


# -- files


def test_json() -> None:
    """Words with their spans and cues with their times, in seconds."""
    timeline = spoken("Grüße, Welt.")
    assert json.loads(timeline.json()) == {
        "duration": 1.0,
        "source": "Grüße, Welt.",
        "words": [
            {"text": "Grüße,", "start": 0.0, "end": 0.5, "source": [0, 6]},
            {"text": "Welt.", "start": 0.5, "end": 1.0, "source": [7, 12]},
        ],
        "cues": [{"lines": ["Grüße, Welt."], "start": 0.0, "end": 1.0, "exact": True}],
    }
    assert "ü" in timeline.json()


@pytest.mark.parametrize("suffix", ["srt", "vtt", "json", "SRT"])
def test_save_goes_by_the_suffix(tmp_path: Path, suffix: str) -> None:
    """The file is what the method of that name returns, in UTF-8."""
    timeline = spoken("नमस्ते 👍 \ud800!")
    path = timeline.save(str(tmp_path / f"a.{suffix}"))
    written: Any = getattr(timeline, suffix.lower())()
    assert path.read_bytes() == written.encode("utf-8", "replace")
    assert path.name == f"a.{suffix}"


def test_save_refuses_other_suffixes(tmp_path: Path) -> None:
    """An unknown suffix is named with those there are; a missing folder is an output error."""
    with pytest.raises(ArgumentError, match=r"a\.txt.*\.srt, \.vtt or \.json"):
        spoken("Hi").save(tmp_path / "a.txt")
    with pytest.raises(OutputError):
        spoken("Hi").save(tmp_path / "nowhere" / "a.srt")
    assert list(tmp_path.iterdir()) == []

# ruff: noqa: RUF001 - marks of other scripts look like Latin ones, and are meant
"""Pieces: what they are made of, how soon they come, and where they are never cut."""

import ast
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import smallestai.text
from smallestai.errors import ArgumentError
from smallestai.text import TextChunker
from tests.text.cases import pieces_of
from tests.text.fragments import (
    ATOMS,
    CLUSTERS,
    LANGUAGES,
    MARKDOWN_TEXTS,
    PLAIN_TEXTS,
    SIZES,
    cuts,
)


def texts_of(pieces):
    """Return what is sent."""
    return [piece.text for piece in pieces]


@given(cuts(PLAIN_TEXTS), LANGUAGES, SIZES)
def test_tokens_make_no_difference(cut, language, sizes):
    """Any way of cutting a text into tokens gives the same pieces, down to their origin."""
    text, tokens = cut
    whole = pieces_of(TextChunker(language, **sizes), [text])
    assert pieces_of(TextChunker(language, **sizes), tokens) == whole


@given(cuts(MARKDOWN_TEXTS), LANGUAGES, SIZES)
@example(("- [x](y)", ["- ", "[x", "](y)"]), None, {})
@example((">" + "=" * 201, [">", "=" * 200, "="]), None, {})
@example(("https://a" * 300, ["https://a" * 228, "https://a" * 72]), None, {})
def test_tokens_make_no_difference_to_markdown(cut, language, sizes):
    """A token may end in the middle of any markup."""
    text, tokens = cut
    whole = pieces_of(TextChunker(language, markdown=True, **sizes), [text])
    parts = pieces_of(TextChunker(language, markdown=True, **sizes), tokens)
    assert texts_of(parts) == texts_of(whole)
    for one, other in zip(parts, whole, strict=True):
        assert (one.start, one.end) == (other.start, other.end)
        for index in range(len(one.text)):
            assert one.source(index) == other.source(index)


@given(cuts(PLAIN_TEXTS), LANGUAGES, SIZES)
def test_nothing_is_lost(cut, language, sizes):
    """What is sent joins to what was received; pieces tile the source, and keep the limit."""
    text, tokens = cut
    pieces = pieces_of(TextChunker(language, **sizes), tokens)
    assert "".join(texts_of(pieces)) == text
    for piece in pieces:
        assert text[piece.start : piece.end] == piece.text
        assert 0 < len(piece.text) <= sizes.get("limit", 250)


@given(st.lists(st.sampled_from([*CLUSTERS, "w", ",", " "]), max_size=80), SIZES)
def test_characters_stay_whole(clusters, sizes):
    """No piece begins inside a grapheme cluster, however small the limit is."""
    starts = {sum(map(len, clusters[:count])) for count in range(len(clusters) + 1)}
    # A cluster longer than the limit has to be cut.
    limit = max(sizes.get("limit", 250), 14)
    chunker = TextChunker(**{**sizes, "limit": limit})
    assert {piece.start for piece in pieces_of(chunker, "".join(clusters))} <= starts


@given(st.lists(st.sampled_from([*ATOMS, "one", "two,", "three"]), min_size=1, max_size=60), SIZES)
def test_numbers_and_names_stay_whole(words, sizes):
    """No piece begins inside a number, an abbreviation, an address or a time."""
    text = " ".join(words)
    inside = set()
    at = 0
    for word in words:
        inside |= set(range(at + 1, at + len(word)))
        at += len(word) + 1
    chunker = TextChunker("en", **{**sizes, "limit": 250, "best": sizes.get("best", 140)})
    assert not {piece.start for piece in pieces_of(chunker, text)} & inside


@pytest.mark.parametrize(
    ("language", "tokens"),
    [
        ("en", ["Good", " morning", " everyone", ",", " and"]),
        ("en", ["Good ", "morning ", "everyone, "]),
        ("en", ["Hello", ".", " How"]),
        ("en", ["It ", "is ", "done.\n"]),
        ("en", ["The value is 3.14 today", ",", " not"]),
        ("hi", ["नमस्ते", "।", " आप"]),
        ("hi", ["मैंने आपका खाता देख लिया है", ",", " और"]),
        ("zh", ["今天", "天气", "很好", "，", "我"]),
        ("ja", ["かしこまりました", "。", "では"]),
        ("ur", ["میں ٹھیک ہوں", "۔", " آپ"]),
        ("ar", ["هل أنت بخير", "؟", " نعم"]),
    ],
)
def test_the_first_piece_is_early(language, tokens):
    """The first piece comes with the first token that shows that its clause has ended."""
    chunker = TextChunker(language)
    assert [len(chunker.feed(token)) for token in tokens] == [0] * (len(tokens) - 1) + [1]


@pytest.mark.parametrize(
    "tokens",
    [
        ["It is 3.", "14 now"],
        ["It is 22,", "1 now and more"],
        ["Ask Dr.", " Rao", " now"],
        ["He lives in the U.S.", " Sen", "ate"],
        ["Wait.", ".", ". what"],
        ["See example.", "com now"],
        ["He said “go.", "” Then"],
        ["Open at 10.", "30 sharp"],
        ["Install v2.", "0.", "1 first"],
    ],
)
def test_a_mark_waits_for_what_follows(tokens):
    """A token that ends in a mark gives no piece: what follows may take its meaning away."""
    chunker = TextChunker("en")
    assert chunker.feed(tokens[0]) == []
    rest = [piece.text for token in tokens[1:] for piece in chunker.feed(token)]
    text = "".join(rest + texts_of(chunker.flush()))
    assert text == "".join(tokens)


def test_a_closing_quote_ends_its_piece():
    """A quote that comes in the next token belongs to the sentence before it."""
    pieces = pieces_of(TextChunker("en", first=None, best=1), ["“Go.", "”", " Then", " stay."])
    assert texts_of(pieces) == ["“Go.” ", "Then stay."]


def test_a_word_without_end():
    """Ten thousand characters without a space are cut at the limit."""
    pieces = pieces_of(TextChunker(), ["x" * 10_000])
    assert texts_of(pieces) == ["x" * 250] * 40


def test_an_address_is_not_cut_for_its_length():
    """What is too long together is cut before an address, not inside it."""
    address = "https://example.com/" + "a/b.c?d=1&e=2," * 15
    pieces = pieces_of(TextChunker(), f"Please have a look at the page {address} today")
    assert texts_of(pieces) == ["Please have a look at the page ", f"{address} today"]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("word " * 60, 250),
        ("1 000 000 " + "x" * 245, 10),
        ("字" * 300, 250),
        ("字" * 240 + "ABCDEFGHIJKLMN字字字", 240),
        ("字" * 249 + "、字字字" * 9, 250),
        ("か" * 250 + "ー" + "か" * 50, 249),
        ("See Dr. " + "y" * 260, 4),
        ("z" * 249 + "e\u0301" + "z" * 90, 249),
    ],
)
def test_places_for_a_cut_without_marks(text, cut):
    """Between words, beside a Chinese character, or between two characters, in this order."""
    assert len(pieces_of(TextChunker(first=None), [text])[0].text) == cut


@pytest.mark.parametrize("text", ["", " ", "\n\n", "...", "—", "👍"])
def test_nothing_to_speak(text):
    """White space and marks alone are kept, and known to be nothing to speak."""
    pieces = pieces_of(TextChunker(), text)
    assert "".join(texts_of(pieces)) == text
    assert not any(piece.speakable for piece in pieces)


def test_pieces_grow_to_their_best_size():
    """Short sentences come alone first, then as many together as come closest to the best size."""
    text = "We went to the sea on Monday. " * 60
    sizes = [len(piece.text) for piece in pieces_of(TextChunker("en"), text)]
    assert sizes[:3] == [30, 30, 60]
    assert all(90 <= size <= 190 for size in sizes[4:-1])
    assert abs(sum(sizes[4:-1]) / len(sizes[4:-1]) - 140) < 30


def test_sizes_are_of_speech_not_of_letters():
    """A Chinese or Japanese piece is as long to say as a Latin one, not as long to write."""
    chinese = "我们星期一去海边玩了一天。" * 40
    sizes = [len(piece.text) for piece in pieces_of(TextChunker("zh"), chinese)]
    assert max(sizes) < 70


def test_release_keeps_half_a_word():
    """A pause speaks the whole words there are; the word that goes on stays whole."""
    chunker = TextChunker("en")
    assert chunker.feed("The current account bal") == []
    assert texts_of(chunker.release()) == ["The current account "]
    assert chunker.pending == "bal"
    assert chunker.release() == []
    assert chunker.feed("ance is low") == []
    assert texts_of(chunker.flush()) == ["balance is low"]


@pytest.mark.parametrize(
    ("language", "text", "released"),
    [
        ("en", "Sure. It is late.", ["It is late."]),
        ("en", "Sure. It is late, but", ["It is late, "]),
        ("en", "One moment,", ["One moment,"]),
        ("en", "It costs 3.", ["It costs 3."]),
        ("en", "Let me look that up for y", ["Let me look that up for "]),
        ("en", "I am with Dr.", []),
        ("en", "The sum is 3.1", []),
        ("en", "Well", []),
        ("en", "So I th", []),
        ("en", " ... ", []),
        ("hi", "नमस्ते। मैं देखती हूँ।", ["मैं देखती हूँ।"]),
        ("zh", "好。我去看一下。", ["我去看一下。"]),
    ],
)
def test_release_gives_what_stands_alone(language, text, released):
    """Up to a mark after which a new word may follow, or as many whole words as a clause has."""
    chunker = TextChunker(language)
    before = texts_of(chunker.feed(text))
    assert texts_of(chunker.release()) == released
    assert "".join([*before, *released]) + chunker.pending == text


def test_release_of_a_block():
    """The end of an item is a mark of its own."""
    chunker = TextChunker("en", markdown=True)
    assert len(chunker.feed("Here is what we have for you today:\n- Tea\n- M")) == 1
    assert texts_of(chunker.release()) == ["Tea\n"]
    assert chunker.pending == "M"


@given(cuts(PLAIN_TEXTS), st.data())
def test_pauses_lose_nothing(cut, data):
    """Released at any time, the text still comes whole, in pieces that keep the limit."""
    text, tokens = cut
    chunker = TextChunker("en", limit=40, best=20)
    pieces = []
    for token in tokens:
        pieces += chunker.feed(token)
        if data.draw(st.booleans()):
            pieces += chunker.release()
    pieces += chunker.flush()
    assert "".join(texts_of(pieces)) == text
    assert all(len(piece.text) <= 40 for piece in pieces)


def test_after_the_end_the_next_piece_is_early():
    """What is fed after `flush` goes on in the source and begins with a short piece."""
    chunker = TextChunker("en")
    chunker.feed("One moment, please. I will look it up for you now.")
    end = chunker.flush()[-1].end
    pieces = chunker.feed("Thank you for waiting, here it is. ")
    assert texts_of(pieces) == ["Thank you for waiting, "]
    assert pieces[0].start == end


@pytest.mark.parametrize("char", ["a", ".", " ", "\u0301", "«", "-", "क", "字", ","])
def test_what_waits_is_bounded(char):
    """However the text goes on, no more than the limit and a word waits: the cost is linear."""
    chunker = TextChunker()
    for _ in range(2_000):
        chunker.feed(char)
        assert len(chunker.pending) < 250 + 32


@pytest.mark.parametrize(
    "markup",
    ["*", "`", "[", "[a](", "<a", "- ", "| ", "#", "~", "&", "http://", "\\", "![", "<!--"],
)
def test_markup_without_end(markup):
    """Markup that never ends is taken for text in the end: what follows is spoken."""
    chunker = TextChunker(markdown=True)
    for _ in range(500):
        chunker.feed(markup)
    pieces = chunker.feed("\nHello there, my friend. " * 200)
    assert any("Hello there" in piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"first": 0}, "first=0"),
        ({"best": -1}, "best=-1"),
        ({"limit": 0}, "limit=0"),
        ({"best": 300}, "best=300: must not be above limit"),
        ({"limit": 2.5}, "limit=2.5"),
        ({"language": 7}, "language=7"),
    ],
)
def test_sizes_are_checked(arguments, message):
    """A size that makes no piece is refused by name."""
    with pytest.raises(ArgumentError, match=message):
        TextChunker(**arguments)


def test_tokens_are_checked():
    """A token that is no text is refused, and nothing changes."""
    chunker = TextChunker()
    with pytest.raises(ArgumentError, match="token"):
        chunker.feed(b"bytes")
    assert chunker.flush() == []


def test_it_stands_alone():
    """The package imports the standard library and our errors, and nothing that waits."""
    waiting = {"asyncio", "threading", "time", "socket", "select", "queue"}
    for path in Path(smallestai.text.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [node.module] if isinstance(node, ast.ImportFrom) else []
            names += [name.name for name in node.names] if isinstance(node, ast.Import) else []
            for name in names:
                ours = name.startswith(("smallestai.text", "smallestai.errors"))
                assert ours or name.partition(".")[0] in sys.stdlib_module_names - waiting, path

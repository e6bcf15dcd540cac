"""Where what is spoken of Markdown comes from."""

import pytest
from hypothesis import given

from smallestai.errors import ArgumentError
from smallestai.text import TextChunker
from tests.text.cases import CASES, name_of, pieces_of
from tests.text.fragments import MARKDOWN_TEXTS

MARKDOWN = [case for case in CASES if case["cut"] == "markdown"]


def origin_of(word, text):
    """Return the part of the source that a word of the spoken text stands for."""
    (piece,) = pieces_of(TextChunker(markdown=True), [text])
    at = piece.text.index(word)
    start, end = piece.source(at, at + len(word))
    return text[start:end]


@pytest.mark.parametrize(
    ("word", "text", "origin"),
    [
        ("plain", "Some plain words.", "plain"),
        ("bold", "Some **bold** words.", "bold"),
        ("very bold", "Some ***very* bold** words.", "very* bold"),
        ("guide", "See [the guide](http://a.example) now.", "guide"),
        ("cat", "See ![a cat](cat.png) now.", "cat"),
        ("x*y", "Run `x*y` now.", "x*y"),
        ("example.com", "See https://www.example.com/a?b now.", "https://www.example.com/a?b"),
        ("ample", "See https://www.example.com/a?b now.", "https://www.example.com/a?b"),
        ("&", "Fish &amp; chips.", "&amp;"),
        ("chips", "Fish &amp; chips.", "chips"),
        ("*", "Not \\* bold.", "\\*"),
        ("milk", "- [x] milk", "milk"),
        ("b", "| a | b |", "b"),
        (", ", "| a | b |", " | "),
        ("now", "Go 🎉 now.", "now"),
    ],
)
def test_words_map_to_their_source(word, text, origin):
    """A word is found again in the source; what replaces something stands for all of it."""
    assert origin_of(word, text) == origin


@pytest.mark.parametrize("case", MARKDOWN, ids=name_of)
def test_characters_map_to_themselves(case):
    """Every character comes from its like, or from the whole of what it replaces."""
    text = case["text"]
    for piece in pieces_of(TextChunker(markdown=True), text):
        for index, char in enumerate(piece.text):
            start, end = piece.source(index)
            assert text[start:end] == char or end - start > 1
            assert piece.start <= start < end <= piece.end


@given(MARKDOWN_TEXTS)
def test_pieces_tile_the_source(text):
    """Each piece begins where the one before it ended, in order, at the start of the source."""
    at = 0
    for piece in pieces_of(TextChunker(markdown=True, best=20, limit=40), text):
        assert piece.start == at
        places = [piece.source(index) for index in range(len(piece.text))]
        assert places == sorted(places)
        # Of a host that is cut in two, the first half stands for all of the address.
        assert all(piece.start <= start <= end <= piece.end for start, end in places)
        at = piece.end
    assert at <= len(text)


def test_the_last_piece_ends_with_the_source():
    """Markup behind the last word belongs to the last piece."""
    text = "This is **the end**"
    assert pieces_of(TextChunker(markdown=True), text)[-1].end == len(text)


def test_a_block_of_code_belongs_to_the_piece_behind_it():
    """What is left out is part of the source that a piece stands for."""
    text = "Look here.\n\n```\nx = 1\n```\nThat is all."
    first, last = pieces_of(TextChunker(markdown=True), text)
    assert text[first.start : first.end] == "Look here.\n"
    assert text[last.start : last.end] == "\n```\nx = 1\n```\nThat is all."
    assert last.text == "\nThat is all."


def test_a_source_that_breaks_off_in_a_link():
    """The text of a link whose address never ends is spoken, its address is not."""
    pieces = pieces_of(TextChunker(markdown=True), "See [the guide](https://exam")
    assert "".join(piece.text for piece in pieces) == "See the guide"


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2), (0, 99)])
def test_ranges_are_checked(start, end):
    """A range outside of the piece is refused."""
    (piece,) = pieces_of(TextChunker(), "Hello.")
    with pytest.raises(ArgumentError, match="must lie in 0 to 6"):
        piece.source(start, end)

"""Where texts are cut."""

import pytest

from smallestai.sandbox.segments import cut, last_sentence_end, pieces


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("It is done.", "It is done."),
        ("It is done. And th", "It is done."),
        ('He said "go." Then', 'He said "go."'),
        ("Really?! Yes", "Really?!"),
        ("Wait… now", "Wait…"),
        ("नमस्ते। आप", "नमस्ते।"),
        ("你好。今天", "你好。"),
        ("Born in 1980. Then", "Born in 1980."),
        ("One. Two. Thr", "One. Two."),
    ],
)
def test_sentence_ends(text, sentence):
    """The last complete sentence counts, with the quotes that close it."""
    assert text[: last_sentence_end(text)] == sentence


@pytest.mark.parametrize(
    "text",
    [
        "It costs 3.",
        "It costs 3.14",
        "1,000.50 and",
        "Dr.",
        "Dr. Rao",
        "J. R. Rao",
        "e.g. this",
        "x",
    ],
)
def test_what_is_no_sentence_end(text):
    """Decimals, thousands, abbreviations and initials end no sentence."""
    assert last_sentence_end(text) == 0


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("One two. Three, four five", "One two."),
        ("One two three four five", "One two "),
        ("Onetwothreefourfive", "Onetwothree"),
    ],
)
def test_cut_prefers_sentences_to_words(text, head):
    """The cut within eleven characters is at the best place there is."""
    assert text[: cut(text, 11)] == head


def test_pieces_lose_nothing():
    """Pieces join to the text, know their places, and keep the limit."""
    text = "A sentence of some words, in two parts. " * 30 + "x" * 500
    found = pieces(text, 100)
    assert "".join(piece for _, piece in found) == text
    assert all(text.startswith(piece, start) for start, piece in found)
    assert max(len(piece) for _, piece in found) <= 100


def test_a_short_text_is_one_piece():
    """A text within the limit is not cut, however many sentences it has."""
    assert pieces("One. Two. Three.", 240) == [(0, "One. Two. Three.")]

"""The written set is cut as it is written."""

import pytest

from tests.text.cases import CASES, chunker_of, name_of, pieces_of


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_pieces(case):
    """The pieces are those that are written, whole or character by character."""
    for tokens in ([case["text"]], case["text"]):
        pieces = pieces_of(chunker_of(case), tokens)
        assert [piece.text for piece in pieces] == case["pieces"]


def test_the_set_is_wide():
    """It has at least 150 cases in 12 languages, none of them twice, and loses no character."""
    assert len(CASES) >= 150
    assert len({case["language"] for case in CASES}) >= 12
    assert len({(case["language"], case["cut"], case["text"]) for case in CASES}) == len(CASES)
    for case in CASES:
        assert case["cut"] == "markdown" or "".join(case["pieces"]) == case["text"]

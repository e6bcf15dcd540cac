# ruff: noqa: RUF001 - the signs of many scripts
"""What the engine is given to say."""

import pytest

from smallestai.sandbox.wording import engine_language, language_of, wording


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("3×4", "3 times 4"),
        ("3 * 4 = 12", "3 times 4 equals 12"),
        ("6÷2+1", "6 divided by 2 plus 1"),
        ("2^8", "2 to the power of 8"),
        ("9 - 4 / 2", "9 minus 4 divided by 2"),
        ("2024-05-01", "2024-05-01"),
        ("1/2", "1/2"),
        ("a+b", "a+b"),
    ],
)
def test_signs_between_digits(written, spoken):
    """Signs between digits are words; a hyphen or a slash only with space around it."""
    assert wording(written, math_language="en").text == spoken


@pytest.mark.parametrize(("language", "word"), [("hi", "जमा"), ("mr", "अधिक"), ("fr", "plus")])
def test_signs_in_other_languages(language, word):
    """Hindi and Marathi have words of their own; all others use the English ones."""
    assert wording("1+2", math_language=language).text == f"1 {word} 2"


def test_signs_stay_unless_asked_for():
    """Without math notation a text is spoken verbatim."""
    assert wording("1+2").text == "1+2"


def test_respellings_replace_whole_words():
    """Case matters, parts of words do not count, and the longest spelling wins."""
    spoken = wording(
        "SQL and NoSQL and sql, SQL Server", respellings={"SQL": "sequel", "SQL Server": "x"}
    )
    assert spoken.text == "sequel and NoSQL and sql, x"


def test_origins_lead_back_to_the_written_text():
    """Each spoken character knows where it comes from."""
    written = "GIF 3 × 4 ok"
    spoken = wording(written, respellings={"GIF": "jiff"}, math_language="en")
    assert spoken.text == "jiff 3 times 4 ok"
    found = {word: written[spoken.origin(spoken.text.index(word))] for word in spoken.text.split()}
    assert found == {"jiff": "G", "3": "3", "times": "×", "4": "4", "ok": "o"}
    assert spoken.origin(999) == len(written) - 1
    assert wording("").origin(0) == 0


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hello", "en"),
        ("नमस्ते hello", "hi"),
        ("வணக்கம்", "ta"),
        ("你好", "zh"),
        ("かな漢字", "ja"),
        ("Привет", "ru"),
    ],
)
def test_language_of_a_script(text, language):
    """A script stands for a language; Latin letters for the default."""
    assert language_of(text, "en") == language


def test_engine_names():
    """Where the engine calls a language otherwise, its name is used; English has two forms."""
    codes = ("en", "no", "zh", "ta")
    assert [engine_language(code) for code in codes] == ["en-us", "nb", "cmn", "ta"]
    assert engine_language("en", "british") == "en-gb-x-rp"
    assert engine_language("de", "british") == "de"

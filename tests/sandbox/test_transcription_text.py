"""How transcripts are written: style, numbers, masked data, utterances, limits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smallestai.sandbox.memory import Voice
from smallestai.sandbox.recogniser import HeardWord
from smallestai.sandbox.transcription_limits import Places, Rate
from smallestai.sandbox.transcription_numbers import in_digits, in_words
from smallestai.sandbox.transcription_redaction import Redactor
from smallestai.sandbox.transcription_text import (
    Speakers,
    Style,
    emotions_of,
    gender_of,
    text_of,
    utterances_of,
    words_of,
)


def heard(text, voice=None, start=0.0):
    """Return words a fifth of a second long."""
    return [
        HeardWord(token, token, start + index / 5, start + (index + 1) / 5, 0.9, voice)
        for index, token in enumerate(text.split())
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("forty two boxes", "42 boxes"),
        ("seven, eight", "7, 8"),
        ("one hundred and two hundred five.", "100 and 205."),
        ("two thousand twenty six", "2026"),
        ("three million two hundred thousand one", "3200001"),
        ("twenty twenty", "20 20"),
        ("a thousand", "a thousand"),
        ("hundred", "hundred"),
        ("zero", "0"),
    ],
)
def test_numbers_in_digits(text, expected):
    """Words that make one number become one number."""
    assert " ".join(token for token, _ in in_digits(text.split())) == expected


@given(st.integers(0, 999_999_999))
def test_numbers_there_and_back(number):
    """A number in words is the same number in digits, one token for all of its words."""
    words = in_words(str(number)).split()
    assert list(in_digits(words)) == [(str(number), len(words))]


@given(st.lists(st.sampled_from(["one", "ten", "ninety", "hundred", "million", "x", "two."])))
def test_no_token_is_lost(tokens):
    """Whatever stands beside each other, each token counts once."""
    assert sum(count for _, count in in_digits(tokens)) == len(tokens)


def test_what_is_no_whole_number_stays():
    """Prices, decimals and names are not spelled out."""
    for token in ("$40", "3.14", "5pm", "Anna"):
        assert in_words(token) == token
    assert in_words("42,") == "forty two,"


def test_styles():
    """Each switch changes its part of the text; a word that was only signs is gone."""
    words = heard('She said: "Pay 42 - or seven!" …')
    texts = [
        text_of(style.write(words))
        for style in (
            Style(),
            Style(punctuate=False),
            Style(capitalize=False),
            Style(numerals=True),
            Style(numerals=False),
            Style(numerals=True, language="de"),
        )
    ]
    assert texts == [
        'She said: "Pay 42 - or seven!" …',
        "She said Pay 42 - or seven",
        'she said: "pay 42 - or seven!" …',
        'She said: "Pay 42 - or seven!" …',
        'She said: "Pay forty two - or seven!" …',
        'She said: "Pay 42 - or seven!" …',
    ]


def test_a_number_takes_the_time_of_its_words():
    """One word in digits lasts from the first to the last of the words."""
    (number,) = Style(numerals=True).write(heard("forty two"))
    assert (number.text, number.start, number.end) == ("42", 0.0, 0.4)


@pytest.mark.parametrize(
    ("text", "personal", "payment", "expected"),
    [
        ("My name is Anna.", True, False, "My name is [FIRSTNAME_1]."),
        ("Mail a.b@c.org, or d@e.net", True, False, "Mail [EMAIL_1], or [EMAIL_2]"),
        ("Call +1 555 019 2233 now", True, False, "Call [PHONENUMBER_1] now"),
        ("SSN 123-45-6789", True, False, "SSN [SSN_1]"),
        ("Card 4111 1111 1111 1111.", False, True, "Card [CREDITCARDNUMBER_1]."),
        ("cvv 123 and 09/27", False, True, "cvv [CREDITCARDCVV_1] and [EXPIRYDATE_1]"),
        ("Card 4111 1111 1111 1111", True, True, "Card [CREDITCARDNUMBER_1]"),
        ("My name is Anna.", False, True, "My name is Anna."),
        ("In 2026 we paid 40 dollars", True, True, "In 2026 we paid 40 dollars"),
    ],
)
def test_masked_data(text, personal, payment, expected):
    """Data is known by its form, and only the kind that was asked for is masked."""
    redactor = Redactor(personal=personal, payment=payment, language="en")
    words, marks = redactor.mask(heard(text))
    assert text_of(words) == expected
    assert all(mark in expected for mark in marks)
    assert len(marks) == expected.count("[")


def test_masks_count_on_and_take_the_time_of_what_they_hide():
    """A mark covers all words of a finding; the next transcript of a session counts on."""
    redactor = Redactor(personal=True, payment=False, language="hi")
    words, _ = redactor.mask(heard("dial 555 019 2233 please"))
    assert [word.text for word in words] == ["dial", "[PHONENUMBER_1]", "please"]
    assert (words[1].start, words[1].end) == (0.2, 0.8)
    assert redactor.mask(heard("or 555 019 2234"))[1] == ["[PHONENUMBER_2]"]


def test_other_languages_are_not_masked():
    """Only English and Hindi are."""
    redactor = Redactor(personal=True, payment=True, language="de")
    assert redactor.mask(heard("a@b.de")) == (heard("a@b.de"), [])


def test_utterances():
    """A sentence end, another voice and a pause end one."""
    ann, bob = Voice("ann"), Voice("bob", "male")
    words = [
        *heard("Hi there. How are", ann),
        *heard("Fine", bob, 1.0),
        *heard("and you?", bob, 3.0),
    ]
    speakers = Speakers()
    utterances = utterances_of(words, speakers)
    assert [(each["text"], each["speaker"]) for each in utterances] == [
        ("Hi there.", 0),
        ("How are", 0),
        ("Fine", 1),
        ("and you?", 1),
    ]
    assert (utterances[3]["start"], utterances[3]["end"]) == (3.0, 3.4)
    assert {word["speaker"] for word in words_of(words[4:], speakers)} == {1}
    assert "speaker" not in utterances_of(words, None)[0]


def test_gender_and_mood():
    """The gender is that of a voice that is known; an exclamation is joy."""
    assert gender_of(heard("hm")) is None
    assert gender_of([*heard("hm"), *heard("yes", Voice("bob", "male"))]) == "male"
    assert emotions_of(heard("Great!"))["happiness"] > emotions_of(heard("Well."))["happiness"]


def test_a_rate_is_a_sliding_minute():
    """Each caller has so many in any minute; what was refused does not count."""
    now = 0.0
    rate = Rate(2, lambda: now)
    assert [rate.admits("a") for _ in range(3)] == [True, True, False]
    assert rate.admits("b")
    now = 59.9
    assert not rate.admits("a")
    now = 60.0
    assert rate.admits("a")
    assert all(Rate(None, lambda: 0.0).admits("a") for _ in range(100))


def test_places_are_given_back():
    """So many at a time for each caller, however they end."""
    places = Places(1)
    with places.taken_by("a") as first:
        with places.taken_by("a") as second, places.taken_by("b") as other:
            assert (first, second, other) == (True, False, True)
    with pytest.raises(KeyError), places.taken_by("a"):
        raise KeyError
    with places.taken_by("a") as again:
        assert again

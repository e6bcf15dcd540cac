"""Words from the engine's marks."""

from smallestai.sandbox._espeak import Mark
from smallestai.sandbox.timing import Word, WordClock


def words_of(text, marks, end):
    """Return the words of a text, and the times before which none would begin any more."""
    clock = WordClock(text)
    words, settled = [], []
    for kind, position, seconds in marks:
        words += clock.mark(Mark(kind, position, seconds))
        settled.append(clock.settled)
    return [*words, *clock.finish(end)], settled


def test_a_word_ends_where_the_next_begins():
    """Each word lasts until the next one, the last until the end."""
    words, settled = words_of("Hi you", [("word", 0, 0.1), ("word", 3, 0.4)], 0.9)
    assert words == [Word(0, "Hi", 0.1, 0.4), Word(1, "you", 0.4, 0.9)]
    assert settled == [0.1, 0.4]


def test_a_clause_ends_its_last_word():
    """The pause after a clause belongs to no word."""
    marks = [("word", 0, 0.0), ("end", 3, 0.5), ("word", 4, 0.8)]
    words, settled = words_of("Hi, you", marks, 1.0)
    assert words == [Word(0, "Hi,", 0.0, 0.5), Word(1, "you", 0.8, 1.0)]
    assert settled == [0.0, 0.0, 0.8]


def test_marks_within_a_written_word_are_one_word():
    """A sum of money is one word to a reader, however many the engine says."""
    words, _ = words_of(
        "Pay $40 now", [("word", 0, 0.0), ("word", 4, 0.2), ("word", 5, 0.5), ("word", 8, 0.9)], 1.2
    )
    assert [(word.text, word.start, word.end) for word in words] == [
        ("Pay", 0.0, 0.2),
        ("$40", 0.2, 0.9),
        ("now", 0.9, 1.2),
    ]


def test_a_mark_for_several_words_is_shared_out():
    """Words without a mark share the time of the one before them, by their lengths."""
    words, _ = words_of("of the day", [("word", 0, 0.0), ("word", 7, 0.5)], 1.0)
    assert [(word.text, word.start, word.end) for word in words] == [
        ("of", 0.0, 0.2),
        ("the", 0.2, 0.5),
        ("day", 0.5, 1.0),
    ]


def test_signs_that_nobody_hears_get_no_time():
    """A dash between words has no times, and the words keep their places."""
    words, _ = words_of("yes — no", [("word", 0, 0.0), ("word", 6, 0.5)], 1.0)
    assert [(word.index, word.text) for word in words] == [(0, "yes"), (2, "no")]


def test_silence_has_no_words():
    """A text without marks gives nothing."""
    assert words_of("...", [("end", 2, 0.1)], 0.2) == ([], [0.1])

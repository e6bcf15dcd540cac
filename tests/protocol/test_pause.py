"""How long a text is held back when its source falls silent."""

from math import inf

from smallestai.protocol.pause import Pause

LONG_AGO = -inf


def test_nothing_is_due_before_there_was_text() -> None:
    """A source that has said nothing is waited for."""
    assert Pause(0.5).due(LONG_AGO) == inf


def test_each_text_begins_the_wait_anew() -> None:
    """It counts from the last text, not from the first."""
    pause = Pause(0.5)
    pause.heard(10.0)
    assert pause.due(LONG_AGO) == 10.5
    pause.heard(10.4)
    assert pause.due(LONG_AGO) == 10.9


def test_it_waits_while_there_is_something_to_hear() -> None:
    """Until no more is left to hear than the wait takes; who has heard all waits no more."""
    pause = Pause(0.5)
    pause.heard(10.0)
    assert pause.due(20.0) == 19.5
    assert pause.due(10.9) == 10.5


def test_what_is_left_waits_as_long_again() -> None:
    """After a part was spoken the rest has its own time; where there was none, text must come."""
    pause = Pause(0.5)
    pause.heard(10.0)
    pause.spoken(10.5, some=True)
    assert pause.due(LONG_AGO) == 11.0
    pause.spoken(11.0, some=False)
    assert pause.due(LONG_AGO) == inf
    pause.heard(12.0)
    assert pause.due(LONG_AGO) == 12.5


def test_it_may_be_endless() -> None:
    """Without a limit the source may take its time."""
    pause = Pause(None)
    pause.heard(10.0)
    assert pause.due(LONG_AGO) == pause.due(20.0) == inf

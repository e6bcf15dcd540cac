"""The rules by which held text is spoken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smallestai.sandbox.live_buffers import Buffers
from smallestai.sandbox.settings import Settings


class Held:
    """Buffers that say only the texts they release."""

    def __init__(self, **settings):
        self.buffers = Buffers(Settings(**settings))

    def add(self, text=None, *, now=0.0, **fields):
        """Add a fragment; return the texts that it releases."""
        fragment = {**fields} if text is None else {"text": text, **fields}
        if "continue_" in fragment:
            fragment["continue"] = fragment.pop("continue_")
        return [segment.body["text"] for segment in self.buffers.add(fragment, now)]

    def context(self, text=None, name="c", **fields):
        """Add a fragment to a context; more follow unless it says otherwise."""
        return self.add(text, context_id=name, **{"continue_": True, **fields})

    def expired(self, now):
        """Return the texts whose time is over."""
        return [segment.body["text"] for segment in self.buffers.expired(now)]

    @property
    def deadline(self):
        """When something is to be spoken."""
        return self.buffers.deadline


@pytest.fixture
def held():
    """Give empty buffers."""
    return Held()


# Without a context


def test_a_plain_fragment_is_spoken_at_once(held):
    """A fragment without `continue` is a whole request."""
    assert held.add("Hello.") == ["Hello."]


def test_continue_holds_until_flush(held):
    """Held text is joined verbatim and spoken on `flush`, which may bring text or none."""
    assert held.add(" Hel", continue_=True) == []
    assert held.add("lo ", continue_=True, flush=False) == []
    assert held.add("", flush=True) == [" Hello "]
    assert held.add("One ", continue_=True) == []
    assert held.add("two.", flush=True) == ["One two."]


def test_a_fragment_without_continue_ends_the_held_text(held):
    """What is held is spoken with the fragment that does not continue it."""
    held.add("One ", continue_=True)
    assert held.add("two.") == ["One two."]


def test_a_flush_of_nothing_is_nothing(held):
    """A flush with nothing held, or only white space, releases nothing."""
    assert held.add("", flush=True) == []
    held.add(" ", continue_=True)
    assert held.add("", flush=True) == []
    assert held.add(" ") == []


def test_the_flush_timer_runs_from_the_first_fragment(held):
    """Text held with a flush time is spoken that long after its first fragment came."""
    held.add("One ", now=5.0, continue_=True, max_buffer_flush_ms=400)
    held.add("two", now=5.3, continue_=True, max_buffer_flush_ms=400)
    assert held.deadline == 5.4
    assert held.expired(5.39) == []
    assert held.expired(5.4) == ["One two"]
    assert held.deadline is None


def test_without_a_flush_time_text_is_held_for_ever(held):
    """A flush time of 0, or none, is no timer, whatever the length."""
    held.add("word " * 100, continue_=True)
    held.add("word " * 100, continue_=True, max_buffer_flush_ms=0)
    assert held.deadline is None
    assert held.expired(1e9) == []


def test_with_a_flush_time_enough_text_is_spoken_too():
    """A buffer that grows over its limit is spoken up to a good place."""
    held = Held(buffer_max_chars=20)
    assert held.add("One two. Three four five", continue_=True, max_buffer_flush_ms=9) == [
        "One two."
    ]
    assert held.add("", flush=True) == [" Three four five"]


def test_cancel_empties_the_plain_buffer(held):
    """A cancelled buffer is spoken by no later flush."""
    held.add("One", continue_=True)
    assert held.add("", cancel_request=True) == []
    assert held.add("", flush=True) == []


def test_the_settings_of_a_request_end_with_it(held):
    """The next request does not inherit ids of the last one; fragments of one request do."""
    held.buffers.add({"text": "a ", "continue": True, "request_id": "r1", "speed": 2}, 0)
    (first,) = held.buffers.add({"text": "b", "flush": True, "speed": 1}, 0)
    assert first.body == {"text": "a b", "request_id": "r1", "speed": 1}
    (second,) = held.buffers.add({"text": "c"}, 0)
    assert second.body == {"text": "c"}


# In a context


def test_a_context_is_spoken_at_sentence_ends(held):
    """Text waits for the end of a sentence; what comes after it waits for the next."""
    assert held.context("One moment please,") == []
    assert held.context(" I have it. Now") == ["One moment please, I have it."]
    assert held.context(" then", continue_=False) == [" Now then"]


def test_a_short_sentence_waits_for_more(held):
    """A sentence end counts only when enough text leads up to it."""
    assert held.context("Yes. ") == []
    assert held.context("That is quite right.") == ["Yes. That is quite right."]


@pytest.mark.parametrize("end", ["costs 3.", "was for Dr.", "came to 1,000."])
def test_a_full_stop_may_be_no_end(held, end):
    """Text that may go on in mid-number or after an abbreviation waits."""
    assert held.context(f"We all thought that it {end}") == []


def test_continue_false_ends_a_turn_and_the_context_stays(held):
    """The closing fragment releases what is held, with or without text of its own."""
    held.context("One", voice_id="meher")
    assert held.context("", continue_=False) == ["One"]
    assert held.buffers.completed({"context_id": "c"})["voice_id"] == "meher"


def test_a_closing_fragment_with_nothing_held_is_nothing(held):
    """Nothing is spoken, so nothing is answered."""
    assert held.context("", continue_=False) == []
    assert held.context(continue_=False) == []


def test_context_close_speaks_and_forgets(held):
    """What is held is spoken; the name may then be used anew."""
    held.context("One", voice_id="meher")
    assert held.context(context_close=True) == ["One"]
    assert "voice_id" not in held.buffers.completed({"context_id": "c"})


def test_cancel_request_discards_and_the_context_stays(held):
    """Cancelled text is never spoken, later text of the context is."""
    held.context("One two", now=1.0)
    assert held.context(cancel_request=True) == []
    assert held.deadline is None
    assert held.context("three", continue_=False) == ["three"]


def test_the_delay_runs_from_the_first_fragment_still_held(held):
    """The wait for a sentence end is not restarted by fragments, but by what is released."""
    held.context("One", now=1.0, max_buffer_delay_ms=1200)
    held.context(" two", now=2.0)
    assert held.deadline == 2.2
    held.context(" three four five six. Se", now=2.1)
    assert held.deadline == pytest.approx(3.3)
    assert held.expired(3.2) == []
    assert held.expired(3.3) == [" Se"]


def test_the_delay_has_a_default_and_may_be_nothing(held):
    """Without a delay of its own a context waits for three seconds; a delay of 0 is no wait."""
    held.context("One", now=1.0)
    assert held.deadline == 4.0
    assert held.context("Two", name="d", now=1.0, max_buffer_delay_ms=0) == ["Two"]


def test_a_context_over_its_limit_is_cut():
    """Too much text is spoken up to the last sentence end, else to the last space."""
    held = Held(buffer_max_chars=30)
    assert held.context("Yes. This one goes on and on with") == ["Yes."]
    assert held.context("out an end") == [" This one goes on and on "]
    assert held.context("", continue_=False) == ["without an end"]


def test_contexts_do_not_mix():
    """Each context has its own text, and so has the plain buffer."""
    held = Held()
    held.context("One", name="a")
    held.context("Two", name="b")
    held.add("Three", continue_=True)
    assert held.context(continue_=False, name="b") == ["Two"]
    assert held.context(continue_=False, name="a") == ["One"]
    assert held.add("", flush=True) == ["Three"]


def test_letter_by_letter():
    """Sentences are found even when each character is a fragment of its own."""
    held = Held(context_min_chars=5)
    text = "It was 3.14, Dr. Rao said. And then? Nothing."
    spoken = [part for letter in text for part in held.context(letter)]
    assert spoken == ["It was 3.14, Dr. Rao said.", " And then?", " Nothing."]


@given(st.lists(st.text(st.sampled_from("ab1.?। "), max_size=30)), st.integers(1, 40))
def test_no_character_is_lost(tokens, limit):
    """However a text is cut into fragments, what is spoken joins to it, but for white space."""
    held = Held(buffer_max_chars=limit)
    spoken = [part for token in tokens for part in held.context(token)]
    spoken += held.context("", continue_=False)
    assert _joined(spoken) == _joined(tokens)
    assert all(part.strip() for part in spoken)


def _joined(parts):
    return "".join("".join(parts).split())

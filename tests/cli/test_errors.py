"""One line and one exit status for every kind of failure."""

import pytest

from smallestai.cli._errors import ExitStatus, line_of, status_of
from smallestai.errors import (
    APIConnectionError,
    APITimeoutError,
    ArgumentError,
    ConfigurationError,
    LocalProtocolError,
    OutputError,
    RemoteProtocolError,
    SmallestError,
    StreamClosedError,
    StreamError,
    api_error,
)

KINDS = [
    (ConfigurationError("no key"), ExitStatus.USAGE),
    (ArgumentError("speed", 3, "must lie between 0.5 and 2"), ExitStatus.USAGE),
    (OutputError("speech.wav", "disk full"), ExitStatus.OUTPUT),
    (APIConnectionError("refused"), ExitStatus.CONNECTION),
    (APITimeoutError("too slow"), ExitStatus.CONNECTION),
    (StreamClosedError(close_code=1006), ExitStatus.CONNECTION),
    (StreamError("bad voice"), ExitStatus.SERVICE),
    (api_error(401, {}, b'{"error":"unauthorized"}'), ExitStatus.SERVICE),
    (api_error(503, {}, b""), ExitStatus.SERVICE),
    (LocalProtocolError("text after the end"), ExitStatus.SERVICE),
    (RemoteProtocolError("HTML"), ExitStatus.SERVICE),
]


@pytest.mark.parametrize(("error", "status"), KINDS, ids=lambda item: type(item).__name__)
def test_every_kind_has_its_status(error: SmallestError, status: ExitStatus) -> None:
    """The exit status says which kind of failure it was."""
    assert status_of(error) is status


def test_an_argument_is_named_as_on_the_command_line() -> None:
    """An argument's error speaks of the option, not of the Python name."""
    error = ArgumentError("voice_id", "", "must name a voice")
    assert line_of(error) == "--voice '': must name a voice"


def test_an_argument_without_an_option_keeps_its_name() -> None:
    """An argument that no option sets is named as it is in Python."""
    assert line_of(ArgumentError("timeout", 0, "must be above 0")).startswith("timeout=0: ")


def test_an_error_is_one_line() -> None:
    """Line breaks inside a message do not break the line."""
    assert line_of(RuntimeError("one\n  two\tthree")) == "one two three"
    assert line_of(KeyError()) == "KeyError"

"""One line and one exit status for every kind of failure."""

from pathlib import Path

import pytest
import typer

from smallestai.cli._errors import ExitStatus, UsageError, line_of, status_of, usage_line
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
from smallestai.waves._stt_request import check_public
from smallestai.waves.request import speech_request

from .conftest import Command

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


def test_a_remedy_is_what_can_be_typed() -> None:
    """What an error advises in Python is told as it is typed here."""
    with pytest.raises(ArgumentError) as caught:
        speech_request("Hello.", "sse", output_format="mp3")
    assert line_of(caught.value).endswith("use --transport http")
    with pytest.raises(ArgumentError) as caught:
        check_public("source", "http://192.168.0.9/call.wav")
    assert line_of(caught.value).endswith("send the file itself")


@pytest.mark.usefixtures("online")
def test_samples_without_a_header_have_their_options(command: Command) -> None:
    """What is no known recording may be raw samples: the options for those are told."""
    Path("raw.bin").write_bytes(b"nothing known" * 99)
    assert "use --live and --sample-rate" in command("transcribe", "raw.bin").err


def test_a_file_is_named_as_one(command: Command) -> None:
    """A file that cannot be read is FILE, whatever the argument is called in Python."""
    Path("text.wav").write_text("no sound")
    for argv in (("transcribe", "--live", "text.wav"), ("converse", "text.wav", "--sandbox")):
        assert command(*argv).err.startswith("smallestai: FILE 'text.wav': ")


def test_a_value_that_only_pydantic_knows_is_told() -> None:
    """A newer Typer keeps what was typed on the cause: the line has it, whatever is in it."""

    class CheckedError(ValueError):
        def errors(self) -> list[dict[str, object]]:
            return [{"input": "a\\qb"}]

    error = typer.BadParameter("Value error, is no number", param_hint="'--speed'")
    error.__cause__ = CheckedError()
    assert usage_line(error) == r"--speed 'a\\qb': is no number"
    error.__cause__ = None
    assert usage_line(error) == "--speed: is no number"
    assert usage_line(UsageError("--name is needed")) == "--name is needed"

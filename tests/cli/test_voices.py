"""`smallestai voices` against a sandbox."""

import json

import pytest

from .conftest import Command


@pytest.mark.usefixtures("online")
class TestVoices:
    """The list of voices."""

    def test_lines_in_a_pipe(self, command: Command) -> None:
        """In a pipe every voice is a line of as many columns as the first line names."""
        ran = command("voices")
        head, *rows = ran.out.decode().splitlines()
        assert (ran.status, ran.err) == (0, "")
        assert head.split("\t")[:3] == ["id", "name", "model"]
        assert {len(row.split("\t")) for row in rows} == {len(head.split("\t"))}
        assert {"magnus", "meher"} <= {row.split("\t")[0] for row in rows}

    def test_json(self, command: Command) -> None:
        """--json prints one list with everything that is known of a voice."""
        found = {voice["id"]: voice for voice in json.loads(command("voices", "--json").out)}
        assert found["meher"]["model"] == "lightning_v3.1_pro"
        assert found["meher"]["gender"] == "female"
        assert found["meher"]["emotions"]

    def test_filters(self, command: Command) -> None:
        """Every filter given must hold."""
        every = json.loads(command("voices", "--json").out)
        argv = ("--model", "lightning_v3.1", "--gender", "male", "--accent", "british")
        found = json.loads(command("voices", *argv, "--json").out)
        assert 0 < len(found) < len(every)
        for voice in found:
            described = (voice["model"], voice["gender"], voice["accent"])
            assert described == ("lightning_v3.1", "male", "british")

    def test_nothing_found(self, command: Command) -> None:
        """Where no voice fits, a word on standard error says so."""
        ran = command("voices", "--gender", "neither")
        assert (ran.status, ran.out.count(b"\n"), ran.err) == (0, 1, "there are none\n")

    def test_unknown_model(self, command: Command) -> None:
        """A model that does not exist is named, with status 2."""
        ran = command("voices", "--model", "bark")
        assert (ran.status, ran.err.count("\n")) == (2, 1)
        assert "--model 'bark'" in ran.err


def test_embedded_sandbox(command: Command) -> None:
    """--sandbox lists without a key."""
    assert command("voices", "--sandbox").status == 0


def test_no_key(command: Command) -> None:
    """Without a key the line says what to do."""
    ran = command("voices")
    assert ran.status == 2
    assert "--sandbox" in ran.err

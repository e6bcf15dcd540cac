"""`smallestai dictionary` against a sandbox."""

import json
from pathlib import Path

import pytest

from .conftest import Command


def listed(command: Command) -> dict[str, dict[str, str]]:
    """Return the words of each dictionary there is."""
    found = json.loads(command("dictionary", "list", "--json").out)
    return {each["id"]: each["words"] for each in found}


@pytest.mark.usefixtures("online")
class TestWords:
    """Dictionaries made, changed and deleted."""

    def test_from_first_to_last(self, command: Command) -> None:
        """What `create` prints is listed, replaced as a whole, and gone when it is deleted."""
        made = command("dictionary", "create", "Pune=poo-nay", "a=b=c")
        assert (made.status, made.err) == (0, "")
        name = made.out.decode().strip()
        assert listed(command)[name] == {"Pune": "poo-nay", "a": "b=c"}
        lines = command("dictionary", "list").out.decode().splitlines()
        assert lines[0] == "id\tword\tpronunciation"
        assert f"{name}\tPune\tpoo-nay" in lines
        assert command("dictionary", "replace", name, "Aoife=ee-fa").status == 0
        assert listed(command)[name] == {"Aoife": "ee-fa"}
        assert command("dictionary", "delete", name).status == 0
        assert name not in listed(command)

    def test_of_a_file(self, command: Command) -> None:
        """--csv takes the words of a file, for both."""
        Path("names.csv").write_text("word,pronunciation\nPune,poo-nay\n")
        made = json.loads(command("dictionary", "create", "--csv", "names.csv", "--json").out)
        assert made["words"] == {"Pune": "poo-nay"}
        Path("names.csv").write_text("Siobhan,shiv-awn\n")
        ran = command("dictionary", "replace", made["id"], "--csv", "names.csv", "--json")
        assert json.loads(ran.out)["words"] == {"Siobhan": "shiv-awn"}

    def test_a_dictionary_that_is_not_there(self, command: Command) -> None:
        """An id the service does not know is status 1 and one line."""
        ran = command("dictionary", "delete", "0" * 24)
        assert (ran.status, ran.err.count("\n")) == (1, 1)


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("create",), "WORD=SAID"),
        (("create", "Pune=poo-nay", "--csv", "names.csv"), "one of the two"),
        (("create", "Pune"), "Pune=poo-nay"),
        (("create", "=poo-nay"), "neither empty"),
        (("create", "Pune=a", "Pune=b"), "second time"),
        (("create", "--csv", "gone.csv"), "gone.csv"),
        (("create", "--csv", "names.csv"), "line 2"),
        (("replace", "abc"), "WORD=SAID"),
        (("delete",), "ID"),
        (("create", "Pune=poo-nay"), "SMALLEST_API_KEY"),
    ],
)
def test_refused_before_a_key_is_needed(command: Command, argv: tuple[str, ...], said: str) -> None:
    """Words that make no dictionary are status 2 and one line."""
    Path("names.csv").write_text("word,pronunciation\nPune\n")
    ran = command("dictionary", *argv)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, b"", 1)
    assert said in ran.err

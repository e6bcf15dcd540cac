"""JSON for people."""

import pytest

from smallestai.cli import _output, _table

ID = "0123456789abcdef01234567"


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Write as for a terminal of 60 columns."""
    monkeypatch.setattr(_output, "is_terminal", lambda _: True)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "dumb")


def shown(capsys: pytest.CaptureFixture[str], answer: object, **options: bool) -> list[str]:
    """Return the lines of an answer."""
    _table.show(answer, **options)
    return capsys.readouterr().out.splitlines()


def test_lines_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    """The own id comes first, then names; nested fields and empty columns are left out."""
    entries = [
        {
            "organizationId": "o",
            "flag": True,
            "tags": ["x"],
            "nothing": None,
            "name": "A",
            "_id": "1",
        },
        {"organizationId": "o", "flag": False, "tags": [], "nothing": "", "name": "B", "_id": "2"},
    ]
    lines = shown(capsys, {"status": True, "data": {"total": 2, "agents": entries}})
    assert lines == ["_id\tname\torganizationId\tflag", "1\tA\to\ttrue", "2\tB\to\tfalse"]


def test_other_shapes(capsys: pytest.CaptureFixture[str]) -> None:
    """A thing is its fields, a bare value itself, an empty list a word, nothing nothing."""
    assert shown(capsys, {"data": {"a": 1, "b": None}}) == ["field\tvalue", "a\t1", "b\t"]
    assert shown(capsys, {"data": "abc"}) == ["abc"]
    assert shown(capsys, {"data": None}) == []
    _table.show({"data": []})
    assert capsys.readouterr() == ("", "there are none\n")


def test_a_listing_is_a_table_whatever_else_it_holds(capsys: pytest.CaptureFixture[str]) -> None:
    """Where it is known to be a list, further lists beside it do not matter."""
    answer = {"data": {"logs": [{"callId": "C"}], "config": [{"x": 1}]}}
    assert shown(capsys, answer)[0] == "field\tvalue"
    assert shown(capsys, answer, is_listing=True) == ["callId", "C"]


@pytest.mark.usefixtures("terminal")
def test_ids_are_never_cut(capsys: pytest.CaptureFixture[str]) -> None:
    """On a narrow terminal other columns are cut or left out, ids are whole."""
    entry = {
        "_id": ID,
        "name": "a name that is far too long for this",
        "agentId": ID,
        "x": "y" * 40,
    }
    head, row = shown(capsys, [entry])
    assert row.startswith(ID)
    assert all(len(line) <= 60 for line in (head, row))
    assert "…" in row
    assert row.count(ID) == 1  # the second id has no room, so it is not there at all


@pytest.mark.usefixtures("terminal")
def test_text_is_only_text(capsys: pytest.CaptureFixture[str]) -> None:
    """Markup and control characters of a value are shown or dropped, never obeyed."""
    lines = shown(capsys, [{"_id": "1", "name": "[red]x\x1b[2J\ny"}])
    assert "[red]x [2J y" in lines[1]


def test_a_value_cannot_break_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    """A tab or a line end in a value does not make a column or a row."""
    assert shown(capsys, [{"id": "1", "name": "a\tb\nc"}])[1] == "1\ta b c"

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


@pytest.mark.parametrize(
    "thing",
    [
        {"orgLimit": 10, "unreserved": 4, "agents": []},
        {"band": "good", "overall_score": 81, "dimensions": [{"name": "length"}]},
        {"_id": ID, "name": "Desk", "members": [{"name": "Ada"}]},
    ],
)
def test_a_thing_that_holds_a_list_is_no_list(
    capsys: pytest.CaptureFixture[str], thing: dict[str, object]
) -> None:
    """What is told beside a list is not left out, and an empty list in a thing is not nothing."""
    head, *rows = shown(capsys, {"data": thing})
    assert head == "field\tvalue"
    assert [row.partition("\t")[0] for row in rows] == list(thing)


def test_things_in_a_thing(capsys: pytest.CaptureFixture[str]) -> None:
    """The fields of what is in a thing have lines of their own; lists stay JSON."""
    thing = {
        "campaign": {"status": "completed", "agent": {"name": "Desk"}},
        "metrics": {},
        "e": [1],
    }
    assert shown(capsys, {"data": thing})[1:] == [
        "campaign.status\tcompleted",
        "campaign.agent.name\tDesk",
        "metrics\t{}",
        "e\t[1]",
    ]


@pytest.mark.usefixtures("terminal")
def test_a_thing_on_a_terminal_is_whole(capsys: pytest.CaptureFixture[str]) -> None:
    """Every value is there on a narrow terminal, folded where it is long, ids among them too."""
    thing = {"_id": ID, "turns": ["word"] * 40, "note": "a b " * 40}
    lines = shown(capsys, {"data": thing})
    assert max(map(len, lines)) <= 60
    values = "".join(line[7:] for line in lines[1:]).replace(" ", "")
    assert values == ID + '"word"'.join(["[", *[","] * 39, "]"]) + "ab" * 40


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

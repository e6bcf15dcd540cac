"""The groups of commands over Atoms: complete, and at work against a sandbox."""

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
import typer

from smallestai.cli._errors import ExitStatus
from smallestai.cli.app import app
from smallestai.cli.atoms import GROUPS
from smallestai.cli.atoms_commands import _name, commands_of
from smallestai.cli.atoms_operations import operations
from smallestai.cli.atoms_options import COMMON, option_of
from smallestai.sandbox import Sandbox, Settings

from .conftest import Command

commands_module = import_module("smallestai.cli.atoms_commands")
CAMPAIGN = ("campaigns", "create", "--name", "C", "--agent-id", "a", "--audience-id", "b")
ALL = [(name, one) for name, group in GROUPS.items() for one in operations(group.namespace)]


def command_name(group: str, method: str) -> str:
    """Return what a method is called on the command line."""
    return _name(method, GROUPS[group].noun)


def made(command: Command, *argv: str) -> str:
    """Run a command that makes something and return its id."""
    ran = command(*argv, "--json")
    assert ran.status == 0, ran.err
    data = json.loads(ran.out)["data"]
    return data if isinstance(data, str) else data.get("_id") or data["conversationId"]


def dial(agent: str) -> tuple[str, ...]:
    """Return the command that has an agent call somebody."""
    return ("start-outbound-call", "--agent-id", agent, "--phone-number", "+12025550111")


# What there is


def test_every_operation_is_a_command() -> None:
    """Each operation of Atoms with a method has one command, whose name no other has."""
    from smallestai_atoms.api import Api

    spaces = {name for name in vars(Api) if not name.startswith("_")}
    assert {group.namespace for group in GROUPS.values()} == spaces - {"live_transcripts"}
    for group, about in GROUPS.items():
        found = operations(about.namespace)
        assert len(commands_of(about.namespace, about.noun)) == len(found), group


@pytest.mark.parametrize(("group", "one"), ALL, ids=lambda each: getattr(each, "id", each))
def test_options_do_not_clash(group: str, one: object) -> None:
    """No field takes the name of an option that every command has."""
    common = {"--json", "--json-body", "--all", "--max", "--yes", "--help", "--sandbox", "--debug"}
    common |= {"--api-key", "--base-url"}
    options = [option_of(field) for field in one.fields]
    assert len(set(options)) == len(options)
    assert not common & set(options)
    assert set(COMMON) == {"as_json", "sandbox", "api_key", "base_url", "_debug"}


@pytest.mark.parametrize("group", GROUPS)
def test_every_help_is_shown(group: str) -> None:
    """Each command of a group can be built and explained, with all exit statuses."""
    main = typer.main.get_command(app)
    context = main.make_context("smallestai", [group, "x"], resilient_parsing=True)
    found = main.get_command(context, group)
    for name in found.list_commands(context):
        one = found.get_command(context, name)
        text = one.get_help(one.make_context(name, [], resilient_parsing=True))
        assert {f"  {int(status)} " for status in ExitStatus} <= set(_starts(text))


def _starts(text: str) -> list[str]:
    return [f"  {line.split()[0]} " for line in text.splitlines() if line.strip()]


def test_a_group_alone_shows_what_it_has(command: Command) -> None:
    """A group without a command is wrong usage, with the help on standard error."""
    ran = command("agents")
    assert (ran.status, ran.out) == (2, b"")
    assert "duplicate" in ran.err
    assert "delete " in ran.err
    assert "(deprecated)" in command("agents", "delete", "--help").out.decode()


def test_unknown_command_of_a_group(command: Command) -> None:
    """A command that a group does not have is one line that names it."""
    ran = command("agents", "sing")
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert "sing" in ran.err


def test_help_loads_no_operation() -> None:
    """`smallestai --help` reads no specification and loads no generated module."""
    program = (
        "import sys\nfrom smallestai.cli import main\nmain(['--help'])\n"
        "heavy = ('smallestai_', 'httpx', 'rich.table')\n"
        "loaded = [name for name in sys.modules if name.startswith(heavy)]\n"
        "assert not loaded, loaded\nassert 'smallestai.cli.atoms_operations' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize(
    ("method", "noun", "said"),
    [
        ("create_agent", "agent", "create"),
        ("list_agents", "agent", "list"),
        ("get_agent_workflow", "agent", "get-workflow"),
        ("create_branch", "branch", "create"),
        ("list", "call", "list"),
        ("start_outbound_call", "call", "start-outbound-call"),
        ("list_agent_templates", "agent_template", "list"),
    ],
)
def test_names_do_not_repeat_the_group(method: str, noun: str, said: str) -> None:
    """What the group is about is left out of the names of its commands."""
    assert _name(method, noun) == said


# What is sent


@pytest.mark.usefixtures("online")
class TestAgents:
    """A group at work."""

    def test_make_change_and_list(self, command: Command) -> None:
        """Options become fields, and what was made is found again."""
        agent = made(command, "agents", "create", "--name", "Desk", "--allow-inbound-call")
        assert command("agents", "update", agent, "--name", "Front desk").status == 0
        ran = command("agents", "get", agent, "--json")
        found = json.loads(ran.out)["data"]
        assert (found["_id"], found["allowInboundCall"]) == (agent, True)
        head, *rows = command("agents", "list").out.decode().splitlines()
        assert head.split("\t")[:2] == ["_id", "name"]
        assert agent in {row.split("\t")[0] for row in rows}

    def test_one_thing_is_a_line_for_each_field(self, command: Command) -> None:
        """What is no list is shown as names and values."""
        agent = made(command, "agents", "create", "--name", "Desk")
        lines = dict(
            line.split("\t") for line in command("agents", "get", agent).out.decode().splitlines()
        )
        assert (lines["_id"], lines["field"]) == (agent, "value")

    def test_nested_values(self, command: Command, tmp_path: Path) -> None:
        """A nested value is JSON, in the option or in a file; so is a whole body."""
        Path("language.json").write_text('{"default": "hi", "supported": ["hi", "en"]}')
        agent = made(command, "agents", "create", "--name", "A", "--language", "@language.json")
        found = json.loads(command("agents", "get", agent, "--json").out)["data"]
        assert found["language"]["default"] == "hi"
        body = '{"name": "Body", "globalPrompt": "Be brief.", "firstMessage": "Hi."}'
        argv = ("agents", "create", "--json-body", "-", "--first-message", "Hello.")
        ran = command(*argv, "--json", stdin=body.encode())
        found = json.loads(command("agents", "get", json.loads(ran.out)["data"], "--json").out)
        assert found["data"]["firstMessage"] == "Hello."
        assert found["data"]["globalPrompt"] == "Be brief."

    def test_all_pages(self, command: Command) -> None:
        """--all gives every entry once, --max no more than so many."""
        every = {made(command, "agents", "create", "--name", f"N{at}") for at in range(12)}
        found = json.loads(command("agents", "list", "--all", "--json").out)
        ids = [agent["_id"] for agent in found]
        assert len(ids) == len(set(ids))
        assert every <= set(ids)
        assert len(json.loads(command("agents", "list", "--all", "--max", "3", "--json").out)) == 3

    def test_lists_are_repeated_options(self, command: Command) -> None:
        """An option that may have many values is given again for each."""
        ran = command("calls", "search", "--call-ids", "CALL-1-a", "--call-ids", "CALL-2-b")
        assert ran.status in (0, 1)  # the service may not know them, but took them
        assert "--call-ids" not in ran.err

    def test_nothing_found(self, command: Command) -> None:
        """An empty list is nothing on standard output, and a word on standard error."""
        ran = command("agents", "list", "--search", "no such name")
        assert (ran.status, ran.out, ran.err) == (0, b"", "there are none\n")

    def test_a_refusal_is_one_line(self, command: Command) -> None:
        """What the service refuses is one line, with status 1."""
        ran = command("agents", "get", "0" * 24)
        assert (ran.status, ran.out, ran.err.count("\n")) == (1, b"", 1)

    def test_files_are_sent(self, command: Command) -> None:
        """A file is an option that names it."""
        Path("people.csv").write_text("name,phone\nAda,+12025550111\n")
        argv = ("audiences", "create", "--name", "All", "--phone-number-column-name", "phone")
        ran = command(*argv, "--file", "people.csv")
        assert ran.status == 0, ran.err

    def test_a_deprecated_operation_says_so(self, command: Command) -> None:
        """Calling what is deprecated works, with a warning."""
        agent = made(command, "agents", "create", "--name", "Old")
        ran = command("agents", "get-workflow", agent)
        assert ran.status in (0, 1)
        assert "warning: " in ran.err
        assert "deprecated" in ran.err


@pytest.mark.usefixtures("online")
def test_one_thing_is_shown_with_what_it_holds(command: Command) -> None:
    """A call, a campaign and the lines are things, not the lists in them."""
    agent = made(command, "agents", "create", "--name", "Desk")
    call = made(command, "calls", *dial(agent), "--yes")
    for argv in (("calls", "get", call), ("concurrency", "get")):
        ran = command(*argv)
        assert (ran.status, ran.err) == (0, "")
        assert ran.out.startswith(b"field\tvalue\n")
    assert f"callId\t{call}\n".encode() in command("calls", "get", call).out


def test_one_thing_has_no_pages() -> None:
    """--all is for lists alone: `list` has it where there is one, `get` of the same group not."""
    paged = {(group, one.method) for group, one in ALL if one.iterator}
    assert {("calls", "list"), ("campaigns", "list"), ("agents", "list_agents")} <= paged
    assert {("agents", "get_agent_call_logs"), ("billing", "get_ledger")} <= paged
    assert "get" not in {method for _, method in paged}


def test_people_are_looked_at_before_they_are_sent(command: Command) -> None:
    """Every row that cannot be called is told, and nothing is sent."""
    Path("people.csv").write_text("name,phone\nAda,415 555\nBo,+14155550102\nCy,+14155550102\n")
    argv = ("audiences", "create", "--name", "All", "--phone-number-column-name", "phone")
    ran = command(*argv, "--file", "people.csv", "--base-url", "http://127.0.0.1:9")
    assert (ran.status, ran.out) == (2, b"")
    first, second, last = ran.err.splitlines()
    assert first.startswith("row 2, phone: '415 555' ")
    assert second.startswith("row 4, phone: '+14155550102' ")
    assert last == "smallestai: people.csv: 2 rows of it cannot be used; nothing was sent"


def test_embedded_sandbox(command: Command) -> None:
    """--sandbox works without a key."""
    assert command("user", "get", "--sandbox").status == 0


# What is refused before anything is sent


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("agents", "create"), "--name"),
        (("agents", "create", "--name", "x", "--language", "{"), "--language"),
        (("agents", "create", "--name", "x", "--language", "@none.json"), "none.json"),
        (("agents", "create", "--json-body", "[]"), "--json-body"),
        (("agents", "create", "--json-body", '{"nmae": "x"}'), "nmae"),
        (("audiences", "create", "--json-body", '{"file": "people.csv"}'), "no field file"),
        (("agents", "create", "--name", "x", "--slm-model", "abacus"), "abacus"),
        (("agents", "create", "--name", "x", "--interruption-backoff-timer", "99"), "99"),
        (("agents", "get", ".."), "ID"),
        (("agents", "create", "--name", "h\udce9llo"), "--name"),
        ((*CAMPAIGN, "--scheduled-at", "yesterday"), "'yesterday'"),
        ((*CAMPAIGN, "--scheduled-at", "2030-05-31T09:30:00"), "its zone"),
        (("agents", "list", "--all", "--page", "2"), "--page"),
        (("agents", "list", "--max", "2"), "--max"),
        (("agents", "get"), "ID"),
    ],
)
def test_mistakes_are_found_here(command: Command, argv: tuple[str, ...], said: str) -> None:
    """A mistake is one line that names it, status 2, and needs no service."""
    ran = command(*argv, "--base-url", "http://127.0.0.1:9", "--api-key", "k")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, b"", 1)
    assert said in ran.err


# What is asked first


def _answer(monkeypatch: pytest.MonkeyPatch, answer: str) -> list[str]:
    asked: list[str] = []

    def confirm(text: str, **_: object) -> bool:
        asked.append(text)
        if answer == "n":
            raise typer.Abort
        return True

    monkeypatch.setattr(commands_module._output, "is_terminal", lambda _: True)
    monkeypatch.setattr(commands_module.typer, "confirm", confirm)
    return asked


def test_what_deletes_or_dials_asks() -> None:
    """Every DELETE asks, and so does what dials, rents, gives up or calls off."""
    asking = {one.id for _, one in ALL if one.question}
    assert {one.id for _, one in ALL if one.verb == "delete"} <= asking
    assert {"startOutboundCall", "startOrResume", "phoneNumbersRelease"} <= asking
    assert not {one.id for _, one in ALL if one.verb == "get"} & asking
    assert set(import_module("smallestai.cli.atoms_operations").ASKED) <= {one.id for _, one in ALL}


def test_without_a_terminal_nothing_is_deleted(command: Command) -> None:
    """Where nobody can be asked, it is refused unless --yes is given."""
    argv = ("agents", "archive", "0" * 24, "--base-url", "http://127.0.0.1:9", "--api-key", "k")
    ran = command(*argv)
    assert ran.status == 2
    assert "--yes" in ran.err


@pytest.mark.usefixtures("online")
def test_no_is_no(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """A no sends nothing and is an interruption; a yes, or --yes, goes on."""
    agent = made(command, "agents", "create", "--name", "Kept")
    with monkeypatch.context() as patch:
        asked = _answer(patch, "n")
        assert command("agents", "archive", agent).status == 130
        assert len(asked) == 1
    assert not json.loads(command("agents", "get", agent, "--json").out)["data"]["archived"]
    assert command("agents", "archive", agent, "--yes").status == 0
    assert json.loads(command("agents", "get", agent, "--json").out)["data"]["archived"]


# Following a call


def test_watch_a_call(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """A call's events are lines, from the first to the last; with --json they are objects."""
    monkeypatch.setenv("SMALLEST_API_KEY", "any-key")
    with Sandbox(settings=Settings(call_seconds=2.0)) as sandbox:
        monkeypatch.setenv("SMALLEST_BASE_URL", sandbox.url)
        _watch(command)


def _watch(command: Command) -> None:
    agent = made(command, "agents", "create", "--name", "Desk")
    call = made(command, "calls", *dial(agent), "--yes")
    ran = command("calls", "watch", call, "--json")
    events = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.status == 0, ran.err
    kinds = [event["event_type"] for event in events]
    assert (kinds[0], kinds[-1]) == ("sse_init", "sse_close")
    assert "user_transcription" in kinds
    ended = command("calls", "watch", call)
    assert (ended.status, ended.out) == (1, b"")

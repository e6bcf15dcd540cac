"""The pages that scripts/docs.py makes: up to date, complete, and with examples that hold."""

from __future__ import annotations

import ast
import inspect
import io
import os
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import smallestai_atoms.api
import smallestai_waves.api

from scripts import docs
from scripts.docs_examples import call
from scripts.docs_operations import Operation, Service
from scripts.docs_pages import pages, prose, table
from scripts.docs_schemas import limits, words
from smallestai import SmallestAI
from smallestai.sandbox.validation import Specs, check_request

ROOT = Path(__file__).parent.parent
SERVICES = [Service.load(name, ROOT / "generated") for name in docs.SERVICES]
CALLED = [one for each in SERVICES for one in each.operations() if one.function is not None]
FENCE = re.compile(r"^~~~python\n(.*?)^~~~$", re.MULTILINE | re.DOTALL)
SPECS = Specs()


def test_the_pages_are_up_to_date() -> None:
    """docs/ is what the script writes, whatever the order of hashing."""
    command = [sys.executable, ROOT / "scripts" / "docs.py", "--check"]
    env = {**os.environ, "PYTHONHASHSEED": "7"}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_drift_is_found_and_put_right(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """--check writes nothing and fails on a page that is changed, missing or too many."""
    monkeypatch.setattr(docs, "SERVICES", ("waves",))
    (tmp_path / "generated").symlink_to(ROOT / "generated")
    assert docs.main([], tmp_path) == 0
    made = tmp_path / "docs" / "waves"
    (made / "tokens.md").write_text("By hand.\n")
    (made / "voices.md").unlink()
    (made / "old.md").write_text("An operation that was.\n")
    capsys.readouterr()
    assert docs.main(["--check"], tmp_path) == 1
    said = capsys.readouterr().out
    assert all(name in said for name in ("tokens.md", "voices.md", "old.md"))
    assert (made / "tokens.md").read_text() == "By hand.\n"
    assert docs.main([], tmp_path) == 0
    assert docs.main(["--check"], tmp_path) == 0


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.name)
def test_every_operation_and_model_has_its_place(service: Service) -> None:
    """Each operation is a section of its group's page, each model a page."""
    found = pages(service)
    for one in service.operations():
        text = found[f"{one.namespace}.md"]
        assert text.count(f"\n## {one.name}\n") == 1
        assert f"`{one.method} {one.path}`" in text
        for argument in one.arguments():
            assert f"| `{argument.name}` |" in text
    models = {f"models/{name}.md" for name in service.spec["components"]["schemas"]}
    assert {path for path in found if path.startswith("models/")} == models


def test_an_iterator_belongs_to_one_operation() -> None:
    """What goes through the pages of a list stands at the list, not at a single thing as well."""
    owners = [
        (one.namespace, one.iterator.__name__)
        for one in SERVICES[0].operations()
        if one.iterator is not None
    ]
    assert len(owners) > 20
    assert len(set(owners)) == len(owners)


def test_every_helper_has_its_place() -> None:
    """What a namespace of our client has beside its operations is on the group's page too."""
    found = pages(SERVICES[0])
    atoms = SmallestAI("sk_x").atoms
    written = 0
    for tag in {one.namespace for one in SERVICES[0].operations()}:
        for name, _ in inspect.getmembers(getattr(atoms, tag), inspect.ismethod):
            if not name.startswith("_") and f"def {name}(" not in found[f"{tag}.md"]:
                pytest.fail(f"{tag}.{name} is not on its page")
            written += 1
    assert written > len(CALLED) / 2
    calls = found["calls.md"]
    assert "| [wait](#wait) | Look at a call until it has ended" in calls
    assert "| `APITimeoutError` | It has not ended in time" in calls


@pytest.mark.parametrize("one", CALLED, ids=lambda one: f"{one.service.name}.{one.id}")
@pytest.mark.filterwarnings("ignore:.* is deprecated:DeprecationWarning")
def test_an_example_is_a_sound_call(one: Operation) -> None:
    """An example runs: its arguments fit the method, its request fits the specification."""
    sent: list[dict[str, Any]] = []
    generated = {"atoms": smallestai_atoms.api, "waves": smallestai_waves.api}
    api = generated[one.service.name].Api(lambda request, *_: sent.append(request))
    client = SimpleNamespace(**{one.service.name: SimpleNamespace(api=api)})
    if one.service.name == "atoms":
        client.atoms = api
    names = {"client": client, "open": lambda *_: io.BytesIO(b"some bytes")}
    exec(compile(call(one), str(one.id), "exec"), names)
    (request,) = sent
    assert request["method"] == one.method.lower()
    shape = re.sub(r"\\\{\w+\\\}", "([^/]+)", re.escape(one.path))
    found = re.fullmatch(shape, request["url"])
    assert found
    wanted = dict(zip(re.findall(r"\{(\w+)\}", one.path), found.groups(), strict=True))
    issues = check_request(
        getattr(SPECS, one.service.name),
        one.id,
        path=wanted,
        query=request.get("params"),
        headers=request.get("headers"),
        body=request.get("json"),
    )
    assert [issue.text() for issue in issues] == []


def test_signatures_are_python() -> None:
    """Every block of Python on a page can be parsed."""
    blocks = [
        block
        for service in SERVICES
        for page in (ROOT / "docs" / service.name).glob("*.md")
        for block in FENCE.findall(page.read_text(encoding="utf-8"))
    ]
    assert len(blocks) >= 2 * len(CALLED)
    for block in blocks:
        ast.parse(block)


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        ({"$ref": "#/components/schemas/Call"}, "[Call](m/Call.md)"),
        ({"type": "array", "items": {"type": "string", "format": "uri"}}, "list of URL"),
        ({"enum": ["a", 1]}, '`"a"`, `1`'),
        ({"anyOf": [{"type": "string"}, {"type": "null"}]}, "text or null"),
        ({"type": ["integer", "null"]}, "integer or null"),
        ({"type": "object", "additionalProperties": {"type": "number"}}, "object of number"),
        ({"const": True}, "`true`"),
        ({}, "any value"),
    ],
)
def test_types_in_words(schema: dict[str, Any], said: str) -> None:
    """A schema is told in words."""
    assert words(schema, "m/") == said


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        ({"minimum": 1, "maximum": 5}, "1 to 5"),
        ({"minLength": 24, "maxLength": 24}, "24 characters"),
        ({"maxItems": 3, "default": []}, "at most 3 entries; `[]` when left out"),
        ({"exclusiveMinimum": 0, "pattern": "^a|b$"}, "more than 0; fits `^a|b$`"),
        ({"type": "string"}, ""),
    ],
)
def test_limits_in_words(schema: dict[str, Any], said: str) -> None:
    """Bounds and defaults are told in words, no more than there are."""
    assert limits(schema) == said


def test_nothing_breaks_a_table() -> None:
    """Line ends, pipes and brackets of a description do not become Markdown, code stays code."""
    assert prose("one\n two <id> [x](y) `<a>[0]`") == r"one two &lt;id> \[x](y) `<a>[0]`"
    assert table(("A", "B"), [("x|y", "")]) == "| A |\n| --- |\n| x\\|y |"
    assert table(("A",), []) == ""

"""scripts/codegen.py: writing, checking, and refusing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from scripts import codegen
from scripts._trees import contents

ROOT = Path(__file__).parent.parent.parent
PACKAGE = "smallestai_sample"


def generate(root: Path, *arguments: str) -> int:
    return codegen.main(list(arguments), root, ("sample",))


def test_check_passes_on_what_was_written(house: Path) -> None:
    """A check right after writing finds no difference: two runs give the same bytes."""
    assert generate(house, "--check") == 0


def test_check_compares_the_real_packages() -> None:
    """The packages in this repository are what the specifications in it give."""
    assert codegen.main(["--check"]) == 0


def test_check_finds_one_character(own_house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One more character in a generated file fails the check, which names it and mends nothing."""
    names = ("models/thing.py", "py.typed", "api/things/__init__.py")
    for name in names:
        path = own_house / "generated" / PACKAGE / name
        path.write_text(path.read_text() + "#")
    before = contents(own_house)
    assert generate(own_house, "--check") == 1
    shown = capsys.readouterr().out
    assert "3 files differ" in shown
    assert all(name in shown for name in names)
    assert contents(own_house) == before


def test_check_finds_an_orphan(own_house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that no specification accounts for fails the check; writing removes it."""
    orphan = own_house / "generated" / PACKAGE / "old" / "orphan.py"
    orphan.parent.mkdir()
    orphan.touch()
    assert generate(own_house, "--check") == 1
    assert "old/orphan.py" in capsys.readouterr().out
    assert generate(own_house) == 0
    assert not orphan.parent.exists()


EDITS = [
    ("sample.yaml", "Id of the thing.", "Id of the thing!"),
    ("sample.yaml", "# A small service", "# A tiny service"),
    ("codegen.yaml", "literal_enums: true", "literal_enums: false"),
    ("templates/package_init.py.jinja", "generated from", "derived from"),
]


def alter(root: Path, name: str, old: str, new: str) -> None:
    path = root / "openapi" / name
    before = path.read_text()
    path.write_text(before.replace(old, new))
    assert path.read_text() != before


@pytest.mark.parametrize(("name", "old", "new"), EDITS)
def test_check_finds_an_edit_of_the_source(own_house: Path, name: str, old: str, new: str) -> None:
    """An edit of specification, settings or template fails the check."""
    alter(own_house, name, old, new)
    assert generate(own_house, "--check") == 1


def test_codegen_follows_edits_of_the_source(own_house: Path) -> None:
    """Once it has run, the check passes again."""
    for name, old, new in EDITS:
        alter(own_house, name, old, new)
    assert generate(own_house) == 0
    assert generate(own_house, "--check") == 0


def test_another_generator_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another version of a tool is refused; the message names the one that is needed."""
    monkeypatch.setitem(codegen.PINS, "ruff", "0.0.1")
    assert codegen.main(["--check"]) == 2
    message = capsys.readouterr().err
    assert "ruff 0.0.1 is needed" in message
    assert "pip install" in message


def test_a_missing_generator_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tool that is not installed is refused like a wrong version."""
    monkeypatch.setitem(codegen.PINS, "no-such-tool", "1.0")
    with pytest.raises(codegen.CodegenError, match=r"no-such-tool 1\.0 is needed, found none"):
        codegen.check_tools()


@pytest.mark.parametrize("edit", ["moved", "unrecorded", "gone upstream"])
def test_a_moved_template_is_refused(tmp_path: Path, edit: str) -> None:
    """Codegen stops when a template that ours replaces is not the recorded one."""
    templates = shutil.copytree(ROOT / "openapi" / "templates", tmp_path / "templates")
    forks = (templates / "FORKS").read_text()
    first = forks.splitlines(keepends=True)[0]
    edited = {
        "moved": forks.replace(first, "0" * 64 + first[64:]),
        "unrecorded": forks.replace(first, ""),
        "gone upstream": forks + "0" * 64 + "  gone.py.jinja\n",
    }
    (templates / "FORKS").write_text(edited[edit])
    with pytest.raises(codegen.CodegenError, match="is not the one recorded"):
        codegen.check_forks(templates)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("operationId: streamAudio", "operationId: transcribe", "9 endpoint modules"),
        ("type: array, items: {type: string}}}", "type: array}}", "failed"),
        ("'204': {description: It is gone.}", "'20X': {description: Odd.}", "failed"),
        ("operationId: getThing", "operationId: search", "Redefinition of unused `search`"),
    ],
)
def test_an_unsound_result_is_refused(
    bare_house: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, message: str
) -> None:
    """A warning, a lost operation or a method defined twice stops codegen; nothing is written."""
    path = bare_house / "openapi" / "sample.yaml"
    path.write_text(path.read_text().replace(old, new, 1))
    assert generate(bare_house) == 2
    assert message in capsys.readouterr().err
    assert not (bare_house / "generated").exists()


def test_the_specification_is_shipped(house: Path) -> None:
    """The package holds the specification as compact JSON with sorted keys, as it was written."""
    text = (house / "generated" / PACKAGE / "openapi.json").read_text()
    spec = codegen.load(house / "openapi" / "sample.yaml")
    assert json.loads(text) == spec
    assert text == json.dumps(spec, sort_keys=True, separators=(",", ":"))

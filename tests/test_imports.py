"""Who may import whom, and what importing the package loads."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "smallestai"
GENERATED = {"smallestai_atoms", "smallestai_waves"}
HTTP = {"httpx", "httpcore"}
WAITING = {"asyncio", "threading", "socket", "time", "select", "selectors", "queue"}

ERRORS = {"errors", "_exceptions", "_refusals", "_envelopes", "_hints"}
VALUES = {
    "audio",
    "text",
    "timeline",
    "_spans",
    "_spoken",
    "_subtitles",
    "_mp3",
    "_moments",
    "_beside",
}
VALUES |= {"webhooks", "webhooks_app", "webhooks_events", "webhooks_signature"}
BASE = {"_lazy", "_old_agents", "_version", "_contexts"}
ADAPTERS = {"_bodies", "_http", "_pools", "_faults", "_retry", "_sockets", "_sending", "_steady"}
TOOLS = {"_tools", "_backoff"}
DEVICES = {"_feed", "_microphone", "_playback", "_player", "_resample", "recording"}
# Modules of smallestai a part may import, besides its own.
MAY = {
    "errors": ERRORS,
    "values": ERRORS | VALUES | {"_player"},
    "settings": ERRORS | BASE | {"_config", "_logging"},
    "protocol": ERRORS | VALUES | {"protocol"},
    "adapters": ERRORS | BASE | ADAPTERS | {"_config", "_logging", "protocol"},
    "sessions": ERRORS
    | VALUES
    | BASE
    | ADAPTERS
    | DEVICES
    | TOOLS
    | {"_config", "_logging", "protocol", "_sessions"},
    "shells": ERRORS
    | VALUES
    | BASE
    | ADAPTERS
    | DEVICES
    | TOOLS
    | {"_config", "_logging", "protocol", "_sessions", "waves", "atoms"},
}
OPEN = {"httpx": HTTP, "websockets": {"websockets"}}


def part_of(path):
    """Return the part of the package that a file belongs to; None where everything is allowed."""
    first, *rest = path.relative_to(PACKAGE).parts
    name = first.removesuffix(".py")
    if rest:
        parts = {"protocol": "protocol", "text": "values", "waves": "shells", "atoms": "shells"}
        parts |= {"_sessions": "sessions"}
        return parts.get(name)
    for part, names in (
        ("errors", ERRORS),
        ("values", VALUES),
        ("settings", {"_config", "_logging"}),
        ("adapters", ADAPTERS),
    ):
        if name in names:
            return part
    return None


def imports_of(path):
    """Yield the modules a file imports when it runs, as dotted names."""
    tree = ast.parse(path.read_text("utf-8"))
    package = ["smallestai", *path.relative_to(PACKAGE).parts[:-1]]
    skipped = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for each in node.body
        for inner in ast.walk(each)
    }
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *filter(None, [node.module])])
            yield module
            if module in {"smallestai", ".".join(package)}:
                yield from (f"{module}.{alias.name}" for alias in node.names)


FILES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_arrows_point_one_way(path):
    """A file imports only what stands below it."""
    part = part_of(path)
    if part is None:
        return
    names = set(imports_of(path))
    ours = {name.split(".")[1] for name in names if name.startswith("smallestai.")}
    assert not ours - MAY[part]
    if part != "shells":
        assert not {name.split(".")[0] for name in names} & GENERATED


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_libraries_have_one_door(path):
    """Only the adapters import httpx and websockets; the core imports nothing that waits."""
    first = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    tops = {name.split(".")[0] for name in imports_of(path)}
    if first not in ADAPTERS - {"_sockets"} | {"sandbox"}:
        assert not tops & HTTP
    if first not in {"_sockets", "sandbox"}:
        assert "websockets" not in tops
    if first == "protocol":
        assert not tops & WAITING


def test_the_generated_packages_know_nothing_of_us():
    """Generated code imports itself, attrs, httpx and dateutil."""
    allowed = {"attr", "attrs", "httpx", "dateutil"}
    for package in GENERATED:
        for path in (ROOT / "generated" / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
                if isinstance(node, ast.ImportFrom) and node.level:
                    continue
                if isinstance(node, ast.Import):
                    names = [alias.name for alias in node.names]
                tops = {name.split(".")[0] for name in names} - sys.stdlib_module_names
                assert tops <= allowed | {package}, path


def loaded_by(program):
    """Return the modules that a fresh interpreter holds after a program."""
    code = f"import sys, json\n{program}\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in json.loads(done.stdout)}


HEAVY = HTTP | GENERATED | {"websockets", "msgspec", "attr", "attrs", "asyncio", "ssl", "starlette"}


def test_import_loads_nothing():
    """``import smallestai`` loads no library and no generated module."""
    assert not loaded_by("import smallestai") & HEAVY


def test_a_client_loads_no_library():
    """A client that has sent nothing yet has loaded no library either."""
    program = "import smallestai\nclient = smallestai.SmallestAI('key')\nsmallestai.APIError"
    assert not loaded_by(program) & HEAVY


def test_speech_loads_no_generated_model_of_agents():
    """Whoever speaks does not pay for agents."""
    program = "import smallestai\nsmallestai.SmallestAI('key').waves"
    assert "smallestai_atoms" not in loaded_by(program)

"""Two folders of text: how they differ, and making one like the other."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SHOWN = 60  # lines of a difference that are printed


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file by its path in the folder, but for bytecode."""
    paths = [path for path in folder.rglob("*") if path.is_file()]
    files = {path.relative_to(folder).as_posix(): path for path in paths}
    return {name: files[name].read_bytes() for name in files if "__pycache__/" not in name}


def changes(old: Path, new: Path) -> dict[str, tuple[bytes | None, bytes | None]]:
    """Return old and new content of each file that differs, None where there is no such file."""
    before, after = contents(old), contents(new)
    pairs = {name: (before.get(name), after.get(name)) for name in sorted({*before, *after})}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def difference(old: Path, new: Path) -> str:
    """Return the unified difference, shortened; the empty text when both are alike."""
    changed = changes(old, new)
    lines = [line for name, pair in changed.items() for line in _unified(name, *pair)]
    more = [f"... and {len(lines) - SHOWN} more lines"] if len(lines) > SHOWN else []
    title = [f"{old.name}: {len(changed)} files differ"] if changed else []
    return "\n".join([*title, *lines[:SHOWN], *more])


def _unified(name: str, before: bytes | None, after: bytes | None) -> list[str]:
    if not before or not after:
        return [f"{name}: {'only in the old' if after is None else 'missing or empty'}"]
    texts = (before.decode().splitlines(), after.decode().splitlines())
    lines = difflib.unified_diff(*texts, f"a/{name}", f"b/{name}", lineterm="", n=1)
    return [line[:200] for line in lines] or [f"{name}: line ends differ"]


def replace(old: Path, new: Path) -> str:
    """Make `old` like `new`, touching only what differs; return how much that was, if anything."""
    changed = changes(old, new)
    for name, (_, content) in changed.items():
        path = old / name
        if content is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    for folder in sorted((path for path in old.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
    return f"{old.name}: {len(changed)} files written or removed" if changed else ""

"""Derive docs/atoms/ and docs/waves/ from the specifications and our client.

    python scripts/docs.py            write the pages
    python scripts/docs.py --check    compare only: exit 1 and show what differs

There is a page for each group of operations and one for each model. Run it after `make codegen`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from scripts._trees import difference, replace
from scripts.codegen import SERVICES
from scripts.docs_operations import Service
from scripts.docs_pages import pages

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parent.parent


def write(service: Service, folder: Path) -> None:
    """Write the pages of a service into a folder."""
    for name, text in pages(service).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Write or check the pages; return the exit status."""
    parser = argparse.ArgumentParser(description="Derive pages from the specifications.")
    parser.add_argument(
        "--check", action="store_true", help="write nothing, exit 1 on a difference"
    )
    check = parser.parse_args(arguments).check
    act = difference if check else replace
    drift = []
    with TemporaryDirectory() as scratch:
        for name in SERVICES:
            write(Service.load(name, root / "generated"), Path(scratch) / name)
            drift.append(act(root / "docs" / name, Path(scratch) / name))
    print("\n".join(filter(None, drift)) or "docs/ agrees with openapi/")
    return int(check and any(drift))


if __name__ == "__main__":
    sys.exit(main())

"""What importing the generated clients costs, beside the same specifications in stock templates.

    python scripts/bench/imports.py [--quick] [--spec FILE]

Each import runs in fresh interpreters with warm bytecode, stock and ours in turn; the figures are
medians. `--spec` measures another OpenAPI file instead of our own.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from scripts import codegen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FULL, QUICK = 5, 3  # interpreters for each figure
CLOCK = """
import sys
sys.path.insert(0, sys.argv[1])
from time import perf_counter
started = perf_counter()
exec(sys.argv[2])
print((perf_counter() - started) * 1e3)
"""


def python(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run an interpreter that writes and finds bytecode."""
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, *arguments]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=True)


def milliseconds(folder: Path, statement: str) -> float:
    """Return how long a statement takes where packages are found in `folder`."""
    return float(python("-c", CLOCK, folder, statement).stdout)


def importtime(folder: Path, module: str) -> float:
    """Return what `python -X importtime` says of a module and all that it loads."""
    program = f"import sys; sys.path.insert(0, sys.argv[1]); import {module}"
    lines = python("-X", "importtime", "-c", program, folder).stderr.splitlines()
    columns = [line.split("|") for line in lines]
    return sum(int(line[1]) / 1e3 for line in columns if line[-1].strip() == module)


def generate(spec: Path, folder: Path) -> str:
    """Write a specification's client below `folder`/stock and `folder`/ours; return its name."""
    name = f"smallestai_{spec.stem}"
    for kind in ("stock", "ours"):
        (folder / kind).mkdir(exist_ok=True)
    settings = codegen.load(codegen.ROOT / "openapi" / "codegen.yaml")
    config = folder / "stock.yaml"
    config.write_text(f"content_type_overrides: {settings['content_type_overrides']}\n")
    command = ("-m", "openapi_python_client", "generate", "--meta=none", f"--config={config}")
    codegen.run(*command, f"--path={spec}", f"--output-path={folder / 'stock' / name}", cwd=folder)
    source = folder / f"{spec.stem}.json"
    source.write_text(json.dumps(codegen.prepare(codegen.load(spec))))
    codegen.generate(codegen.ROOT, source, folder / "ours" / name)
    return name


def subjects(package: Path) -> Iterator[tuple[str, Callable[[Path], float]]]:
    """Yield what is measured: its title, and how it is measured in a folder."""
    models = f"{package.name}.models"
    operation = min(package.glob("api/*/[!_]*.py"))
    endpoint = f"{package.name}.api.{operation.parent.name}.{operation.stem}"
    yield f"-X importtime: {models}", partial(importtime, module=models)
    for statement in (f"import {models}", f"from {models} import *", f"import {endpoint}"):
        yield statement, partial(milliseconds, statement=statement)


def compare(package: str, folder: Path, count: int) -> None:
    """Measure and print everything of one package."""
    files = [len(list((folder / kind / package).rglob("*.py"))) for kind in ("stock", "ours")]
    print(f"\n{package}: {files[0]} files from stock templates, {files[1]} from ours")
    measures = dict(subjects(folder / "ours" / package))
    width = max(map(len, measures))
    print(f"{'':{width}}{'stock ms':>10}{'ours ms':>10}{'ours/stock':>12}")
    for title, measure in measures.items():
        rounds = [[measure(folder / kind) for kind in ("stock", "ours")] for _ in range(count + 1)]
        stock, ours = (median(column) for column in zip(*rounds[1:], strict=True))  # first: warm-up
        print(f"{title:{width}}{stock:10.1f}{ours:10.1f}{ours / stock:12.3f}")


def main() -> None:
    """Generate, measure, print."""
    parser = argparse.ArgumentParser(description="Measure imports of the generated clients.")
    parser.add_argument("--quick", action="store_true", help="fewer interpreters")
    parser.add_argument("--spec", type=Path, help="another OpenAPI file than our own")
    options = parser.parse_args()
    specs = [codegen.ROOT / "openapi" / f"{service}.yaml" for service in codegen.SERVICES]
    with TemporaryDirectory() as folder:
        for spec in [options.spec.resolve()] if options.spec else specs:
            package = generate(spec, Path(folder))
            compare(package, Path(folder), QUICK if options.quick else FULL)


if __name__ == "__main__":
    main()

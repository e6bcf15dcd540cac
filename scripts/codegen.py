"""Derive generated/ from openapi/: one import package for each service.

    python scripts/codegen.py            write the packages
    python scripts/codegen.py --check    compare only: exit 1 and show what differs

Exit 2 when the tools are not the pinned ones, when an upstream template that ours replace has
moved, or when the result is not sound: a warning of the generator, a missing operation, a module
that cannot be imported.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

from scripts._trees import difference, replace

ROOT = Path(__file__).parent.parent
SERVICES = ("atoms", "waves")
PINS = {"openapi-python-client": "0.29.1", "ruff": "0.17.5"}
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
STYLE = ("--isolated", "--no-cache", "--quiet", "--target-version=py311", "--line-length=100")
RUFF = {
    "check": ("--select=F,I", "--fix", "--config=lint.isort.split-on-trailing-comma=false"),
    "format": ("--config=format.skip-magic-trailing-comma=true",),
}
OUTPUT_SHOWN = 4000  # characters of what a failing tool prints
IMPORT_ALL = """
import importlib, pkgutil, sys
sys.path.insert(0, sys.argv[1])
package = importlib.import_module(sys.argv[2])
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(module.name)
"""


class CodegenError(Exception):
    """Code generation cannot go on."""


def check_tools() -> None:
    """Refuse other versions than the pinned ones: each writes different files."""
    for name, pinned in PINS.items():
        try:
            found = version(name)
        except PackageNotFoundError:
            found = "none"
        if found != pinned:
            raise CodegenError(f"{name} {pinned} is needed, found {found}: pip install -e '.[dev]'")


def check_forks(templates: Path) -> None:
    """Refuse to go on when a template that one of ours replaces has moved."""
    upstream = files("openapi_python_client") / "templates"
    lines = (templates / "FORKS").read_text().splitlines()
    known = {name: digest for digest, name in map(str.split, lines)}
    for name in sorted({*known, *(path.name for path in templates.glob("*.jinja"))}):
        original = upstream / name
        digest = hashlib.sha256(original.read_bytes()).hexdigest() if original.is_file() else None
        if digest != known.get(name):
            raise CodegenError(
                f"the generator's {name} is not the one recorded in {templates / 'FORKS'}: "
                f"compare it with ours, then record {digest}"
            )


def load(path: Path) -> dict[str, Any]:
    """Read a specification as YAML 1.2, which is JSON in another dress."""
    from ruamel.yaml import YAML

    try:
        spec: dict[str, Any] = json.loads(json.dumps(YAML(typ="safe").load(path)))
    except TypeError as error:
        raise CodegenError(f"{path}: {error}; put dates in quotes") from error
    return spec


def operations(spec: dict[str, Any]) -> list[dict[str, Any]]:
    """Return every operation of a specification."""
    return [item[method] for item in spec["paths"].values() for method in METHODS if method in item]


def prepare(spec: dict[str, Any]) -> dict[str, Any]:
    """Return a copy that lets the templates see what the generator drops.

    It knows the descriptions of schemas only, not those of parameters, of request bodies, or beside
    a `$ref`, and nothing of `deprecated`.
    """
    spec = json.loads(json.dumps(spec))
    shared = spec.get("components", {})
    places = [*spec["paths"].values(), *operations(spec)]
    parameters = [*shared.get("parameters", {}).values()]
    for parameter in parameters + [one for place in places for one in place.get("parameters", [])]:
        if "schema" in parameter:
            parameter["schema"] = _described(parameter["schema"], parameter.get("description"))
    for schema in shared.get("schemas", {}).values():
        for name, field in schema.get("properties", {}).items():
            schema["properties"][name] = _described(field, field.get("description"))
    for operation in operations(spec):
        body = operation.get("requestBody", {})
        for content in body.get("content", {}).values():
            if "$ref" not in content["schema"]:
                content["schema"] = _described(content["schema"], body.get("description"))
        if operation.get("deprecated"):
            operation["description"] = f"Deprecated. {operation.get('description', '')}".strip()
    return spec


def _described(schema: dict[str, Any], description: str | None) -> dict[str, Any]:
    if description is None:
        return schema
    if "$ref" in schema:  # as a union of one: a lone reference keeps its target's description
        reference = {"$ref": schema["$ref"]}
        return {"anyOf": [reference, reference], "description": description}
    return {**schema, "description": description}


def run(*command: str | Path, cwd: Path) -> None:
    """Run a Python program; what it prints is shown only if it fails."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    env = {**os.environ, "PATH": path, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
    line = [sys.executable, *command]
    done = subprocess.run(line, cwd=cwd, env=env, text=True, capture_output=True, check=False)
    if done.returncode:
        output = (done.stdout + done.stderr)[:OUTPUT_SHOWN]
        raise CodegenError(f"{' '.join(map(str, command[:3]))} failed\n{output}")


def generate(root: Path, source: Path, package: Path) -> None:
    """Write the package for the specification `source`, in the pinned style."""
    run(
        *("-m", "openapi_python_client", "generate", "--fail-on-warning", "--meta=none"),
        f"--path={source}",
        f"--config={root / 'openapi' / 'codegen.yaml'}",
        f"--custom-template-path={root / 'openapi' / 'templates'}",
        f"--output-path={package}",
        cwd=package.parent,
    )
    for command, options in RUFF.items():
        run("-m", "ruff", command, *STYLE, *options, package, cwd=package.parent)


def verify(spec: dict[str, Any], package: Path) -> None:
    """Refuse a package that lacks an operation or a module of which cannot be imported."""
    modules = [path for path in package.glob("api/*/*.py") if path.name != "__init__.py"]
    if len(modules) != len(operations(spec)):
        counts = f"{len(operations(spec))} operations, but {len(modules)} endpoint modules"
        raise CodegenError(f"{package.name}: {counts}")
    program = ("-I", "-W", "error", "-c", IMPORT_ALL)
    run(*program, package.parent, package.name, cwd=package.parent)


def sources(root: Path, service: str) -> str:
    """Return the digests of all files that a package is made from, a comment in them included."""
    folder = root / "openapi"
    names = [folder / f"{service}.yaml", folder / "streams.yaml", folder / "codegen.yaml"]
    names += folder.glob("templates/*")
    paths = sorted(path for path in names if path.is_file())
    digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in paths]
    return "".join(
        f"{digest}  {path.relative_to(root).as_posix()}\n"
        for digest, path in zip(digests, paths, strict=True)
    )


def build(root: Path, service: str, scratch: Path) -> Path:
    """Generate the package of one service below `scratch` and prove it sound."""
    spec = load(root / "openapi" / f"{service}.yaml")
    source, package = scratch / f"{service}.json", scratch / f"smallestai_{service}"
    source.write_text(json.dumps(prepare(spec)))
    generate(root, source, package)
    (package / "py.typed").touch()
    (package / "openapi.json").write_text(json.dumps(spec, sort_keys=True, separators=(",", ":")))
    (package / "SOURCES").write_text(sources(root, service))
    verify(spec, package)
    return package


def main(
    arguments: Sequence[str] | None = None, root: Path = ROOT, services: Sequence[str] = SERVICES
) -> int:
    """Write or check the packages of `services`; return the exit status."""
    parser = argparse.ArgumentParser(description="Derive generated/ from openapi/.")
    parser.add_argument(
        "--check", action="store_true", help="write nothing, exit 1 on a difference"
    )
    check = parser.parse_args(arguments).check
    try:
        check_tools()
        check_forks(root / "openapi" / "templates")
        with TemporaryDirectory() as scratch, ThreadPoolExecutor() as pool:
            packages = list(pool.map(lambda name: build(root, name, Path(scratch)), services))
            act = difference if check else replace
            drift = [act(root / "generated" / package.name, package) for package in packages]
    except CodegenError as error:
        print(f"codegen: {error}", file=sys.stderr)
        return 2
    print("\n".join(filter(None, drift)) or "generated/ agrees with openapi/")
    return int(check and any(drift))


if __name__ == "__main__":
    sys.exit(main())

"""Hold the specs to the rules that the generated clients need and no general linter knows.

    python scripts/check_spec.py                        # every spec in openapi/
    python scripts/check_spec.py openapi/atoms.yaml

Prints ``file: JSON pointer: fault`` for each fault, then their count; exits 1 if there is one.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path, PurePath
from typing import Any

import yaml

Node = Mapping[str, Any]
Found = Iterator[tuple[str, str]]  # JSON pointer, fault

SPECS = Path(__file__).parent.parent / "openapi"
SETTINGS = "codegen.yaml"  # beside the specs, but none
METHODS = "get|put|post|delete|options|head|patch|trace"

# What a part of a document is can be told from its JSON pointer.
OPERATION = re.compile(rf"#/(paths|webhooks)/[^/]+/({METHODS})")
REQUEST = re.compile(rf"#/paths/[^/]+/(({METHODS})/)?(requestBody|parameters/\d+)")
COMPONENT = re.compile(r"#/components/schemas/[^/]+")
SCHEMA = re.compile(
    r"(?!.*(?<!/properties)/examples?/)(#/components/schemas/[^/]+|#/.*?/(schema|payload))"
    r"(/(items|additionalProperties|not|properties/[^/]+|(anyOf|oneOf|allOf|prefixItems)/\d+))*"
)
DESCRIBED = re.compile(
    r"#/((components/[^/]+|channels|channels/[^/]+/messages|operations)/[^/]+"
    rf"|(paths|webhooks)/[^/]+/({METHODS})|(paths|webhooks)/[^/]+/(({METHODS})/)?parameters/\d+)"
)
# What the generator calls inline schemas: PutThingBody, PutThingResponse200 ...
RESERVED = re.compile(r".*(Body|Response(\dXX|\d+|Default)|Item|Type\d+)")


@dataclass(frozen=True)
class Spec:
    """A document, and its siblings (itself among them) by file name."""

    document: Node
    siblings: Mapping[str, Node] = field(default_factory=dict)

    def parts(self, kind: re.Pattern[str]) -> list[tuple[str, Node]]:
        """Return the parts of one kind with their pointers."""
        return [(pointer, part) for pointer, part in walk(self.document) if kind.fullmatch(pointer)]

    def target(self, ref: str) -> Any:
        """Return what a ``$ref`` leads to, None if nothing."""
        file, _, pointer = ref.partition("#")
        there: Any = self.siblings.get(PurePath(file).name) if file else self.document
        for key in pointer.split("/")[1:]:
            name = key.replace("~1", "/").replace("~0", "~")
            there = there.get(name) if isinstance(there, Mapping) else None
        return there

    def reached(self, *roots: Any) -> set[str]:
        """Return the pointers that the roots refer to, directly or through others."""
        found: set[str] = set()
        waiting = list(roots)
        while waiting:
            new = {ref for _, ref in refs(waiting.pop()) if ref.startswith("#/")} - found
            found |= new
            waiting += map(self.target, new)
        return found


def walk(node: Any, pointer: str = "#") -> Iterator[tuple[str, Node]]:
    """Yield every object in a piece of YAML with its pointer (RFC 6901)."""
    if isinstance(node, Mapping):
        yield pointer, node
        for key, child in node.items():
            yield from walk(child, f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}")
    elif isinstance(node, list):
        for index, child in enumerate(node):
            yield from walk(child, f"{pointer}/{index}")


def refs(node: Any) -> list[tuple[str, str]]:
    """Return every ``$ref`` in a piece of YAML with its pointer."""
    return [(p, part["$ref"]) for p, part in walk(node) if isinstance(part.get("$ref"), str)]


def types(schema: Node) -> set[str]:
    """Return the JSON types that a schema names."""
    named = schema.get("type", "object" if "properties" in schema else [])
    return {named} if isinstance(named, str) else set(named)


def pascal(name: str) -> str:
    """Return the class name that the generator makes of a name."""
    return "".join(word[:1].upper() + word[1:] for word in re.split(r"[^A-Za-z0-9]+", name))


def operations_are_whole(spec: Spec) -> Found:
    """One unique id, one tag, a security of its own."""
    seen: set[str] = set()
    for pointer, operation in spec.parts(OPERATION):
        name = pascal(operation.get("operationId", ""))
        if not name or name in seen:
            yield pointer, "has no operationId of its own"
        if len(operation.get("tags", [])) != 1:
            yield pointer, "does not have exactly one tag"
        if "security" not in operation:
            yield pointer, "has no security of its own"
        seen.add(name)


def bodies_are_not_hidden(spec: Spec) -> Found:
    """The generated function has an argument named body for the body."""
    for pointer, operation in spec.parts(OPERATION):
        item = spec.target(pointer.rpartition("/")[0])
        parameters = item.get("parameters", []) + operation.get("parameters", [])
        whole = [spec.target(p["$ref"]) or {} if "$ref" in p else p for p in parameters]
        if "requestBody" in operation and any(p.get("name") == "body" for p in whole):
            yield pointer, "has a parameter named body beside a body"


def schemas_generate(spec: Spec) -> Found:
    """Objects are components, never null in themselves; arrays have items."""
    for pointer, schema in spec.parts(SCHEMA):
        if "object" in types(schema) and not COMPONENT.fullmatch(pointer):
            yield pointer, "is an inline object; make it a component"
        elif {"object", "null"} <= types(schema):
            yield pointer, "may be null; say so where it is used"
        if "array" in types(schema) and not {"items", "prefixItems"} & schema.keys():
            yield pointer, "is an array without items"


def requests_have_no_default(spec: Spec) -> Found:
    """The generated client would send a default with every call."""
    requests = dict(spec.parts(REQUEST))
    inside = tuple(f"{pointer}/" for pointer in (*requests, *spec.reached(*requests.values())))
    for pointer, schema in spec.parts(SCHEMA):
        if "default" in schema and f"{pointer}/".startswith(inside):
            yield pointer, "has a default in a request; say it in the description"


def names_do_not_clash(spec: Spec) -> Found:
    """All classes of a client lie in one folder."""
    seen: set[str] = set()
    for pointer, schema in spec.parts(COMPONENT):
        name = pascal(pointer.rpartition("/")[2])
        if RESERVED.fullmatch(name):
            yield pointer, "has a name that the generator gives to inline schemas"
        if name in map(pascal, schema.get("properties", {})):
            yield pointer, "has the name of one of its properties"
        if name.lower() in seen:
            yield pointer, "has the name of another component in another spelling"
        seen.add(name.lower())


def all_is_described(spec: Spec) -> Found:
    """Descriptions become docstrings."""
    for pointer, part in spec.parts(DESCRIBED):
        if not any(part.get(key) for key in ("description", "summary", "$ref")):
            yield pointer, "has no description"


def refs_resolve(spec: Spec) -> Found:
    """Every reference leads somewhere."""
    for pointer, ref in refs(spec.document):
        if spec.target(ref) is None:
            yield pointer, f"leads nowhere: {ref}"


def schemas_have_users(spec: Spec) -> Found:
    """A schema belongs to a message, an operation or a webhook; event streams name their frames."""
    files = {name for name, sibling in spec.siblings.items() if sibling is spec.document}
    links = [ref.partition("#") for sibling in spec.siblings.values() for _, ref in refs(sibling)]
    own = [f"#{pointer}" for file, _, pointer in links if PurePath(file).name in files]
    streams = [part for _, part in spec.parts(OPERATION) if "text/event-stream" in str(part)]
    words = set(re.findall(r"\w+", str(streams)))
    components = [pointer for pointer, _ in spec.parts(COMPONENT)]
    named = [pointer for pointer in components if pointer.rpartition("/")[2] in words]
    roots = [{"$ref": pointer} for pointer in own + named]
    used = spec.reached(spec.document.get("paths"), spec.document.get("webhooks"), roots)
    for pointer in components:
        if pointer not in used:
            yield pointer, "belongs to no operation and no message"


def streams_are_whole(spec: Spec) -> Found:
    """AsyncAPI 3: channels have address and messages, operations pass messages of their channel."""
    if not str(spec.document["asyncapi"]).startswith("3."):
        yield "#/asyncapi", "is not 3.x"
    for pointer, channel in spec.parts(re.compile("#/channels/[^/]+")):
        for key in ("address", "messages"):
            if not channel.get(key):
                yield pointer, f"has no {key}"
    for pointer, operation in spec.parts(re.compile("#/operations/[^/]+")):
        channel = operation.get("channel", {}).get("$ref", "")
        messages = [message.get("$ref", "") for message in operation.get("messages", [])]
        if operation.get("action") not in ("send", "receive"):
            yield pointer, "has no action send or receive"
        if not channel.startswith("#/channels/"):
            yield pointer, "has no channel"
        if not messages or not all(ref.startswith(f"{channel}/messages/") for ref in messages):
            yield pointer, "has no messages, or one that is not its channel's"


Rule = Callable[[Spec], Found]
COMMON: tuple[Rule, ...] = (schemas_generate, all_is_described, refs_resolve)
STREAMS: tuple[Rule, ...] = (streams_are_whole, *COMMON)
SERVICES: tuple[Rule, ...] = (
    operations_are_whole,
    bodies_are_not_hidden,
    requests_have_no_default,
    names_do_not_clash,
    schemas_have_users,
    *COMMON,
)


def faults(document: Node, siblings: Mapping[str, Node] | None = None) -> list[str]:
    """Return every fault of a spec as ``JSON pointer: fault``.

    Args:
        document: An OpenAPI 3.1 or AsyncAPI 3 document.
        siblings: Documents by file name, this one among them, that a ``$ref`` may lead to or from.
    """
    rules = STREAMS if "asyncapi" in document else SERVICES
    spec = Spec(document, siblings or {})
    return [f"{pointer}: {fault}" for rule in rules for pointer, fault in rule(spec)]


@cache
def load(folder: Path) -> dict[str, Node]:
    """Return the specs of a folder by file name."""
    paths = sorted(path for path in folder.glob("*.yaml") if path.name != SETTINGS)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # safe too, and faster
    return {path.name: yaml.load(path.read_text("utf-8"), loader) for path in paths}  # noqa: S506


def main(arguments: list[str]) -> int:
    """Check the files named, else all specs, and print what is wrong."""
    paths = [Path(argument) for argument in arguments] or [SPECS / name for name in load(SPECS)]
    found = []
    for path in paths:
        siblings = load(path.parent)
        found += [f"{path}: {fault}" for fault in faults(siblings[path.name], siblings)]
    print(*found, f"{len(found)} faults in {len(paths)} specs", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

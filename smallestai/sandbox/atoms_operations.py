"""Operations that `operations.operation` does not serve, checked like those.

They take a form instead of JSON, read query parameters that have no name in the specification, or
refuse in words of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from attrs import frozen
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.routing import Route

from .issues import Issue, issues_of
from .operations import Inputs, RefusedError
from .replies import atoms_issues
from .validation import check_request, read_query

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from .state import State
    from .validation import Operation, Spec

FORM = "multipart/form-data"


@frozen
class File:
    """A file of a form.

    Attributes:
        name: Its name, without the folders that a client may have put before it.
        kind: Its content type.
        data: What is in it.
    """

    name: str
    kind: str
    data: bytes


@frozen
class OpenInputs(Inputs):
    """What a checked request says; the texts of its form are the `body`.

    Attributes:
        files: The files of the form by the names of their fields, in the order sent.
        parameters: The query as it was sent.
    """

    files: Mapping[str, tuple[File, ...]]
    parameters: Mapping[str, str]


OpenHandler = Callable[["State", OpenInputs], "Response"]
Refuse = Callable[[Iterable[Issue]], "Response"]


def open_operation(
    state: State, target: str, handler: OpenHandler, *, refuse: Refuse = atoms_issues
) -> BaseRoute:
    """Return the route of an operation whose body, if it has any, is a form.

    Args:
        state: The server's state, handed to the handler.
        target: Method and path.
        handler: Takes the state and the inputs, returns the reply. It runs in a thread.
        refuse: Makes the reply to a request that breaks the specification.
    """
    method, path = target.split()
    spec = state.specs.atoms
    declared = spec.at(method, path)
    form = _form_of(spec, declared)

    async def endpoint(request: Request) -> Response:
        try:
            fields, files = await _read(request) if form else ({}, {})
        except HTTPException as error:
            return refuse([Issue("custom", (), str(error.detail))])
        parameters = dict(request.query_params)
        issues = check_request(spec, declared.id, path=request.path_params, query=parameters)
        if form:
            whole = _stand_ins(spec, form, fields, files)
            issues += issues_of(spec.validator(form).iter_errors(whole))
        if issues:
            return refuse(issues)
        query = read_query(spec, declared.id, parameters)
        inputs = OpenInputs(request.path_params, query, request.headers, fields, files, parameters)
        try:
            return await run_in_threadpool(handler, state, inputs)
        except RefusedError as refused:
            return refused.reply

    return Route(path, endpoint, methods=[method])


def _form_of(spec: Spec, declared: Operation) -> str | None:
    """Return the pointer to the schema of an operation's form; None when it takes none."""
    place = declared.path.replace("~", "~0").replace("/", "~1")
    operation = f"/paths/{place}/{declared.method.lower()}"
    body = spec.resolve(operation)[1].get("requestBody", {})
    if FORM not in body.get("content", {}):
        return None
    return f"{operation}/requestBody/content/{FORM.replace('/', '~1')}/schema"


async def _read(request: Request) -> tuple[dict[str, str], dict[str, tuple[File, ...]]]:
    """Return the texts and the files of a form; none of either when the body is no form."""
    if not request.headers.get("content-type", "").startswith(FORM):
        return {}, {}
    texts: dict[str, str] = {}
    files: dict[str, tuple[File, ...]] = {}
    async with request.form() as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                sent = (value.filename or name).replace("\\", "/").rpartition("/")[2]
                kind = value.content_type or "application/octet-stream"
                file = File(sent, kind, await value.read())
                files[name] = (*files.get(name, ()), file)
            else:
                texts[name] = value
    return texts, files


def _stand_ins(
    spec: Spec, form: str, fields: Mapping[str, str], files: Mapping[str, Any]
) -> dict[str, Any]:
    """Return a form as its schema has it, where a file is a text; a text is never a file."""
    schema = spec.resolve(form)[1]
    properties = {
        name: spec.resolve(each["$ref"].removeprefix("#"))[1] if "$ref" in each else each
        for name, each in schema.get("properties", {}).items()
    }
    expected = {name for name, each in properties.items() if _holds_files(each)}
    texts = {name: value for name, value in fields.items() if name not in expected}
    listed = {name for name in expected if properties[name].get("type") == "array"}
    given = {name: found for name, found in files.items() if name in expected}
    stand_ins = {name: [""] * len(found) if name in listed else "" for name, found in given.items()}
    return {**texts, **stand_ins}


def _holds_files(schema: Mapping[str, Any]) -> bool:
    return "binary" in {schema.get("format"), schema.get("items", {}).get("format")}

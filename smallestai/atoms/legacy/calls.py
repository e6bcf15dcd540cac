"""The methods of the old ``...Api`` classes, made of the operations' table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from smallestai.atoms import models
from smallestai.atoms.api_client import ApiClient
from smallestai.atoms.exceptions import ValidationError
from smallestai.atoms.legacy.operations import OPERATIONS, Operation
from smallestai.atoms.legacy.today import request_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from smallestai.atoms.rest import RESTResponse

WITH_INFO, WITHOUT_PRELOAD = "_with_http_info", "_without_preload_content"

_RETURNED = {
    "": "the model of the answer",
    WITH_INFO: "an `ApiResponse` of `smallestai.atoms.api_response`",
    WITHOUT_PRELOAD: "the answer as a `RESTResponse`, whatever its status",
}


class OldApi:
    """The operations on one kind of thing.

    Each has three methods: the plain one returns the model of the answer, that with
    ``_with_http_info`` what came with it too, that with ``_without_preload_content`` the answer
    itself. All take ``_request_timeout`` (seconds, or a pair: to connect, to wait for bytes),
    ``_request_auth``, ``_content_type``, ``_headers`` and ``_host_index``.

    Args:
        api_client: What sends the requests; `ApiClient.get_default` when it is left out.
    """

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Callable[..., Any]: ...


def make_api(name: str, module: str) -> type[OldApi]:
    """Return the class with the operations of that name, under their names of 3.x and 4.x."""
    members: dict[str, Any] = {"__module__": module, "__doc__": OldApi.__doc__}
    for operation in OPERATIONS:
        if operation.api != name:
            continue
        for variant in _RETURNED:
            for called in (operation.name, operation.newer):
                members[called + variant] = _method(operation, called + variant, variant)
    return type(name, (OldApi,), members)


def _method(operation: Operation, name: str, variant: str) -> Callable[..., Any]:
    def method(self: OldApi, *args: Any, **kwargs: Any) -> Any:
        answer = send(self.api_client, operation, bound(operation, args, kwargs))
        if variant == WITHOUT_PRELOAD:
            return answer
        whole = self.api_client.response_deserialize(answer, operation.types)
        return whole if variant == WITH_INFO else whole.data

    method.__name__ = name
    method.__qualname__ = f"{operation.api}.{name}"
    method.__doc__ = f"""Call {operation.method} {operation.path}.

    Returns:
        {_RETURNED[variant][:1].upper()}{_RETURNED[variant][1:]}; the model is that of
        {", ".join(f"{status} `{kind}`" for status, kind in operation.types.items())}.

    Raises:
        ValidationError: An argument cannot be used; nothing was sent.
        ApiException: The service refused it, or could not be reached.
    """
    method.__signature__ = operation.method_signature  # type: ignore[attr-defined]
    return method


def bound(operation: Operation, args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
    """Return the arguments by name, checked; the body under ``body``."""
    first, *others = operation.body_names or [""]
    named = {(first if name in others else name): value for name, value in kwargs.items()}
    try:
        bound = operation.signature.bind(*args, **named)
    except TypeError as error:
        raise ValidationError(operation.name, "arguments", str(error)) from None
    bound.apply_defaults()
    given = bound.arguments
    check_ids(operation.name, {name: given[name] for name in operation.path_names})
    for name in ("page", "offset"):
        if name in operation.query and type(given[name]) not in (int, type(None)):
            raise ValidationError(operation.name, name, "must be a whole number")
    if given["_host_index"] != 0:
        raise ValidationError(operation.name, "_host_index", "must be 0")
    if operation.body is not None:
        given["body"] = _model(operation, first, given[first])
    return given


def check_ids(title: str, ids: Mapping[str, Any]) -> None:
    """Raise a `ValidationError` for an id that cannot stand in a path."""
    for name, value in ids.items():
        if not isinstance(value, str) or not value.strip("."):
            raise ValidationError(title, name, "must be an id, as text")


def _model(operation: Operation, name: str, value: Any) -> Any:
    kind = getattr(models, operation.body or "")
    if isinstance(value, kind):
        return value
    if not isinstance(value, Mapping):
        raise ValidationError(operation.name, name, f"must be a {operation.body} or a dict")
    return kind(**{str(key): each for key, each in value.items()})


def send(client: ApiClient, operation: Operation, given: Mapping[str, Any]) -> RESTResponse:
    """Send an operation with its arguments; return the answer, whatever its status."""
    headers = {"Accept": "application/json", **(given["_headers"] or {})}
    query = [(name, given[name]) for name in operation.query]
    body = None
    if operation.body is not None:
        body = request_of(operation.body, given["body"].to_dict())
    if operation.body == "GetCampaignsRequest":
        # What stood in the body of a GET never reached the service. A page's size is its offset.
        body = None
        asked = given["body"]
        query += [("page", asked.page), ("offset", asked.limit)]
        query = [(name, value) for name, value in query if value is not None]
    if body is not None:
        headers["Content-Type"] = given["_content_type"] or "application/json"
    serialized = client.param_serialize(
        operation.method,
        operation.path,
        {wire: given[name] for name, wire in operation.path_names.items()},
        query,
        headers,
        body,
        files={"media": given["media"]} if operation.has_file else None,
        _request_auth=given["_request_auth"],
    )
    return client.call_api(*serialized, _request_timeout=given["_request_timeout"])

"""What every generated module shares: UNSET, files, and the ways to and from the wire.

Reading is tolerant. What the service left out reads as `UNSET` (a required field too), null reads
as `None`, and a value of another kind than the specification promised is handed on as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping, MutableMapping
from functools import partial
from io import BytesIO
from os.path import basename
from typing import (
    IO,
    TYPE_CHECKING,
    Any,
    BinaryIO,
    ClassVar,
    Concatenate,
    Final,
    Generic,
    Literal,
    ParamSpec,
    Protocol,
    Self,
    TypeVar,
    cast,
)

from attrs import define

if TYPE_CHECKING:
    import datetime
    from uuid import UUID

    import httpx
    from attrs import Attribute

    # Type checkers let UNSET pass where a value of any type is wanted, so what an answer may leave out is read without
    # a test at every step, while a misspelt field, a wrong argument and a None not thought of stay errors.
    _Lenient = Any
else:
    _Lenient = object


class Unset(_Lenient):  # type: ignore[misc]
    """The type of `UNSET`; false in a condition."""

    __slots__ = ()

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"

    def __reduce__(self) -> str:  # by name, so that copying and pickling keep the one object
        return "UNSET"


UNSET: Final = Unset()
"""Stands for an argument that is not given and for a field that is not there. Null is `None`."""

P = ParamSpec("P")
T = TypeVar("T")
FileContent = IO[bytes] | bytes | str
FileTypes = tuple[str | None, FileContent, str | None]
RequestFiles = list[tuple[str, FileTypes]]


@define
class File:
    """Binary content, with a name and a media type where they are known."""

    payload: BinaryIO
    file_name: str | None = None
    mime_type: str | None = None


Upload = File | IO[bytes] | bytes
"""What is accepted where binary content is to be sent."""


@define
class Response(Generic[T]):
    """An answer: its status, its raw content, its headers, and the value read from it."""

    status_code: int
    content: bytes
    headers: MutableMapping[str, str]
    parsed: T | None


@define
class RawResponse(Generic[T]):
    """A successful answer with what HTTP says of it.

    Attributes:
        status_code: The status.
        headers: The headers, names in lower case.
        body: The body as it came.
        parsed: What the operation returns by itself.
    """

    status_code: int
    headers: dict[str, str]
    body: bytes
    parsed: T

    @property
    def request_id(self) -> str | None:
        """The service's id of the request, where it names one."""
        return self.headers.get("x-request-id")


def raw(send: Any) -> Any:
    """Return a sender, blocking or not, whose answers are `RawResponse`."""

    def send_raw(request: Any, parse: Callable[[Any], Any], options: Any) -> Any:
        def whole(response: Any) -> RawResponse[Any]:
            return RawResponse(
                response.status_code, dict(response.headers), response.content, parse(response)
            )

        return send(request, whole, options)

    return send_raw


class RawMethod(Generic[P, T]):
    """A method of a namespace as one that returns a `RawResponse`."""

    def __init__(self, method: Callable[Concatenate[Any, P], T]) -> None:
        self._method: Any = method

    def __get__(self, instance: Any, owner: Any = None) -> Callable[P, RawResponse[T]]:
        return self._method if instance is None else partial(self._method, instance._operations)


class AsyncRawMethod(Generic[P, T]):
    """The awaitable twin of `RawMethod`."""

    def __init__(self, method: Callable[Concatenate[Any, P], Coroutine[Any, Any, T]]) -> None:
        self._method: Any = method

    def __get__(
        self, instance: Any, owner: Any = None
    ) -> Callable[P, Coroutine[Any, Any, RawResponse[T]]]:
        return self._method if instance is None else partial(self._method, instance._operations)


class Model:
    """Base of the models. Fields that the specification does not name are kept in `additional_properties`.

    Two are equal when they are of one class and their fields are equal. Equality and the repr stand here once: attrs
    would compile them for each class.
    """

    __slots__ = ()
    __attrs_attrs__: ClassVar[tuple[Attribute[Any], ...]] = ()
    _REQUIRED: ClassVar[frozenset[str]] = frozenset()
    _CONSTANTS: ClassVar[dict[str, Any]] = {}

    if TYPE_CHECKING:
        additional_properties: dict[str, Any]

        @classmethod
        def from_dict(cls, src_dict: Mapping[str, Any]) -> Self: ...

        def to_dict(self) -> dict[str, Any]: ...

    def __eq__(self, other: object) -> bool:
        if self.__class__ is not other.__class__:
            return NotImplemented
        return all(
            getattr(self, field.name) == getattr(other, field.name)
            for field in self.__attrs_attrs__
        )

    def __repr__(self) -> str:
        shown = (field.name for field in self.__attrs_attrs__ if field.repr)
        return f"{self.__class__.__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"

    @property
    def additional_keys(self) -> list[str]:
        """The names of the fields that the specification does not name."""
        return list(self.additional_properties)

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: object) -> bool:
        return key in self.additional_properties


# From the wire: each function makes a reader, to be called with a JSON value.

M = TypeVar("M", bound=Model)


def model(cls: Callable[[], type[M]]) -> Callable[[Any], M]:
    """Read an object as the class that `cls` returns, which is not loaded before there is one."""
    return lambda value: cls().from_dict(value) if isinstance(value, Mapping) else cast("M", value)


def list_of(read: Callable[[Any], T]) -> Callable[[Any], list[T]]:
    """Read each item of an array."""
    return lambda value: (
        [read(item) for item in value] if isinstance(value, list) else cast("list[T]", value)
    )


def first_of(*readers: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Read with the first reader that makes something else of the value."""

    def read(value: Any) -> Any:
        return next((result for reader in readers if (result := reader(value)) is not value), value)

    return read


def one_of(classes: Callable[[], tuple[type[Model], ...]]) -> Callable[[Any], Any]:
    """Read an object as that of the classes returned by `classes` that it fits best.

    Constants must match; then required fields should all be there; then the fewest fields should be left over.
    """

    def read(value: Any) -> Any:
        if not isinstance(value, Mapping):
            return value
        fitting = [cls for cls in classes() if cls._CONSTANTS.items() <= value.items()]
        complete = [cls for cls in fitting if value.keys() >= cls._REQUIRED]
        results = [cls.from_dict(value) for cls in complete or fitting]
        return min(results, key=lambda result: len(result.additional_properties), default=value)

    return read


def _text(parse: Callable[[str], T], value: Any) -> T:
    try:
        return parse(value) if isinstance(value, str) else cast("T", value)
    except ValueError:
        return cast("T", value)


def timestamp(value: Any) -> datetime.datetime:
    """Read any ISO 8601 date and time; a text that is none stays a text."""
    return _text(_instant, value)


def date(value: Any) -> datetime.date:
    """Read any ISO 8601 date; a text that is none stays a text."""
    return _text(lambda text: _instant(text).date(), value)


def _instant(text: str) -> datetime.datetime:
    import datetime

    try:
        return datetime.datetime.fromisoformat(text)  # reads nearly all of them by itself
    except ValueError:
        from dateutil.parser import isoparse

        return isoparse(text)


def uuid(value: Any) -> UUID:
    """Read a UUID; a text that is none stays a text."""
    from uuid import UUID

    return _text(UUID, value)


def file(response: httpx.Response) -> File:
    """Read the whole body of an answer."""
    return File(BytesIO(response.content), mime_type=response.headers.get("content-type"))


# To the wire.


class _Writes(Protocol):
    def to_dict(self) -> dict[str, Any]: ...


def wire(value: Any) -> Any:
    """Return what JSON can say of a value: models as objects, dates as text."""
    if isinstance(value, Mapping):
        return wire_object(value)
    if isinstance(value, list | tuple):
        return [wire(item) for item in value]
    if hasattr(value, "to_dict"):
        return cast("_Writes", value).to_dict()
    if hasattr(value, "isoformat"):
        return value.isoformat().replace("+00:00", "Z")
    return str(value) if hasattr(value, "urn") else value  # a UUID


def wire_object(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return what JSON can say of some fields, without those that are UNSET."""
    return {name: wire(value) for name, value in fields.items() if value is not UNSET}


def given(fields: Mapping[str, Any]) -> dict[str, Any] | Unset:
    """Return an optional body: UNSET when none of its fields is given."""
    return wire_object(fields) or UNSET


def _plain(value: Any) -> str:
    value = wire(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def path(template: str, /, **values: Any) -> str:
    """Fill a path's placeholders, each value percent-encoded."""
    return template.format(**{name: _segment(name, value) for name, value in values.items()})


def _segment(name: str, value: Any) -> str:
    from urllib.parse import quote

    try:
        segment = (
            ""
            if value is None or isinstance(value, Unset | bytes)
            else quote(_plain(value), safe="")
        )
    except UnicodeEncodeError:  # half of a surrogate pair
        segment = ""
    if segment in ("", ".", ".."):  # it would name another resource
        raise ValueError(f"{name}={value!r}: a part of a path, must be a text such as an id")
    return segment


def _query(params: Mapping[str, Any]) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in wire_object(params).items():
        flat.update(value if isinstance(value, dict) else {name: value})
    return {name: value for name, value in flat.items() if value is not None}


def _part(name: str, value: Any) -> tuple[str, FileTypes]:
    if isinstance(value, File):
        return name, (value.file_name or name, value.payload, value.mime_type)
    if isinstance(value, bytes):
        return name, (name, value, "application/octet-stream")
    if hasattr(value, "read"):
        return name, (basename(str(getattr(value, "name", name))), value, None)
    if isinstance(value, dict):
        from json import dumps

        return name, (None, dumps(value).encode(), "application/json")
    return name, (None, _plain(value).encode(), "text/plain")


def multipart(body: Any) -> RequestFiles:
    """Return a form's parts: one for each value, and for each item of a list."""
    fields = ((name, value) for name, value in wire(body).items() if value is not None)
    return [
        _part(name, item)
        for name, value in fields
        for item in (value if isinstance(value, list) else [value])
    ]


def _content(body: Any) -> bytes:
    # Read whole: the one request serves blocking and async clients, and may be sent again.
    body = body.payload if isinstance(body, File) else body
    return cast("bytes", body.read() if hasattr(body, "read") else body)


def request(
    method: str,
    url: str,
    *,
    params: Mapping[str, Any] | None = None,
    headers: Mapping[str, Any] | None = None,
    cookies: Mapping[str, Any] | None = None,
    kind: Literal["json", "data", "files", "content"] = "json",
    body: Any = UNSET,
    content_type: str | None = None,
) -> dict[str, Any]:
    """Return the keyword arguments for `httpx.Client.request`."""
    kwargs: dict[str, Any] = {"method": method, "url": url}
    if params is not None:
        kwargs["params"] = _query(params)
    if cookies is not None:
        kwargs["cookies"] = {name: _plain(value) for name, value in wire_object(cookies).items()}
    sent = {
        name: _plain(value)
        for name, value in wire_object(headers or {}).items()
        if value is not None
    }
    if body is not UNSET:
        kwargs[kind] = {"json": wire, "data": wire, "files": multipart, "content": _content}[kind](
            body
        )
        if content_type:
            sent["Content-Type"] = getattr(body, "mime_type", None) or content_type
    if sent:
        kwargs["headers"] = sent
    return kwargs


__all__ = [
    "UNSET",
    "File",
    "FileTypes",
    "RawResponse",
    "RequestFiles",
    "Response",
    "Unset",
    "Upload",
]

"""What the old models do: made of their tables, without pydantic.

They are strict with what a program gives, and take whatever the service sends: what it leaves out
is None, and what has another type than it had then is kept as it is.

Two things differ from then. A default that nobody set is read but not sent, so that an update
changes what it names and nothing else. And a dict within a dict becomes a model.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from pprint import pformat
from typing import TYPE_CHECKING, Any, ClassVar, Self

from smallestai.atoms.exceptions import ValidationError
from smallestai.atoms.legacy.fields import Field, UnfitError, is_given

if TYPE_CHECKING:
    from collections.abc import Callable

MODELS: dict[str, type[Model] | type[OneOf]] = {}
"""The models by their names; `smallestai.atoms.models` makes them."""


class Base:
    """What models and those that hold one of some have in common."""

    def to_dict(self) -> Any:
        """Return what was set, by JSON names, and no None; times stay times."""
        raise NotImplementedError

    @classmethod
    def from_dict(cls, obj: Any) -> Any:
        """Return a model of a dict with JSON or Python names; None of None."""
        raise NotImplementedError

    def to_json(self) -> str:
        """Return `to_dict` as JSON, times in ISO 8601."""
        return json.dumps(self.to_dict(), default=_plain)

    @classmethod
    def from_json(cls, json_str: str) -> Any:
        """Return a model of JSON text."""
        return cls.from_dict(json.loads(json_str))


class Model(Base):
    """A model; its fields are keywords and attributes.

    Raises:
        ValidationError: A field has a value that is not possible, or a required one is missing.
            What is no field is ignored, as it was then.
    """

    _fields: ClassVar[dict[str, Field]] = {}

    def __init__(self, **data: Any) -> None:
        self._fill(data, _strict)

    @classmethod
    def from_dict(cls, obj: Mapping[str, Any] | None) -> Self | None:
        """Return a model of a dict with JSON or Python names; None of None.

        A field that is None counts as left out.
        """
        if obj is None:
            return None
        if not isinstance(obj, Mapping):
            raise ValidationError(cls.__name__, "obj", "must be a dict")
        return cls(**{str(name): value for name, value in obj.items() if value is not None})

    model_validate = from_dict

    @classmethod
    def from_wire(cls, obj: Mapping[str, Any]) -> Self:
        """Return a model of what the service sent, which is never refused."""
        model = cls.__new__(cls)
        model._fill({name: value for name, value in obj.items() if value is not None}, _lenient)
        model.__dict__["_answered"] = obj
        return model

    @property
    def model_fields_set(self) -> set[str]:
        """The names of the fields that were set."""
        return set(self.__dict__["_set"])

    def to_dict(self) -> dict[str, Any]:
        """Return what was set, by JSON names, and no None; times stay times."""
        return self.model_dump(by_alias=True, exclude_unset=True, exclude_none=True)

    def model_dump(
        self,
        *,
        by_alias: bool = False,
        exclude_unset: bool = False,
        exclude_none: bool = False,
    ) -> dict[str, Any]:
        """Return the fields by their names in Python, defaults and None among them."""

        def dumped(value: Any) -> Any:
            if isinstance(value, list):
                return [dumped(each) for each in value]
            if isinstance(value, OneOf):
                value = value.actual_instance
            if isinstance(value, Model):
                return value.model_dump(
                    by_alias=by_alias, exclude_unset=exclude_unset, exclude_none=exclude_none
                )
            return value

        return {
            each.wire if by_alias else name: dumped(getattr(self, name))
            for name, each in self._fields.items()
            if not (exclude_unset and name not in self.__dict__["_set"])
            and not (exclude_none and getattr(self, name) is None)
        }

    def to_str(self) -> str:
        """Return the fields by JSON names, to be read by people."""
        return pformat(self.model_dump(by_alias=True))

    def __getitem__(self, name: str) -> Any:
        return self._json[name]

    def __contains__(self, name: str) -> bool:
        return name in self._json

    def get(self, name: str, default: Any = None) -> Any:
        """Return what there is under a JSON name, or the default."""
        return self._json.get(name, default)

    @property
    def _json(self) -> Mapping[str, Any]:
        """What the service sent: later releases have dicts in places where there were models."""
        found: Mapping[str, Any] = self.__dict__["_answered"] or self.to_dict()
        return found

    def __setattr__(self, name: str, value: Any) -> None:
        field = self._fields.get(name)
        if field is None:
            raise ValidationError(type(self).__name__, name, "there is no such field")
        self.__dict__[name] = self._checked(field, value, _strict)
        self.__dict__["_set"].add(name)
        self.__dict__["_answered"] = {}

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other) or not isinstance(other, Model):
            return NotImplemented
        return self.model_dump() == other.model_dump()

    __hash__ = None  # type: ignore[assignment]  # models can be changed

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._fields)
        return f"{type(self).__name__}({shown})"

    def _fill(self, data: Mapping[str, Any], nested: Callable[[str, Any], Any]) -> None:
        self.__dict__["_set"] = set()
        self.__dict__["_answered"] = {}
        for name, field in self._fields.items():
            value = field.taken_from(data)
            if is_given(value):
                self.__dict__[name] = self._checked(field, value, nested)
                self.__dict__["_set"].add(name)
            elif field.required and nested is _strict:
                raise ValidationError(type(self).__name__, name, "is required")
            else:
                self.__dict__[name] = field.default

    def _checked(self, field: Field, value: Any, nested: Callable[[str, Any], Any]) -> Any:
        try:
            return field.checked(value, nested)
        except UnfitError as error:
            if nested is _lenient:
                return value
            raise ValidationError(type(self).__name__, field.name, str(error)) from None


class OneOf(Base):
    """A model of one of some kinds.

    Args:
        actual_instance: The model, or a dict of its fields.
        **data: Its fields, instead.

    Raises:
        ValidationError: It is of none of the kinds.
    """

    _kinds: ClassVar[tuple[str, ...]] = ()

    def __init__(self, actual_instance: Any = None, **data: Any) -> None:
        self.actual_instance = self._placed(data if actual_instance is None else actual_instance)

    @classmethod
    def from_dict(cls, obj: Mapping[str, Any] | None) -> Self | None:
        """Return it with the first kind that the dict fits."""
        return None if obj is None else cls(obj)

    def to_dict(self) -> dict[str, Any]:
        """Return what was set of the model within; see `Model.to_dict`."""
        return self.actual_instance.to_dict()

    def to_str(self) -> str:
        """Return the model within, to be read by people."""
        return pformat({"actual_instance": self.actual_instance.to_dict()})

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, OneOf):
            return NotImplemented
        return self.actual_instance == other.actual_instance

    __hash__ = None  # type: ignore[assignment]  # models can be changed

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.actual_instance!r})"

    def _placed(self, value: Any) -> Model:
        kinds = [MODELS[name] for name in self._kinds]
        if isinstance(value, Model) and type(value) in kinds:
            return value
        if not isinstance(value, Mapping):
            raise ValidationError(type(self).__name__, "actual_instance", f"must be of {kinds}")
        problem: ValidationError | None = None
        for kind in kinds:
            try:
                return kind(**{str(name): each for name, each in value.items()})  # type: ignore[return-value]
            except ValidationError as error:
                problem = error
        raise ValidationError(type(self).__name__, "actual_instance", str(problem)) from problem


def _strict(name: str, value: Any) -> Any:
    kind = MODELS[name]
    if isinstance(value, kind):
        return value
    if issubclass(kind, OneOf):
        return kind(value)
    if isinstance(value, Mapping):
        return kind(**{str(key): each for key, each in value.items()})
    raise UnfitError(f"must be a {name} or a dict")


def _lenient(name: str, value: Any) -> Any:
    kind = MODELS[name]
    if isinstance(value, Mapping):
        return kind.from_wire(value) if issubclass(kind, Model) else _one_of(kind, value)
    raise UnfitError(f"is no {name}")


def _one_of(kind: type[OneOf], value: Mapping[str, Any]) -> OneOf:
    try:
        return kind(value)
    except ValidationError as error:
        raise UnfitError(str(error)) from None


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)

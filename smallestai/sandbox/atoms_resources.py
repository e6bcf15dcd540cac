"""Things that Atoms keeps: one description for each kind, and the routes that come of it.

A `Resource` says what a kind of thing is called, which fields a request may set, and how it is
shown. Its `create`, `get`, `update`, `delete` and `list` are the handlers of the usual routes; what
a kind does besides is written by hand beside its description.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any, Literal

from attrs import frozen
from starlette.responses import JSONResponse

from .atoms_account import ORGANIZATION, USER
from .atoms_pages import bare
from .atoms_plan import require_feature, require_room
from .operations import RefusedError
from .replies import atoms_error, atoms_ok, timestamp

if TYPE_CHECKING:
    from starlette.responses import Response

    from .atoms_pages import Listing
    from .operations import Handler, Inputs
    from .state import State
    from .store import Document

Show = Callable[["State", "Document"], dict[str, Any]]
Check = Callable[["State", Mapping[str, Any]], None]


def stamped(document: Document) -> dict[str, Any]:
    """Return a record as Atoms shows any: its id, its fields, and its two times."""
    return {
        "_id": document.id,
        **document.body,
        "createdAt": timestamp(document.created),
        "updatedAt": timestamp(document.updated),
    }


def _as_kept(_: State, document: Document) -> dict[str, Any]:
    return stamped(document)


@frozen(kw_only=True)
class Resource:
    """A kind of thing.

    Attributes:
        noun: What it is called in refusals.
        collection: Where the store keeps it.
        fields: The fields that a request may set, each with what it is when left out; a field
            whose default is `...` is absent then.
        show: Turns a record into what replies show.
        reply: Makes the envelope of a success.
        feature: The feature of the plan that it belongs to.
        limit: The limit of the plan that counts it.
    """

    noun: str
    collection: str
    fields: Mapping[str, Any]
    show: Show = _as_kept
    reply: Callable[..., Response] = atoms_ok
    feature: str | None = None
    limit: str | None = None

    def require(self, state: State, document_id: str, status: int = 404) -> Document:
        """Return the thing with an id; refuse the request when there is none."""
        document = state.store.get(self.collection, document_id)
        if document is None:
            raise RefusedError(atoms_error(status, f"{self.noun} not found"))
        return document

    def insert(self, state: State, given: Mapping[str, Any], **more: Any) -> Document:
        """Keep a new thing, unless the plan has no room for it.

        Args:
            state: The server's state.
            given: What the request says of it.
            **more: What the server says of it.
        """
        self.require_plan(state)
        defaults = {name: value for name, value in self.fields.items() if value is not ...}
        owned = {"organization": ORGANIZATION, "createdBy": USER}
        return state.store.insert(
            self.collection, {**defaults, **self.settable(given), **owned, **more}
        )

    def settable(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Return those fields of a request that the thing has."""
        return {name: given[name] for name in self.fields if name in given}

    def all(self, state: State, where: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """Return all things of the kind as they are shown, oldest first."""
        return [self.show(state, each) for each in state.store.list(self.collection, where=where)]

    def create(
        self,
        *,
        status: int = 201,
        answer: Literal["id", "thing"] = "thing",
        check: Check | None = None,
    ) -> Handler:
        """Return the handler that makes one; `check` may refuse what the request says."""

        def handle(state: State, inputs: Inputs) -> Response:
            self.require_plan(state)
            if check is not None:
                check(state, inputs.body)
            made = self.insert(state, inputs.body)
            return self.reply(made.id if answer == "id" else self.show(state, made), status)

        return handle

    def get(self, *, missing: int = 404) -> Handler:
        """Return the handler that shows one."""

        def handle(state: State, inputs: Inputs) -> Response:
            found = self.require(state, inputs.path["id"], missing)
            return self.reply(self.show(state, found))

        return handle

    def update(
        self,
        answer: Callable[[dict[str, Any]], Response] | None = None,
        *,
        fixed: Collection[str] = (),
    ) -> Handler:
        """Return the handler that changes one, but for those fields of it that are fixed.

        It answers with the thing, or as `answer` says.
        """

        def handle(state: State, inputs: Inputs) -> Response:
            found = self.require(state, inputs.path["id"])
            given = {name: value for name, value in inputs.body.items() if name not in fixed}
            changed = state.store.update(self.collection, found.id, self.settable(given))
            shown = self.show(state, changed or found)
            return self.reply(shown) if answer is None else answer(shown)

        return handle

    def delete(
        self,
        answer: Callable[[], Response],
        *,
        key: str = "id",
        missing: int = 404,
        check: Callable[[State, Document], None] | None = None,
    ) -> Handler:
        """Return the handler that removes one; `check` may refuse, or remove what hangs on it."""

        def handle(state: State, inputs: Inputs) -> Response:
            found = self.require(state, inputs.path[key], missing)
            if check is not None:
                check(state, found)
            state.store.delete(self.collection, found.id)
            return answer()

        return handle

    def list(
        self, listing: Listing = bare, *, where: Callable[[Inputs], Mapping[str, Any]] | None = None
    ) -> Handler:
        """Return the handler that lists them; `where` picks those of one parent."""

        def handle(state: State, inputs: Inputs) -> Response:
            entries = self.all(state, where(inputs) if where else None)
            return self.reply(listing(entries, inputs.query))

        return handle

    def require_plan(self, state: State) -> None:
        """Refuse another one when the plan leaves the kind out, or has no room for it."""
        if self.feature is not None:
            require_feature(state, self.feature)
        if self.limit is not None:
            require_room(state, self.limit, state.store.count(self.collection))


def done(status: int = 200) -> Response:
    """Answer `{"status": true}`, where there is nothing else to say."""
    return JSONResponse({"status": True}, status)

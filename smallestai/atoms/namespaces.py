"""Atoms over the generated client: one namespace per tag, one method per operation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smallestai_atoms.api import Api, AsyncApi

if TYPE_CHECKING:
    from smallestai._http import AsyncTransport, Transport


class Atoms(Api):
    """Voice agents, their calls, and what belongs to them.

    client.atoms.agents.create_agent(name="Receptionist")

    Every method takes keyword arguments, returns the typed answer, raises `smallestai.APIError` for
    anything else, and has ``request_options`` as its last argument.
    """

    def __init__(self, transport: Transport) -> None:
        super().__init__(transport.send)


class AsyncAtoms(AsyncApi):
    """The same as `Atoms`, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        super().__init__(transport.send)

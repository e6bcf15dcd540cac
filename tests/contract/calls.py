"""Calls of operations by their ids, from both worlds."""

from __future__ import annotations

import asyncio
import inspect
from typing import TYPE_CHECKING, Any

from test_generated import METHODS, SPECS, Operation, places
from test_generated_calls import arguments, body_of, sample

if TYPE_CHECKING:
    from smallestai import AsyncSmallestAI, SmallestAI

    from .conftest import Judged

WORLDS = ("blocking", "async")


def operations(service: str) -> list[Operation]:
    """Return the operations of a service that have a method."""
    return [one for one in METHODS if one.package == f"smallestai_{service}"]


def needed(one: Operation) -> dict[str, Any]:
    """Return a value for each argument that an operation insists on."""
    spec = SPECS[one.package]
    wanted = [place for place in places(one) if place.get("required")]
    values = {place["name"]: sample(spec, place["schema"], whole=False) for place in wanted}
    for _, _, body in [*body_of(one, whole=False)][:1]:
        if "body" in inspect.signature(one.function()).parameters:
            return {**arguments(one.function(), values), "body": body}
        values |= body
    return arguments(one.function(), values)


def call(one: Operation, given: dict[str, Any], judged: Judged, world: str) -> Any:
    """Call an operation of a client in a world; return the answer."""
    if world == "blocking":
        with judged.client() as client:
            return _method(client, one)(**given)

    async def run() -> Any:
        async with judged.async_client() as client:
            return await _method(client, one)(**given)

    return asyncio.run(run())


def _method(client: SmallestAI | AsyncSmallestAI, one: Operation) -> Any:
    service = client.atoms if one.package == "smallestai_atoms" else client.waves.api
    return getattr(getattr(service, one.tag), one.method_name)

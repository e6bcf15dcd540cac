"""Whether the service is up. Blocking and async."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from smallestai.errors import ServerError
from smallestai.waves._answers import of_answer

if TYPE_CHECKING:
    from smallestai_waves.api import RequestOptions

    from smallestai._http import AsyncTransport, Transport

_DEGRADED = 503


@dataclass(frozen=True, slots=True)
class Health:
    """The state of the service.

    Attributes:
        ok: Whether everything is up.
        status: ``ok``, or the service's word for what is wrong.
        parts: The state of each part it depends on, such as ``{"redis": "connected"}``.
    """

    ok: bool
    status: str
    parts: dict[str, str] = field(default_factory=dict)


def health(transport: Transport, *, request_options: RequestOptions | None = None) -> Health:
    """Ask whether the service and what it depends on are up. It is asked once, without retries.

    Args:
        transport: Where to ask.
        request_options: Timeout, headers and retries of this call.

    Returns:
        The state; a service that says it is not well is no error here.

    Raises:
        APIError: It could not say.
        APIConnectionError: It could not be reached.

    Source: operation `getWavesHealth`.
    """
    from smallestai_waves.api.ops import Ops

    try:
        report = Ops(transport.send).get_waves_health(request_options=_once(request_options))
    except ServerError as error:
        return _degraded(error)
    return _reported(report)


async def async_health(
    transport: AsyncTransport, *, request_options: RequestOptions | None = None
) -> Health:
    """Ask whether the service is up; see `health`."""
    from smallestai_waves.api.ops import AsyncOps

    options = _once(request_options)
    try:
        report = await AsyncOps(transport.send).get_waves_health(request_options=options)
    except ServerError as error:
        return _degraded(error)
    return _reported(report)


def _once(given: RequestOptions | None) -> Any:
    return {"max_retries": 0, **(given or {})}


def _degraded(error: ServerError) -> Health:
    """Return what a report says that came with a refusal; any other refusal is raised."""
    if error.status != _DEGRADED or not isinstance(error.body, Mapping):
        raise error
    if "status" not in error.body:
        raise error
    return _read(error.body, ok=False)


@of_answer
def _reported(report: Any) -> Health:
    return _read(report.to_dict(), ok=True)


def _read(report: Mapping[str, Any], *, ok: bool) -> Health:
    status = str(report.get("status") or "")
    parts = {
        name: str(state.get("status") or "")
        for name, state in report.items()
        if isinstance(state, Mapping)
    }
    return Health(ok and status == "ok", status, parts)

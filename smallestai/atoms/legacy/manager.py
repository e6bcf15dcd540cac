"""What the managers of 4.3 have in common: `Call`, `Audience`, `Campaign`, `KB`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from smallestai.atoms.configuration import Configuration
from smallestai.atoms.exceptions import ValidationError
from smallestai.atoms.legacy.calls import check_ids
from smallestai.atoms.legacy.operations import ERRORS
from smallestai.atoms.legacy.owner import Connections, Owner
from smallestai.atoms.legacy.refusals import answer_to

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

    from smallestai.atoms.api_client import ApiClient

_ANSWER = {"200": "object", **ERRORS}


class Manager(Owner):
    """Sends requests that are answered with dicts.

    Args:
        base_url: The address of the service, with its path; that of ``SMALLEST_BASE_URL``, or
            today's, when it is left out.
        api_key: The key; the variable ``SMALLEST_API_KEY`` when it is left out.
    """

    def __init__(self, base_url: str | None = None, api_key: str | None = None) -> None:
        settings = Configuration(base_url, access_token=api_key)
        self.api_client = Connections(type(self).__name__, settings)

    @classmethod
    def of(cls, api_client: ApiClient) -> Self:
        """Return one that sends its requests with a client that is there already."""
        made = cls.__new__(cls)
        made.api_client = api_client
        return made

    @property
    def base_url(self) -> str:
        """The address of the service."""
        return self.api_client.configuration.host

    @base_url.setter
    def base_url(self, value: str) -> None:
        self.api_client.configuration.host = value

    @property
    def api_key(self) -> str:
        """The key; empty where there is none."""
        return self.api_client.configuration.access_token or ""

    @api_key.setter
    def api_key(self, value: str) -> None:
        self.api_client.configuration.access_token = value or None

    def _send(
        self,
        method: str,
        path: str,
        ids: Mapping[str, str] | None = None,
        *,
        query: Mapping[str, Any] | None = None,
        body: Any = None,
        form: Mapping[str, str | None] | None = None,
        files: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        """Send a request, and return the JSON of the answer; an empty dict where it is empty."""
        check_ids(type(self).__name__, ids or {})
        client = self.api_client
        serialized = client.param_serialize(
            method,
            path,
            ids,
            list((query or {}).items()),
            {"Accept": "application/json"},
            body,
            [(name, (None, value)) for name, value in (form or {}).items() if value is not None],
            files,
        )
        answer = answer_to(client, partial(client.call_api, *serialized), _ANSWER)
        found: dict[str, Any] = {} if answer.data is None else answer.data
        return found


def listed(name: str, value: Iterable[Any], kind: Any = str) -> list[Any]:
    """Return things of a kind as a list.

    Raises:
        ValidationError: It is one text, or there is something else in it.
    """
    if isinstance(value, Iterable) and not isinstance(value, str):
        found = list(value)
        if all(isinstance(each, kind) for each in found):
            return found
    raise ValidationError("arguments", name, "must be a list of texts")

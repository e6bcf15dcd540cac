"""What has connections of its own, until it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smallestai.atoms.api_client import ApiClient

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from smallestai.atoms.configuration import Configuration


class Connections(ApiClient):
    """An `ApiClient` that something else stands for, which is what its user has made.

    Args:
        kind: The name of that.
        configuration: The settings; `Configuration.get_default` when it is left out.
    """

    def __init__(self, kind: str, configuration: Configuration | None = None) -> None:
        self._kind = kind
        super().__init__(configuration)


class Owner:
    """Has an ``api_client``, and closes its connections."""

    api_client: ApiClient

    def close(self) -> None:
        """Close the connections; a later call opens new ones."""
        self.api_client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

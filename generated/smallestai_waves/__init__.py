"""A client library for accessing Smallest AI Waves, generated from its OpenAPI file."""

TYPE_CHECKING = False  # type checkers take it for true, and importing typing takes milliseconds

if TYPE_CHECKING:
    from .client import AuthenticatedClient, Client
else:
    from importlib import import_module

    _HOMES = {"AuthenticatedClient": ".client", "Client": ".client"}

    def __getattr__(name):
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(_HOMES[name], __name__), name)
        return value

    def __dir__():
        return sorted({*globals(), *_HOMES})


__all__ = ("AuthenticatedClient", "Client")

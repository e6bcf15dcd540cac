"""The models of the old clients of agents, under their names of 3.x and of 4.x.

Each is also found in a module of its own, such as ``smallestai.atoms.models.create_agent_request``.
They are made here of `smallestai.atoms.legacy.tables` when one of them is first used.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

from smallestai._renamed import RENAMED
from smallestai.atoms.legacy.fields import fields_of, snake
from smallestai.atoms.legacy.model import MODELS, Model, OneOf
from smallestai.atoms.legacy.tables import FIELDS, ONE_OF, STALE

if TYPE_CHECKING:

    def __getattr__(name: str) -> Any: ...


def _make() -> list[str]:
    """Make all the models, and a module for each; return those that this package offers."""
    for name, text in {**FIELDS, **STALE}.items():
        fields = fields_of(name, text)
        known = {"__module__": __name__, "__doc__": f"The old model ``{name}``.", "_fields": fields}
        MODELS[name] = type(name, (Model,), known)
    for name, kinds in ONE_OF.items():
        known = {"__module__": __name__, "__doc__": f"The old model ``{name}``.", "_kinds": kinds}
        MODELS[name] = type(name, (OneOf,), known)
    places = {name: MODELS[name] for name in MODELS}
    places |= {new: MODELS[old] for new, old in RENAMED.items()}
    for name, kind in places.items():
        module = ModuleType(f"{__name__}.{snake(name)}", kind.__doc__)
        setattr(module, name, kind)
        sys.modules[module.__name__] = module
        globals()[snake(name)] = module
        globals()[name] = kind
    return sorted(places.keys() - STALE.keys())


__all__ = _make()

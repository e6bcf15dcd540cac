"""What the package exports is what it says it exports, for programs and for type checkers."""

import ast
import importlib
import inspect
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

import smallest
import smallestai
from smallestai import _old_agents, errors

PACKAGES = [smallestai, *map(importlib.import_module, ("smallestai.atoms", "smallestai.waves"))]


def checked_names(module):
    """Return the names a type checker sees imported."""
    names = set()
    for node in ast.parse(Path(module.__file__).read_text("utf-8")).body:
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            for each in node.body:
                shown = {alias.asname or alias.name for alias in each.names}
                names |= set(_old_agents.__all__) if shown == {"*"} else shown
    return names


@pytest.mark.parametrize("module", PACKAGES, ids=lambda module: module.__name__)
def test_all_is_the_truth(module):
    """Every name of ``__all__`` can be had and is listed; type checkers see the same names."""
    assert checked_names(module) == set(module.__all__) - {"__version__"}
    assert set(module.__all__) <= set(dir(module))
    assert len(set(module.__all__)) == len(module.__all__)


def test_the_shared_names_are_imported():
    """What both packages list by a star, type checkers see in one place."""
    assert checked_names(_old_agents) == set(_old_agents.__all__)


@pytest.mark.parametrize("name", smallestai.__all__)
def test_names_load(name):
    """Each name loads its module and stays."""
    value = getattr(smallestai, name)
    assert getattr(smallest, name) is value
    assert smallestai.__dict__[name] is value


def test_every_error_is_exported():
    """All errors are names of the package."""
    kinds = {name for name, _ in inspect.getmembers(errors, inspect.isclass)}
    assert kinds <= set(smallestai.__all__)


def test_unknown_names():
    """A name that does not exist is an AttributeError that says where it was sought."""
    with pytest.raises(AttributeError, match="module 'smallestai' has no attribute 'Smalest'"):
        _ = smallestai.Smalest
    assert not hasattr(smallest, "errors")


def test_submodules_load():
    """``smallestai.errors`` works after ``import smallestai`` alone."""
    program = "import smallestai; print(smallestai.errors.APIError.__name__)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout == b"APIError\n"


def test_star_import_of_the_old_name():
    """``smallest`` is the same names under the old import name, and the old clients."""
    assert set(smallest.__all__) == {*smallestai.__all__, "AsyncSmallest", "Smallest"}
    assert set(smallestai.__all__) <= set(dir(smallest))


def test_public_errors_pickle_by_their_public_name():
    """A pickled error names the public module, whatever file holds its class."""
    assert b"smallestai.errors" in pickle.dumps(errors.APIConnectionError("x"))

"""Every public class and its asynchronous twin have the same names and take the same arguments."""

import importlib
import inspect
import pkgutil

import pytest

import smallestai

# Programs and servers, not libraries: they have no twins, and importing them needs extras.
SKIPPED = {"sandbox", "cli", "playground", "testing", "__main__"}
# What the other world calls the same thing, by the rules of the language.
WORDS = {
    "__aenter__": "__enter__",
    "__aexit__": "__exit__",
    "__aiter__": "__iter__",
    "__anext__": "__next__",
}
# A waiting task is cancelled; a waiting thread has to be woken.
ALONE = {"ByteStream": {"abort"}}


def modules(package=smallestai):
    """Yield the modules whose names are public, and the adapter all others stand on."""
    yield importlib.import_module("smallestai._bodies")
    yield importlib.import_module("smallestai._http")
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        parts = found.name.split(".")[1:]
        if parts[0] not in SKIPPED and not any(part.startswith("_") for part in parts):
            yield importlib.import_module(found.name)


def pairs():
    """Yield each class with its twin, once."""
    seen = set()
    for module in modules():
        for name, twin in vars(module).items():
            if not name.startswith("Async") or not inspect.isclass(twin) or twin in seen:
                continue
            blocking = getattr(module, name.removeprefix("Async"), None)
            if twin.__module__ == module.__name__ and inspect.isclass(blocking):
                seen.add(twin)
                yield blocking, twin


PAIRS = list(pairs())


def members(kind):
    """Return the public members and their parameters, in the words of the blocking world."""
    found = {}
    for name, member in inspect.getmembers(kind):
        word = WORDS.get(name, name)
        if not word.startswith("_") or word in WORDS.values():
            called = inspect.isfunction(member) or inspect.ismethod(member)
            found[word] = list(inspect.signature(member).parameters) if called else None
    return found


def test_pairs_are_found():
    """The search finds the pairs there must be."""
    names = {blocking.__name__ for blocking, _ in PAIRS}
    assert {"SmallestAI", "Transport", "ByteStream", "Atoms", "Waves", "SpeechStream"} <= names


@pytest.mark.parametrize(("blocking", "twin"), PAIRS, ids=lambda kind: kind.__name__)
def test_twins_have_the_same_members(blocking, twin):
    """Same public names, same parameters in the same order."""
    expected = members(blocking)
    for name in ALONE.get(blocking.__name__, ()):
        del expected[name]
    assert members(twin) == expected
    assert list(inspect.signature(twin).parameters) == list(inspect.signature(blocking).parameters)


@pytest.mark.parametrize("name", [name for name in smallestai.__all__ if name.startswith("Async")])
def test_exported_twins(name):
    """Whatever is exported with ``Async`` is exported without it."""
    assert name.removeprefix("Async") in smallestai.__all__

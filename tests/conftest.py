"""What all tests share: an environment without settings of the machine, and a small heap."""

import gc

import pytest
from hypothesis import HealthCheck, settings

# How long an example takes is the machine's business.
settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


def pytest_collection_finish() -> None:
    """Spare the collector what stays until the end: some tests call it, again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SMALLEST_API_KEY", "SMALLEST_BASE_URL"):
        monkeypatch.delenv(name, raising=False)

"""What all tests share: an environment without settings of the machine they run on."""

import pytest


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SMALLEST_API_KEY", "SMALLEST_BASE_URL"):
        monkeypatch.delenv(name, raising=False)

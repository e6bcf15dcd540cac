"""Both shells of speech to speech, against servers that play recorded sessions."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest
from conversations.hydra import Session, sessions
from servers import stays, websocket_server

from smallestai.protocol import hydra_losses

from .hydra_script import KEY, Script, play, play_async

if TYPE_CHECKING:
    from collections.abc import Iterator

both = pytest.mark.parametrize("player", [play, play_async], ids=["blocking", "async"])


@pytest.fixture(autouse=True)
def _no_thread_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing of a session outlives it; lost connections are replaced soon."""
    for loss in ("full", "broken"):
        monkeypatch.setitem(hydra_losses.PAUSES, loss, (0.01, 0.01))
    before = set(threading.enumerate())
    yield
    assert [thread for thread in set(threading.enumerate()) - before if stays(thread)] == []


@both
@pytest.mark.parametrize("session", sessions(), ids=lambda each: each.name)
def test_session(player: Any, session: Session) -> None:
    """Every recorded session gives the same frames, events and error as in the core."""
    script = Script(session)
    with websocket_server(script) as url:
        error = player(url, session)
    if session.error is None:
        assert error is None, repr(error)
    else:
        assert type(error).__name__ == session.error["error"]
        assert session.error["says"] in str(error)
    assert script.faults == []
    model = session.options.get("model", "hydra-v1.1")
    assert set(script.queries) == {f"/waves/v1/s2s?model={model}&api_key={KEY}"}
    assert "1234" not in repr(error)

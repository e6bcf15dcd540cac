"""The benchmark's other processes: the server, and one worker per client."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Self, cast

if TYPE_CHECKING:
    from types import TracebackType

HERE = Path(__file__).resolve().parent
Sample = dict[str, float]
"""What a worker says of one utterance; see `Sample` in `workers/loop.py`."""

PATIENCE = 60.0
"""Seconds that an answer may take."""


class ContenderError(Exception):
    """A client could not do what it was told; the message is its own error."""


UNWANTED = {"PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTHONASYNCIODEBUG", "PYTHONDEVMODE"}

# Whether glibc gives freed memory back, to be mapped in again page by page, hangs on what a process
# happened to free before: up to 5 us per chunk, for anybody. Here nobody gives memory back.
ALLOCATOR = dict.fromkeys(("MALLOC_MMAP_THRESHOLD_", "MALLOC_TRIM_THRESHOLD_"), str(32 << 20))


def environment() -> dict[str, str]:
    """Return a child's variables: bytecode is written, no proxy is in the way."""
    kept = {name: value for name, value in os.environ.items() if name not in UNWANTED}
    return {**kept, **ALLOCATOR, "NO_PROXY": "127.0.0.1"}


class Process:
    """A child that answers a JSON line for each it is sent, and ends with its standard input."""

    def __init__(self, script: Path, interpreter: str | Path = sys.executable) -> None:
        self._complaints = tempfile.TemporaryFile("w+")  # noqa: SIM115 - closed with the process
        self._process = subprocess.Popen(
            [str(interpreter), str(script)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
            env=environment(),
            text=True,
        )
        self._input = cast("IO[str]", self._process.stdin)
        self._output = cast("IO[str]", self._process.stdout)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._complaints, self._process as process:
            with suppress(BrokenPipeError):
                self._input.close()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()

    def tell(self, message: dict[str, Any]) -> None:
        """Send a line."""
        try:
            self._input.write(json.dumps(message) + "\n")
            self._input.flush()
        except BrokenPipeError:
            raise self._ended() from None

    def hear(self) -> dict[str, Any]:
        """Wait for a line; a process that keeps us waiting too long is ended."""
        alarm = threading.Timer(PATIENCE, self._process.kill)
        alarm.start()
        try:
            line = self._output.readline()
        finally:
            alarm.cancel()
        if not line:
            raise self._ended()
        answer: dict[str, Any] = json.loads(line)
        return answer

    def ask(self, **order: Any) -> dict[str, Any]:
        """Send an order and return the answer.

        Raises:
            ContenderError: It could not be carried out.
        """
        self.tell(order)
        answer = self.hear()
        if "error" in answer:
            raise ContenderError(answer["error"])
        return answer

    def _ended(self) -> ContenderError:
        self._complaints.seek(0)
        lines = self._complaints.read().splitlines()
        return ContenderError(lines[-1] if lines else "the process has ended")


class Server(Process):
    """The speech server.

    Attributes:
        addresses: Its address by scheme, `http` and `ws`.
    """

    def __init__(self) -> None:
        super().__init__(HERE / "server.py")
        self.addresses: dict[str, str] = self.hear()


class Worker(Process):
    """One client under measurement."""

    def __init__(self, name: str, interpreter: str | Path = sys.executable) -> None:
        super().__init__(HERE / "workers" / f"{name}.py", interpreter)

    def listen(
        self, contender: str, mode: str, url: str, *, chunks: int, repeat: int
    ) -> list[Sample]:
        """Have it hear `repeat` utterances of `chunks` chunks, `cold` or `warm`.

        Raises:
            ContenderError: It failed.
        """
        order = {"contender": contender, "mode": mode, "url": url}
        samples: list[Sample] = self.ask(**order, chunks=chunks, repeat=repeat)["samples"]
        return samples

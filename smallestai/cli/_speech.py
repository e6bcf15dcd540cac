"""What `say` and `speak` share: bringing speech to its target and telling about it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from smallestai.cli import _output

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smallestai.audio import Audio
    from smallestai.cli._options import Transport
    from smallestai.cli._target import Target
    from smallestai.waves import SpeechStream
    from smallestai.waves.request import SpeechRequest


def checked(
    text: str, transport: Transport, options: Mapping[str, Any]
) -> tuple[SpeechRequest, dict[str, Any]]:
    """Return the request as it will be sent, and the options that were given.

    Raises:
        ArgumentError: An option has a value the service refuses; no key was needed to know.
    """
    from smallestai.waves.request import speech_request

    given = {name: value for name, value in options.items() if value is not None}
    return speech_request(text, transport.value, **given), given


def deliver(stream: SpeechStream, target: Target) -> Audio:
    """Pass speech on as it arrives and return the whole of it."""
    with _output.progress("speaking") as show:
        for chunk in stream:
            target.take(chunk, stream.format)
            show(stream.metrics.audio_seconds)
    return stream.read()


def report_on(
    audio: Audio, target: Target, transport: Transport, request: SpeechRequest, first: float | None
) -> dict[str, Any]:
    """Return what there is to tell about speech that was delivered, ready for JSON."""
    return {
        "path": None if target.path is None else str(target.path),
        "duration": round(audio.duration, 4),
        "sample_rate": audio.sample_rate,
        "bytes": target.written,
        "time_to_first_audio": round(first or 0.0, 4),
        "transport": transport.value,
        "voice": request.settings["voice_id"],
        "model": request.settings["model"],
        "request_id": audio.request_id,
    }


def tell(report: dict[str, Any], *, as_json: bool, asked_for: bool) -> None:
    """Tell about it: as JSON, or to a person who did not name the file or watches."""
    if as_json:
        _output.write_json(report)
    elif report["path"] and (not asked_for or _output.is_terminal(sys.stderr)):
        _output.note(_summary(report))


def _summary(report: dict[str, Any]) -> str:
    first = report["time_to_first_audio"] * 1000
    return (
        f"{report['path']}: {report['duration']:.2f} s, {report['sample_rate']} Hz, "
        f"first audio after {first:.0f} ms"
    )

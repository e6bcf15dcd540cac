"""What `say` and `speak` share: bringing speech to its target and telling about it."""

from __future__ import annotations

import sys
import warnings
from typing import TYPE_CHECKING, Any

from smallestai.cli import _output

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smallestai.cli._options import Transport
    from smallestai.cli._target import Target
    from smallestai.waves import SpeechStream
    from smallestai.waves.request import SpeechRequest


def checked(
    text: str, transport: Transport, **options: Any
) -> tuple[SpeechRequest, dict[str, Any]]:
    """Return the request as it will be sent, and the options that were given.

    Raises:
        ArgumentError: An option has a value the service refuses; no key was needed to know.
    """
    from smallestai.waves.request import speech_request

    given = {name: value for name, value in options.items() if value is not None}
    with warnings.catch_warnings(action="ignore"):  # they come again with the request itself
        return speech_request(text, transport.value, **given), given


def deliver(chunks: Iterable[bytes], stream: SpeechStream, target: Target) -> None:
    """Pass the audio of a stream on as it arrives, and write what is left to write at its end.

    Args:
        chunks: The audio, as the stream gives it; taken once the stream is open.
        stream: The stream, not yet begun, so that nothing is asked for without a loudspeaker.
        target: Where it goes.
    """
    with (
        target.loudspeaker(stream.format) as play,
        stream,
        _output.progress("speaking") as show,
    ):
        for chunk in chunks:
            target.take(chunk, stream.format)
            play(chunk)
            show(stream.metrics.audio_seconds)
    target.finish(stream.read())


def report_on(
    stream: SpeechStream, target: Target, transport: Transport, request: SpeechRequest
) -> dict[str, Any]:
    """Return what there is to tell about speech that was delivered, ready for JSON."""
    audio, metrics = stream.read(), stream.metrics
    report = {
        "path": None if target.path is None else str(target.path),
        "duration": round(audio.duration, 4),
        "sample_rate": audio.sample_rate,
        "bytes": target.written,
        "time_to_first_audio": round(metrics.time_to_first_audio or 0.0, 4),
        "transport": transport.value,
        "voice": request.settings["voice_id"],
        "model": request.settings["model"],
        "request_id": audio.request_id,
    }
    if metrics.time_from_first_token is not None:
        report["time_from_first_token"] = round(metrics.time_from_first_token, 4)
    return report


def tell(report: dict[str, Any], *, as_json: bool, named: bool) -> None:
    """Tell about it: as JSON, or to a person who did not name the file or is watching."""
    if as_json:
        _output.write_json(report)
    elif report["path"] and (not named or _output.is_terminal(sys.stderr)):
        _output.note(_summary(report))


def _summary(report: dict[str, Any]) -> str:
    first = report.get("time_from_first_token", report["time_to_first_audio"])
    return (
        f"{report['path']}: {report['duration']:.2f} s, {report['sample_rate']} Hz, "
        f"first audio after {first * 1000:.0f} ms"
    )

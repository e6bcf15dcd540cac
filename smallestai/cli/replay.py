"""`smallestai replay`: a recording as one side of a conversation, the reply as a file."""

from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from smallestai.cli import _output
from smallestai.cli._client import connect
from smallestai.cli._errors import ExitStatus
from smallestai.cli._levels import Levels
from smallestai.cli._options import ApiKey, AsJson, BaseUrl, Debug, Embedded, Format
from smallestai.cli._talking import Instructions, SessionModel, SessionVoice, session_options
from smallestai.cli._target import Target

if TYPE_CHECKING:
    from smallestai.waves._hydra_replay import Replay
    from smallestai.waves.hydra import HydraSession


def replay(
    question: Annotated[
        Path,
        typer.Argument(
            exists=True, dir_okay=False, readable=True, help="A WAV of any rate and channels."
        ),
    ],
    reply: Annotated[str, typer.Argument(help="The WAV to write; '-' is standard output.")],
    model: SessionModel = None,
    voice: SessionVoice = None,
    instructions: Instructions = None,
    realtime: Annotated[
        bool,
        typer.Option("--realtime/--fast", help="Keep to the pace of speech, or send it at once."),
    ] = True,
    wait: Annotated[
        float, typer.Option("--wait", min=0, help="Seconds to wait for a reply.")
    ] = 15.0,
    as_json: AsJson = False,
    sandbox: Embedded = False,
    api_key: ApiKey = None,
    base_url: BaseUrl = None,
    _debug: Debug = False,
) -> None:
    """Talk from file to file.

    QUESTION is played to a speech-to-speech model, and what it answers is written to REPLY.
    Told are the length and the loudness of the reply, and the time from the end of the question
    to its first sound. A reply without speech in it is a failure (status 1).
    """
    from smallestai._resample import read_wav

    target = Target.of(reply, Format.WAV, False, as_json)
    read_wav(question)  # raises what is wrong with it before anything is sent
    options = session_options(model, voice, instructions)
    with (
        connect(api_key, base_url, sandbox) as client,
        client.waves.hydra.connect(**options) as session,
        _output.progress("talking"),
    ):
        heard = session.replay_wav(question, realtime=realtime, wait=wait)
    levels = Levels.of(heard.audio.data, heard.audio.sample_rate)
    if heard.audio.data:
        target.finish(heard.audio)
    report = _report(heard, levels, target, session)
    if as_json:
        _output.write_json(report)
    else:
        _output.note(_summary(report))
    if not levels.is_speech:
        _output.note("smallestai: there is no speech in the reply")
        raise typer.Exit(ExitStatus.SERVICE)


def _report(
    heard: "Replay", levels: Levels, target: Target, session: "HydraSession"
) -> dict[str, Any]:
    return {
        "path": str(target.path) if target.path is not None and target.written else None,
        "duration": round(heard.audio.duration, 4),
        "sample_rate": heard.audio.sample_rate,
        "rms_dbfs": _rounded(levels.rms),
        "peak_dbfs": _rounded(levels.peak),
        "speech": levels.is_speech,
        "spoken": round(heard.spoken, 4),
        "latency": None if heard.latency is None else round(heard.latency, 4),
        "model": session.model,
        "voice": session.voice,
        "session_id": session.id,
    }


def _rounded(decibels: float) -> float | None:
    return round(decibels, 1) if isfinite(decibels) else None


def _summary(report: dict[str, Any]) -> str:
    rms, peak, latency = (report[name] for name in ("rms_dbfs", "peak_dbfs", "latency"))
    where = report["path"] or ("nothing written" if not report["duration"] else "standard output")
    loudness = "silent" if rms is None else f"RMS {rms:.1f} dBFS, peak {peak:.1f} dBFS"
    first = "" if latency is None else f", first audio after {latency * 1000:.0f} ms"
    return f"{where}: {report['duration']:.2f} s, {report['sample_rate']} Hz, {loudness}{first}"

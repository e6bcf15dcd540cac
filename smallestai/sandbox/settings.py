"""The sandbox's switches: where sources disagree on the service, and how slow it should be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import field, frozen, validators

if TYPE_CHECKING:
    from collections.abc import Mapping


@frozen(kw_only=True)
class Settings:
    """How a sandbox behaves. The defaults are the newest known behaviour, at full speed.

    Attributes:
        time_scale: What every wait of the server is multiplied by (idle times, back-offs, buffer
            delays, the latencies below), so that tests need not sleep. Messages keep the nominal
            number of seconds.
        first_audio_seconds: The wait before the first audio of each synthesis.
        real_time_factor: How many seconds of audio may be sent in one second; None for as many
            as the engine makes.
        sse_chunk_bytes: PCM bytes in an event of the HTTP stream.
        chunk_seconds: Audio in a chunk of the socket and of a streamed HTTP body.
        idle_seconds: When a socket without `?timeout=` closes for want of messages.
        idle_limit_seconds: What `?timeout=` is cut down to; None honours any number.
        idle_close_code: The close code that follows the idle error.
        complete_backoff_ms: The wait between the last chunk and `complete`, unless a request
            names its own.
        complete_per_request: Whether each plain request gets a `complete`, instead of one for a
            burst of requests.
        close_after_complete: Whether the server closes the socket after the `complete` of plain
            requests.
        context_backoff_ms: The wait between the last chunk of a context's segment and its
            `complete`, unless a fragment names its own.
        context_delay_ms: `max_buffer_delay_ms` when a fragment names none.
        context_min_chars: The fewest characters spoken because a sentence ended.
        buffer_max_chars: The most characters a buffer holds before some are spoken.
        error_frame: Whether a socket's error text stands in `message` or in `error.message`.
        lightning_v31_live: Whether the deprecated Lightning 3.1 routes still answer, not 410.
        legacy_routes: Whether the routes of the retired models are served, as by a server of old;
            see legacy.py.
        content_expiry: The answer to `x-expire-content: true`; if `applied`, the logs of Waves
            forget the content of such requests after seven days.
        call_seconds: How long an outbound call lasts, the ringing included.
        call_outcomes: What becomes of calls to certain numbers instead: `no_answer`, `busy` or
            `failed`.
        agent_pause_seconds: The silence that ends a turn of the user on the agent socket; the time
            of audio is never scaled.
        agent_gap_seconds: How long no audio may come at all until such a turn ends; not scaled.
        agent_pace: How many seconds of the agent's speech are sent in one second; None for as many
            as the engine makes.
        agent_call_seconds: When a call on the agent socket is ended at the latest.
        agent_event_names: Whether the start and the stop of the agent's speech are told as
            `agent_start_talking` or as `agent.start_talking`.
        agent_session_update: Whether `session.update` declares tools or is ignored.
        agent_updates: How many of them a session may send.
        region: The region it stands for, `ap-south-1` (India) or `us-west-2`; some languages are
            transcribed in one of them only.
        transcription_bytes: The size of the largest recording, in bytes.
        transcriptions_per_minute: How many recordings a key may have transcribed in a minute, for
            each model; None for any number. The service's standard plan has 25.
        transcription_sockets: How many live transcriptions a key may hold; None for any number.
        electron_tokens_per_second: How fast a chat is answered; None for as fast as can be.
        electron_concurrency: How many chat requests may be under way at once; None for any number.
        electron_rpm: How many chat requests a minute may have; None for any number.
        electron_script: What chats are answered, turn by turn (see chat_script.py).
        clone_limit: How many voices may be cloned.
        clone_seconds: How long a clone is `processing`. It can speak from the start.
        clone_failure: What cloning a voice ends in, instead of a clone.
        pca_entitled: Whether the plan includes call analysis.
        hydra_sessions: How many Hydra sessions may be open at once; None for any number.
        hydra_idle_seconds: When a Hydra session closes for want of traffic in either direction.
        hydra_pause_seconds: The silence that ends a turn of the user; the time of audio is never
            scaled.
        hydra_gap_seconds: How long no audio may come at all until such a turn ends; not scaled.
        hydra_pace: How many seconds of a spoken reply are sent in one second; None for as many
            as the engine makes.
        hydra_tool_seconds: How long the results of a turn's functions are waited for.
        hydra_tool_done: Whether a reply that calls functions gets its `conversation.item.done`
            and `response.done` before their results.
        hydra_cancelled_items: Whether the entry of a reply that is cut off gets its
            `conversation.item.done` before `response.done`.
        hydra_unknown_frames: Whether frames of an unknown type are refused or ignored.
        hydra_script: What Hydra says and calls, turn by turn (see hydra_mind.py).
        processing_seconds: How long files and pages of a knowledge base are read, and an
            application for a number is examined.
        publish_seconds: How long the security check of a published draft takes; 0 for none.
        plan_excludes: Features that the plan leaves out, see atoms_plan.py.
        organization_excludes: Features that the organisation may not have at any price.
        plan_limits: How many of a thing the plan allows, by the names in atoms_plan.py.
        do_not_call: Numbers whose owners asked not to be called.
    """

    time_scale: float = field(default=1.0, validator=validators.gt(0))
    first_audio_seconds: float = 0.0
    real_time_factor: float | None = None

    sse_chunk_bytes: int = 1024
    chunk_seconds: float = 0.1

    idle_seconds: int = 60
    idle_limit_seconds: int | None = 180
    idle_close_code: int = 1000
    complete_backoff_ms: float = 4000
    complete_per_request: bool = False
    close_after_complete: bool = False
    context_backoff_ms: float = 0
    context_delay_ms: int = 3000
    context_min_chars: int = 20
    buffer_max_chars: int = 240
    error_frame: Literal["message", "error"] = "message"

    lightning_v31_live: bool = True
    legacy_routes: bool = False
    content_expiry: Literal["applied", "not-entitled", "unavailable"] = "not-entitled"

    call_seconds: float = 8.0
    call_outcomes: Mapping[str, Literal["no_answer", "busy", "failed"]] = field(factory=dict)

    agent_pause_seconds: float = 0.6
    agent_gap_seconds: float = 2.0
    agent_pace: float | None = 1.5
    agent_call_seconds: float = 900.0
    agent_event_names: Literal["underscore", "dotted"] = "underscore"
    agent_session_update: Literal["tools", "ignored"] = "tools"
    agent_updates: int = 50

    region: Literal["ap-south-1", "us-west-2"] = "ap-south-1"
    transcription_bytes: int = 250 * 1024 * 1024
    transcriptions_per_minute: int | None = None
    transcription_sockets: int | None = 100

    electron_tokens_per_second: float | None = None
    electron_concurrency: int | None = None
    electron_rpm: int | None = None
    electron_script: tuple[str, ...] = ()

    clone_limit: int = 10
    clone_seconds: float = 0.0
    clone_failure: Literal["timeout", "error"] | None = None

    pca_entitled: bool = True

    hydra_sessions: int | None = None
    hydra_idle_seconds: float = 30.0
    hydra_pause_seconds: float = 0.6
    hydra_gap_seconds: float = 2.0
    hydra_pace: float | None = 1.5
    hydra_tool_seconds: float = 20.0
    hydra_tool_done: bool = False
    hydra_cancelled_items: bool = False
    hydra_unknown_frames: Literal["error", "ignored"] = "error"
    hydra_script: tuple[str, ...] = ()

    processing_seconds: float = 2.0
    publish_seconds: float = 0.0
    plan_excludes: tuple[str, ...] = ()
    organization_excludes: tuple[str, ...] = ()
    plan_limits: Mapping[str, int] = field(factory=dict)
    do_not_call: tuple[str, ...] = ()

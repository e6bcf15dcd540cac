"""What happens in a call while it runs: frozen values, one class per shape of event.

`LiveEvent.type` is the service's own name of the event. Whatever the service leaves out is None.
Figures are numbers, whole or not: the service says milliseconds where it sends 5.713. An event this
version does not know, or whose fields it cannot read, is an `UnknownEvent`: the service may grow.

Source: component `LiveCallEvent` in `openapi/atoms.yaml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from smallestai._moments import moment

if TYPE_CHECKING:
    from datetime import datetime


class LiveEvent(msgspec.Struct, frozen=True, kw_only=True):
    """The base of all events.

    Attributes:
        type: The service's name of it, such as ``user_transcription``.
        event_id: The service's id of it.
        timestamp: When it happened as the service tells it; `time` is easier to use.
        call_id: The call.
        observer_class: Part of the platform that saw it.
        source: Where it came from.
    """

    type: str = msgspec.field(name="event_type", default="")
    event_id: str | None = None
    timestamp: float | str | None = None
    call_id: str | None = None
    observer_class: str | None = None
    source: str | None = None

    @property
    def time(self) -> datetime | None:
        """When it happened, be it told as seconds since 1970 or as ISO 8601."""
        return moment(self.timestamp)


class UnknownEvent(LiveEvent, frozen=True, kw_only=True):
    """An event this version does not know, or cannot read.

    Attributes:
        raw: The event as the service sent it.
    """

    raw: dict[str, Any] = {}


class StreamOpened(LiveEvent, frozen=True, kw_only=True):
    """The stream begins (``sse_init``).

    Attributes:
        event_time: When, in ISO 8601.
    """

    event_time: str | None = None

    @property
    def time(self) -> datetime | None:
        """When it began."""
        return moment(self.event_time)


class StreamClosed(LiveEvent, frozen=True, kw_only=True):
    """The stream ends (``sse_close``); nothing follows.

    Attributes:
        event_time: When, in ISO 8601.
    """

    event_time: str | None = None

    @property
    def time(self) -> datetime | None:
        """When it ended."""
        return moment(self.event_time)


class StreamResumed(LiveEvent, frozen=True, kw_only=True):
    """There is a connection again (``stream_resumed``); this package's own event.

    What happened in between is not told again: the service cannot be asked for it.

    Attributes:
        seconds: How long there was none.
    """

    seconds: float = 0.0


class CallStarted(LiveEvent, frozen=True, kw_only=True):
    """The call has begun (``call_start``).

    Attributes:
        telephony_id: Id of the call at the telephony provider.
    """

    telephony_id: str | None = None


class CallEnded(LiveEvent, frozen=True, kw_only=True):
    """The call has ended (``call_end``); events about it may still follow.

    Attributes:
        metadata: What the end was like.
    """

    metadata: Any = None


class InterimTranscript(LiveEvent, frozen=True, kw_only=True):
    """What the user has said so far (``user_interim_transcription``); replaces the one before.

    Attributes:
        text: The turn so far.
    """

    text: str | None = msgspec.field(name="interim_transcription_text", default=None)


class UserTranscript(LiveEvent, frozen=True, kw_only=True):
    """What the user has said (``user_transcription``).

    Attributes:
        text: The turn.
    """

    text: str | None = msgspec.field(name="user_transcription_text", default=None)


class SpeechCompleted(LiveEvent, frozen=True, kw_only=True):
    """A text has been spoken (``tts_completed``).

    Attributes:
        text: The text.
        latency: Time until its first sound; the service does not say in which unit.
    """

    text: str | None = msgspec.field(name="tts_text", default=None)
    latency: float | None = msgspec.field(name="tts_latency", default=None)


class ReplyCompleted(LiveEvent, frozen=True, kw_only=True):
    """The language model has ended its answer (``llm_full_response_end``).

    Attributes:
        text: The answer.
    """

    text: str | None = msgspec.field(name="llm_text", default=None)


class TurnLatency(LiveEvent, frozen=True, kw_only=True):
    """How long the agent took to answer (``turn_latency``).

    Attributes:
        seconds: The whole time.
        stt_api_ms: Milliseconds in transcription.
        stt_to_llm_ms: From the transcript to the language model.
        smart_turn_ms: Spent to find the end of the turn.
        llm_api_ms: In the language model.
        llm_to_tts_ms: From the language model to synthesis.
        tts_api_ms: In synthesis.
        tts_to_audio_ms: From synthesis to the first sound.
        total_turn_ms: The whole time.
        turn_index: Number of the turn.
        interrupted: Whether the user cut in.
        smart_turn_enabled: Whether the end of the turn was found by meaning.
    """

    seconds: float | None = msgspec.field(name="turn_latency", default=None)
    stt_api_ms: float | None = None
    stt_to_llm_ms: float | None = None
    smart_turn_ms: float | None = None
    llm_api_ms: float | None = None
    llm_to_tts_ms: float | None = None
    tts_api_ms: float | None = None
    tts_to_audio_ms: float | None = None
    total_turn_ms: float | None = None
    turn_index: float | None = None
    interrupted: bool | None = None
    smart_turn_enabled: bool | None = None


class Tokens(msgspec.Struct, frozen=True, kw_only=True):
    """Tokens of a language model.

    Attributes:
        prompt_tokens: Of the prompt.
        completion_tokens: Of the answer.
        total_tokens: Of both.
        cache_read_input_tokens: Of the prompt, taken from the cache.
        cache_creation_input_tokens: Of the prompt, put into the cache.
    """

    prompt_tokens: float | None = None
    completion_tokens: float | None = None
    total_tokens: float | None = None
    cache_read_input_tokens: float | None = None
    cache_creation_input_tokens: float | None = None


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A figure of one part that handles the call.

    Attributes:
        processor: The part.
        model: Its model.
        value: The figure; for a language model, tokens.
    """

    processor: str | None = None
    model: str | None = None
    value: float | Tokens | None = None


class Metrics(LiveEvent, frozen=True, kw_only=True):
    """Figures of the parts that handle the call (``metrics``).

    Attributes:
        metrics: The figures.
    """

    metrics: list[Figure] = []


class NodeContext(msgspec.Struct, frozen=True, kw_only=True):
    """What was said at a node.

    Attributes:
        user_response: What the user said.
        agent_response: What the agent said.
    """

    user_response: str | None = None
    agent_response: str | None = None


class NodeState(LiveEvent, frozen=True, kw_only=True):
    """The conversation has reached a node (``agent_node_state``).

    Attributes:
        node_id: The node.
        node_name: Its name.
        node_type: Its kind.
        context: What was said there.
    """

    node_id: str | None = None
    node_name: str | None = None
    node_type: str | None = None
    context: NodeContext | None = None


class NodeHop(LiveEvent, frozen=True, kw_only=True):
    """The conversation goes from one node to another (``hopping``).

    Attributes:
        from_node_id: The node it leaves.
        to_node_id: The node it goes to.
    """

    from_node_id: str | None = None
    to_node_id: str | None = None


class KnowledgeLookup(LiveEvent, frozen=True, kw_only=True):
    """The agent has looked something up (``knowledgebase``).

    Attributes:
        knowledge_base_id: Where.
        user_transcript: What the user had said.
        response: What was found.
        latency: How long it took; the service does not say in which unit.
        error: What went wrong.
    """

    knowledge_base_id: str | None = None
    user_transcript: str | None = None
    response: Any = None
    latency: float | None = None
    error: Any = None


class VariableExtraction(LiveEvent, frozen=True, kw_only=True):
    """Variables were read from the conversation (``variable_extraction``).

    Attributes:
        variables: The variables.
        prompt: What was to be read.
        latency: How long it took; the service does not say in which unit.
        error: What went wrong.
    """

    variables: Any = None
    prompt: str | None = msgspec.field(name="variable_extraction_prompt", default=None)
    latency: float | None = None
    error: Any = None


class ApiRequest(LiveEvent, frozen=True, kw_only=True):
    """A request was made around the call (``pre_call_api``, ``post_call_api``).

    Attributes:
        method: HTTP method.
        headers: Headers that were sent.
        body: Body that was sent.
        timeout: How long the answer was waited for.
        response: The answer.
        extracted_variables: Variables read from it.
        next_node_id: The node that follows.
        success: Whether it worked.
        error: What went wrong.
    """

    method: str | None = None
    headers: Any = None
    body: Any = None
    timeout: float | None = None
    response: Any = None
    extracted_variables: Any = None
    next_node_id: str | None = None
    success: bool | None = None
    error: Any = None


class AgentNote(LiveEvent, frozen=True, kw_only=True):
    """Something the agent reports (``agent_error``, ``agent_log``).

    Attributes:
        metadata: The particulars.
        error: What went wrong.
    """

    metadata: Any = None
    error: Any = None


class ToolCall(LiveEvent, frozen=True, kw_only=True):
    """A tool of the agent (``tool_call_start``, ``tool_call_end``, ``tool_call_error``).

    Attributes:
        turn_id: The turn.
        tool_call_id: This use of the tool.
        function_name: The tool.
        context: The arguments, and what else was known.
        response: What it gave.
        success: Whether it worked.
        latency_ms: How long it took, in milliseconds.
        error: What went wrong.
    """

    turn_id: str | None = None
    tool_call_id: str | None = None
    function_name: str | None = None
    context: Any = None
    response: Any = None
    success: bool | None = None
    latency_ms: float | None = None
    error: Any = None


class CallRecording(LiveEvent, frozen=True, kw_only=True):
    """The recording is there, or not (``call_recording``).

    Attributes:
        recording_url: Where.
        status: How it stands.
    """

    recording_url: str | None = None
    status: str | None = None


class CallCancelled(LiveEvent, frozen=True, kw_only=True):
    """The call was cancelled (``call_cancelled``)."""

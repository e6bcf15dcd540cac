"""What webhooks tell: frozen values, one class per event.

Names differ between the texts of the service; each is read in every spelling and given in one.
Fields that are missing, or are not what they should be, are None or empty; `WebhookEvent.raw` has
everything as it came.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from smallestai._moments import moment
from smallestai.errors import ArgumentError, RemoteProtocolError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

_SHOWN = 200
# The spellings of the service's feature pages; the API has the others.
_STATUSES = {"no-answer": "no_answer", "canceled": "cancelled"}

Value = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class CallData:
    """The course of a call.

    Attributes:
        from_number: The number that called.
        to_number: The number that was called.
        duration: Length in seconds.
        status: ``completed``, ``failed``, ``busy``, ``no_answer`` or ``cancelled``.
        direction: ``telephony_outbound`` or ``telephony_inbound``.
        answered_at: When it was answered.
        ended_at: When it ended.
    """

    from_number: str | None = None
    to_number: str | None = None
    duration: float | None = None
    status: str | None = None
    direction: str | None = None
    answered_at: datetime | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """What one side said in one turn.

    Attributes:
        role: ``agent`` or ``user``.
        content: What was said.
        time: When.
    """

    role: str
    content: str
    time: datetime | None = None


@dataclass(frozen=True, slots=True)
class Metric:
    """What was found for one metric of a call.

    Attributes:
        identifier: Name of the metric.
        value: The value in the metric's own type, such as 2, False or "yes"; None where there is
            none, as for every metric of a call that nobody answered.
        confidence: From 0 to 1.
        reasoning: Why this value.
        prompt: What was to be found out.
        type: Type of the value as the service names it, such as ``BOOLEAN``.
    """

    identifier: str
    value: Value = None
    confidence: float | None = None
    reasoning: str | None = None
    prompt: str | None = None
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was worked out after a call.

    Attributes:
        summary: The call in short.
        dispositions: What was found for each metric.
        successes: The marks for success.
    """

    summary: str | None = None
    dispositions: tuple[Metric, ...] = ()
    successes: tuple[Metric, ...] = ()

    def __getitem__(self, identifier: str) -> Value:
        """Return the value of a metric; `KeyError` where there is none of this name."""
        for metric in (*self.dispositions, *self.successes):
            if metric.identifier == identifier:
                return metric.value
        raise KeyError(identifier)


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookEvent:
    """The base of all events. All three of one call have the same `call_id`.

    Attributes:
        id: The service's id of the event; one that comes again was sent again.
        agent_id: The agent.
        call_id: The call.
        conversation_type: ``telephonyInbound``, ``telephonyOutbound``, ``webcall`` or ``chat``.
        raw: The whole delivery as it came.
    """

    type: ClassVar[str] = ""
    id: str | None = None
    agent_id: str | None = None
    call_id: str | None = None
    conversation_type: str | None = None
    raw: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PreConversation(WebhookEvent):
    """A call begins; the agent has not spoken yet.

    Attributes:
        to_number: The number that is called.
        from_number: The number that calls.
    """

    type: ClassVar[str] = "pre-conversation"
    to_number: str | None = None
    from_number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostConversation(WebhookEvent):
    """A call is over.

    Attributes:
        call: Its course.
        transcript: What was said, in order.
        recording_url: Where the recording is.
        variables: Values of the variables at the end.
    """

    type: ClassVar[str] = "post-conversation"
    call: CallData = CallData()
    transcript: tuple[Turn, ...] = ()
    recording_url: str | None = None
    variables: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalyticsCompleted(WebhookEvent):
    """A call has been analysed.

    Attributes:
        analysis: What was found.
        call: Its course.
    """

    type: ClassVar[str] = "analytics-completed"
    analysis: Analysis = Analysis()
    call: CallData = CallData()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown(WebhookEvent):
    """An event this version does not know: never an error, the service may grow.

    Attributes:
        kind: What it calls itself, or an empty string.
    """

    kind: str = ""


def parse(body: bytes) -> WebhookEvent:
    """Return the event that the body of a delivery holds. It does not check the signature.

    Raises:
        RemoteProtocolError: The body is no JSON object.
        ArgumentError: The body is no bytes.
    """
    if not isinstance(body, bytes | bytearray | memoryview):
        raise ArgumentError("body", type(body), "must be the bytes of the request as they came")
    raw = _object(bytes(body))
    metadata = _mapping(raw.get("metadata"))
    kind = _text(metadata.get("eventType")) or str(raw.get("event") or "").rpartition(".")[2]
    common: dict[str, Any] = {
        "id": _text(raw.get("id")),
        "agent_id": _text(metadata.get("agentId")),
        "call_id": _text(metadata.get("callId")),
        "conversation_type": _text(metadata.get("conversationType")),
        "raw": raw,
    }
    if kind == PreConversation.type:
        return PreConversation(
            to_number=_first(metadata, "toPhone", "toNumber"),
            from_number=_first(metadata, "fromPhone", "fromNumber"),
            **common,
        )
    if kind == PostConversation.type:
        return PostConversation(
            call=_call(metadata),
            transcript=tuple(map(_turn, _objects(metadata.get("transcript")))),
            recording_url=_text(metadata.get("recordingUrl")),
            variables=_mapping(metadata.get("variables")),
            **common,
        )
    if kind == AnalyticsCompleted.type:
        analysis = _analysis(_mapping(metadata.get("analytics")))
        return AnalyticsCompleted(analysis=analysis, call=_call(metadata), **common)
    return Unknown(kind=kind, **common)


def _object(body: bytes) -> dict[str, Any]:
    try:
        raw = json.loads(body)
    except (ValueError, RecursionError) as error:
        shown = body[:_SHOWN].decode("utf-8", "replace")
        raise RemoteProtocolError("the delivery is not JSON", body=shown) from error
    if not isinstance(raw, dict):
        raise RemoteProtocolError("the delivery is no JSON object", body=raw)
    return raw


def _call(metadata: Mapping[str, Any]) -> CallData:
    call = _mapping(metadata.get("callData"))
    status = _text(call.get("callStatus"))
    return CallData(
        from_number=_first(call, "fromNumber", "fromPhone"),
        to_number=_first(call, "toNumber", "toPhone"),
        duration=_number(call.get("callDuration")),
        status=_STATUSES.get(status or "", status),
        direction=_text(call.get("callDirection")),
        answered_at=moment(call.get("answerTime")),
        ended_at=moment(call.get("endTime")),
    )


def _turn(item: Mapping[str, Any]) -> Turn:
    role, content = _text(item.get("role")), _text(item.get("content"))
    return Turn(role or "", content or "", moment(item.get("timestamp")))


def _analysis(analytics: Mapping[str, Any]) -> Analysis:
    return Analysis(
        _text(analytics.get("summary")),
        tuple(map(_metric, _objects(analytics.get("dispositionMetrics")))),
        tuple(map(_metric, _objects(analytics.get("successMetrics")))),
    )


def _metric(item: Mapping[str, Any]) -> Metric:
    value = item.get("value")
    return Metric(
        identifier=_text(item.get("identifier")) or "",
        value=value if isinstance(value, Value) else json.dumps(value),
        confidence=_number(item.get("confidence")),
        reasoning=_text(item.get("reasoning")),
        prompt=_text(item.get("dispositionMetricPrompt")),
        type=_text(item.get("dispositionMetricType")),
    )


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _objects(value: Any) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _first(found: Mapping[str, Any], *names: str) -> str | None:
    return next((text for name in names if (text := _text(found.get(name)))), None)


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _number(value: Any) -> float | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number else None

"""What a request for the transcript of a recording asks for, checked as the service checks it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import field, frozen
from starlette.responses import JSONResponse

from . import analytics, replies
from .synthesis import new_id
from .transcription_fetch import is_here
from .transcription_languages import LIVE, RECORDED, is_recorded_in
from .transcription_text import Style, is_on
from .validation import check_request

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from .issues import Issue
    from .state import State

_MODELS = ("pulse", "pulse-pro")
_NO_MATTER = {"url": ""}  # the body is audio as a rule, and is looked at when it has come
_NUMERALS = {"true": True, "false": False}


@frozen
class Edition:
    """What differs between the route and its predecessor."""

    path: str
    is_legacy: bool = False


UNIFIED = Edition("/waves/v1/stt/")
LEGACY = Edition("/waves/v1/pulse/get_text", is_legacy=True)


class RefusedOrderError(Exception):
    """A request that is refused.

    Attributes:
        reply: What it is answered.
    """

    def __init__(self, reply: Response) -> None:
        super().__init__(reply.status_code)
        self.reply = reply


@frozen
class Order:
    """A request for a transcript.

    Attributes:
        edition: The route it came by.
        model: `pulse` or `pulse-pro`.
        language: The language, or a group of them.
        query: All that the query says.
        expires: Whether the log forgets the transcript after seven days.
        request_id: The server's id for it.
    """

    edition: Edition
    model: str = ""
    language: str = ""
    query: dict[str, str] = field(factory=dict)
    expires: bool = False
    request_id: str = field(factory=lambda: new_id("req"))

    @property
    def is_job(self) -> bool:
        """Whether only a receipt is answered; the transcript goes to the webhook."""
        return self.model == "pulse-pro" and self.has_webhook

    @property
    def has_webhook(self) -> bool:
        """Whether the transcript goes to a webhook; with Pulse only by the older route."""
        takes = self.model == "pulse-pro" or self.edition.is_legacy
        return takes and "webhook_url" in self.query

    @property
    def style(self) -> Style:
        """How the transcript is written."""
        formats = is_on(self.query, "format", "true")
        return Style(
            punctuate=formats and is_on(self.query, "punctuate", "true"),
            capitalize=formats and is_on(self.query, "capitalize", "true"),
            numerals=_NUMERALS.get(self.query.get("numerals", "auto")),
            language=self.language,
        )

    def reply(self, content: Any, **headers: str) -> Response:
        """Return a reply that carries the id."""
        return JSONResponse(content, headers={"X-Request-Id": self.request_id, **headers})

    def refused(self, status: int, message: str, **extra: Any) -> RefusedOrderError:
        """Return the error of a refusal, in the shape of the route."""
        if self.edition.is_legacy:
            return RefusedOrderError(replies.waves_legacy_error(status, message))
        request_id = self.request_id
        reply = replies.waves_error(status, message, request_id=request_id, **extra)
        reply.headers["X-Request-Id"] = request_id
        return RefusedOrderError(reply)

    def too_large(self) -> RefusedOrderError:
        """Return the error of a recording that is too large, in the shape of the route."""
        if self.edition.is_legacy:
            text, message = "Audio data too large", "Error handling audio data"
            return RefusedOrderError(replies.waves_legacy_error(400, text, message))
        return self.refused(413, "File size exceeds maximum limit of 250MB.")


def order_of(state: State, edition: Edition, request: Request) -> Order:
    """Return what a request asks for.

    Raises:
        RefusedOrderError: Its query is wrong.
    """
    query = dict(request.query_params)
    model = "pulse" if edition.is_legacy else query.get("model", "")
    language = query.get("language", "multi-eu" if edition.is_legacy else "")
    expires = analytics.expires(state, request.headers)
    order = Order(edition, model, language, query, expires)
    _check_model(order)
    _check_language(state, order)
    issues = _issues(state, order)
    if issues:
        message = "; ".join(issue.text() for issue in issues)
        raise order.refused(400, message, details=[issue.zod() for issue in issues])
    if order.has_webhook and not is_here(query["webhook_url"]):
        message = "This sandbox delivers to webhooks on this machine only (127.0.0.1)."
        raise order.refused(400, message)
    return order


def _check_model(order: Order) -> None:
    if not order.model:
        message = "Missing required query param: model. Supported values: pulse | pulse-pro."
        raise order.refused(400, message)
    if order.model not in _MODELS:
        message = f"Unsupported model '{order.model}'. Supported values: pulse | pulse-pro."
        raise order.refused(400, message)


def _check_language(state: State, order: Order) -> None:
    language, region = order.language, state.settings.region
    if not language:
        raise order.refused(400, "Missing required query param: language.")
    if order.model == "pulse-pro" and language != "en":
        raise order.refused(400, f"Language '{language}' is not supported by pulse-pro: en only.")
    known = language in RECORDED or language in LIVE
    if known and not is_recorded_in(language, region):
        raise RefusedOrderError(replies.language_not_in_region(language, region))
    if not known:
        supported = ", ".join(RECORDED)
        raise order.refused(400, f"Unsupported language '{language}'. Supported: {supported}")


def _issues(state: State, order: Order) -> list[Issue]:
    spec = state.specs.waves
    operation = spec.at("POST", order.edition.path).id
    return check_request(spec, operation, query=order.query, body=_NO_MATTER)

"""Transcribe a recording.

The body is the recording itself, whose container the service detects, or the URL of one (`pulse`
only). At most 250 MB. With `webhook_url` (`pulse-pro` only) the reply comes at once and the
transcript is sent to that address later: the same Transcript with status `success` or `failed`, its
`request_id`, and the pairs of `webhook_extra`; a 2xx acknowledges it, a 5xx has it sent again, up
to ten times. The final slash belongs to the path.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, cast

from ... import models
from ...errors import UnexpectedStatus
from ...types import UNSET, Model, Response, Unset, Upload, model, one_of
from ...types import request as _request

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.expire_content import ExpireContent
    from ...models.remote_audio import RemoteAudio
    from ...models.stt_error import SttError
    from ...models.stt_language import SttLanguage
    from ...models.stt_model import SttModel
    from ...models.toggle import Toggle
    from ...models.transcript import Transcript
    from ...models.transcription_job import TranscriptionJob
    from ...models.webhook_method import WebhookMethod


def _get_kwargs(
    *,
    body: Upload | RemoteAudio | Mapping[str, Any],
    model: SttModel,
    language: SttLanguage,
    word_timestamps: bool | Unset = UNSET,
    diarize: bool | Unset = UNSET,
    webhook_url: str | Unset = UNSET,
    webhook_method: WebhookMethod | Unset = UNSET,
    webhook_extra: str | Unset = UNSET,
    redact_pii: Toggle | Unset = UNSET,
    redact_pci: Toggle | Unset = UNSET,
    emotion_detection: Toggle | Unset = UNSET,
    gender_detection: Toggle | Unset = UNSET,
    x_expire_content: ExpireContent | Unset = UNSET,
) -> dict[str, Any]:
    kind: Literal["json", "data", "files", "content"] = "json"
    content_type: str | None = None
    if not isinstance(body, Model | dict | Unset):
        kind, content_type = "content", "application/octet-stream"
    return _request(
        "post",
        "/waves/v1/stt/",
        params={
            "model": model,
            "language": language,
            "word_timestamps": word_timestamps,
            "diarize": diarize,
            "webhook_url": webhook_url,
            "webhook_method": webhook_method,
            "webhook_extra": webhook_extra,
            "redact_pii": redact_pii,
            "redact_pci": redact_pci,
            "emotion_detection": emotion_detection,
            "gender_detection": gender_detection,
        },
        headers={"x-expire-content": x_expire_content},
        kind=kind,
        body=body,
        content_type=content_type,
    )


def _parse(response: httpx.Response) -> Transcript | TranscriptionJob:
    return cast(
        "Transcript | TranscriptionJob",
        one_of(lambda: (models.Transcript, models.TranscriptionJob))(response.json()),
    )


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Transcript | TranscriptionJob | SttError | None:
    if response.is_success:
        return _parse(response)
    if response.status_code in (400, 401, 403, 413, 429, 500, 503):
        return model(lambda: models.SttError)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Transcript | TranscriptionJob | SttError]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: Upload | RemoteAudio | Mapping[str, Any],
    model: SttModel,
    language: SttLanguage,
    word_timestamps: bool | Unset = UNSET,
    diarize: bool | Unset = UNSET,
    webhook_url: str | Unset = UNSET,
    webhook_method: WebhookMethod | Unset = UNSET,
    webhook_extra: str | Unset = UNSET,
    redact_pii: Toggle | Unset = UNSET,
    redact_pci: Toggle | Unset = UNSET,
    emotion_detection: Toggle | Unset = UNSET,
    gender_detection: Toggle | Unset = UNSET,
    x_expire_content: ExpireContent | Unset = UNSET,
) -> Response[Transcript | TranscriptionJob | SttError]:
    """Transcribe a recording."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(
            **_get_kwargs(
                body=body,
                model=model,
                language=language,
                word_timestamps=word_timestamps,
                diarize=diarize,
                webhook_url=webhook_url,
                webhook_method=webhook_method,
                webhook_extra=webhook_extra,
                redact_pii=redact_pii,
                redact_pci=redact_pci,
                emotion_detection=emotion_detection,
                gender_detection=gender_detection,
                x_expire_content=x_expire_content,
            )
        ),
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: Upload | RemoteAudio | Mapping[str, Any],
    model: SttModel,
    language: SttLanguage,
    word_timestamps: bool | Unset = UNSET,
    diarize: bool | Unset = UNSET,
    webhook_url: str | Unset = UNSET,
    webhook_method: WebhookMethod | Unset = UNSET,
    webhook_extra: str | Unset = UNSET,
    redact_pii: Toggle | Unset = UNSET,
    redact_pci: Toggle | Unset = UNSET,
    emotion_detection: Toggle | Unset = UNSET,
    gender_detection: Toggle | Unset = UNSET,
    x_expire_content: ExpireContent | Unset = UNSET,
) -> Response[Transcript | TranscriptionJob | SttError]:
    """Transcribe a recording."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(
                body=body,
                model=model,
                language=language,
                word_timestamps=word_timestamps,
                diarize=diarize,
                webhook_url=webhook_url,
                webhook_method=webhook_method,
                webhook_extra=webhook_extra,
                redact_pii=redact_pii,
                redact_pci=redact_pci,
                emotion_detection=emotion_detection,
                gender_detection=gender_detection,
                x_expire_content=x_expire_content,
            )
        ),
    )


def sync(
    *,
    client: AuthenticatedClient,
    body: Upload | RemoteAudio | Mapping[str, Any],
    model: SttModel,
    language: SttLanguage,
    word_timestamps: bool | Unset = UNSET,
    diarize: bool | Unset = UNSET,
    webhook_url: str | Unset = UNSET,
    webhook_method: WebhookMethod | Unset = UNSET,
    webhook_extra: str | Unset = UNSET,
    redact_pii: Toggle | Unset = UNSET,
    redact_pci: Toggle | Unset = UNSET,
    emotion_detection: Toggle | Unset = UNSET,
    gender_detection: Toggle | Unset = UNSET,
    x_expire_content: ExpireContent | Unset = UNSET,
) -> Transcript | TranscriptionJob | SttError | None:
    """Transcribe a recording."""
    return sync_detailed(
        client=client,
        body=body,
        model=model,
        language=language,
        word_timestamps=word_timestamps,
        diarize=diarize,
        webhook_url=webhook_url,
        webhook_method=webhook_method,
        webhook_extra=webhook_extra,
        redact_pii=redact_pii,
        redact_pci=redact_pci,
        emotion_detection=emotion_detection,
        gender_detection=gender_detection,
        x_expire_content=x_expire_content,
    ).parsed


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: Upload | RemoteAudio | Mapping[str, Any],
    model: SttModel,
    language: SttLanguage,
    word_timestamps: bool | Unset = UNSET,
    diarize: bool | Unset = UNSET,
    webhook_url: str | Unset = UNSET,
    webhook_method: WebhookMethod | Unset = UNSET,
    webhook_extra: str | Unset = UNSET,
    redact_pii: Toggle | Unset = UNSET,
    redact_pci: Toggle | Unset = UNSET,
    emotion_detection: Toggle | Unset = UNSET,
    gender_detection: Toggle | Unset = UNSET,
    x_expire_content: ExpireContent | Unset = UNSET,
) -> Transcript | TranscriptionJob | SttError | None:
    """Transcribe a recording."""
    return (
        await asyncio_detailed(
            client=client,
            body=body,
            model=model,
            language=language,
            word_timestamps=word_timestamps,
            diarize=diarize,
            webhook_url=webhook_url,
            webhook_method=webhook_method,
            webhook_extra=webhook_extra,
            redact_pii=redact_pii,
            redact_pci=redact_pci,
            emotion_detection=emotion_detection,
            gender_detection=gender_detection,
            x_expire_content=x_expire_content,
        )
    ).parsed

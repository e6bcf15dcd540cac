"""Transcribe a recording on the older Pulse route.

Superseded by `POST /waves/v1/stt/`, and closed to short-lived tokens. The body is the recording
itself or the URL of one, at most 250 MB.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from ... import models
from ...errors import UnexpectedStatus
from ...types import UNSET, Model, Response, Unset, Upload, model
from ...types import request as _request

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.remote_audio import RemoteAudio
    from ...models.stt_encoding import SttEncoding
    from ...models.stt_error import SttError
    from ...models.stt_language import SttLanguage
    from ...models.stt_numerals import SttNumerals
    from ...models.toggle import Toggle
    from ...models.transcript import Transcript
    from ...models.waves_error import WavesError
    from ...models.webhook_method import WebhookMethod


def _get_kwargs(
    *,
    body: Upload | RemoteAudio | Mapping[str, Any],
    language: SttLanguage | Unset = UNSET,
    encoding: SttEncoding | Unset = UNSET,
    word_timestamps: bool | Unset = UNSET,
    diarize: bool | Unset = UNSET,
    gender_detection: Toggle | Unset = UNSET,
    emotion_detection: Toggle | Unset = UNSET,
    format_: Toggle | Unset = UNSET,
    punctuate: Toggle | Unset = UNSET,
    capitalize: Toggle | Unset = UNSET,
    numerals: SttNumerals | Unset = UNSET,
    redact_pii: Toggle | Unset = UNSET,
    redact_pci: Toggle | Unset = UNSET,
    webhook_url: str | Unset = UNSET,
    webhook_method: WebhookMethod | Unset = UNSET,
    webhook_extra: str | Unset = UNSET,
) -> dict[str, Any]:
    kind: Literal["json", "data", "files", "content"] = "json"
    content_type: str | None = None
    if not isinstance(body, Model | dict | Unset):
        kind, content_type = "content", "application/octet-stream"
    return _request(
        "post",
        "/waves/v1/pulse/get_text",
        params={
            "language": language,
            "encoding": encoding,
            "word_timestamps": word_timestamps,
            "diarize": diarize,
            "gender_detection": gender_detection,
            "emotion_detection": emotion_detection,
            "format": format_,
            "punctuate": punctuate,
            "capitalize": capitalize,
            "numerals": numerals,
            "redact_pii": redact_pii,
            "redact_pci": redact_pci,
            "webhook_url": webhook_url,
            "webhook_method": webhook_method,
            "webhook_extra": webhook_extra,
        },
        kind=kind,
        body=body,
        content_type=content_type,
    )


def _parse(response: httpx.Response) -> Transcript:
    return model(lambda: models.Transcript)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Transcript | SttError | WavesError | None:
    if response.is_success:
        return _parse(response)
    if response.status_code == 400:
        return model(lambda: models.SttError)(response.json())
    if response.status_code in (401, 403, 500):
        return model(lambda: models.WavesError)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Transcript | SttError | WavesError]:
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
    language: SttLanguage | Unset = UNSET,
    encoding: SttEncoding | Unset = UNSET,
    word_timestamps: bool | Unset = UNSET,
    diarize: bool | Unset = UNSET,
    gender_detection: Toggle | Unset = UNSET,
    emotion_detection: Toggle | Unset = UNSET,
    format_: Toggle | Unset = UNSET,
    punctuate: Toggle | Unset = UNSET,
    capitalize: Toggle | Unset = UNSET,
    numerals: SttNumerals | Unset = UNSET,
    redact_pii: Toggle | Unset = UNSET,
    redact_pci: Toggle | Unset = UNSET,
    webhook_url: str | Unset = UNSET,
    webhook_method: WebhookMethod | Unset = UNSET,
    webhook_extra: str | Unset = UNSET,
) -> Response[Transcript | SttError | WavesError]:
    """Transcribe a recording on the older Pulse route."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(
            **_get_kwargs(
                body=body,
                language=language,
                encoding=encoding,
                word_timestamps=word_timestamps,
                diarize=diarize,
                gender_detection=gender_detection,
                emotion_detection=emotion_detection,
                format_=format_,
                punctuate=punctuate,
                capitalize=capitalize,
                numerals=numerals,
                redact_pii=redact_pii,
                redact_pci=redact_pci,
                webhook_url=webhook_url,
                webhook_method=webhook_method,
                webhook_extra=webhook_extra,
            )
        ),
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: Upload | RemoteAudio | Mapping[str, Any],
    language: SttLanguage | Unset = UNSET,
    encoding: SttEncoding | Unset = UNSET,
    word_timestamps: bool | Unset = UNSET,
    diarize: bool | Unset = UNSET,
    gender_detection: Toggle | Unset = UNSET,
    emotion_detection: Toggle | Unset = UNSET,
    format_: Toggle | Unset = UNSET,
    punctuate: Toggle | Unset = UNSET,
    capitalize: Toggle | Unset = UNSET,
    numerals: SttNumerals | Unset = UNSET,
    redact_pii: Toggle | Unset = UNSET,
    redact_pci: Toggle | Unset = UNSET,
    webhook_url: str | Unset = UNSET,
    webhook_method: WebhookMethod | Unset = UNSET,
    webhook_extra: str | Unset = UNSET,
) -> Response[Transcript | SttError | WavesError]:
    """Transcribe a recording on the older Pulse route."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(
                body=body,
                language=language,
                encoding=encoding,
                word_timestamps=word_timestamps,
                diarize=diarize,
                gender_detection=gender_detection,
                emotion_detection=emotion_detection,
                format_=format_,
                punctuate=punctuate,
                capitalize=capitalize,
                numerals=numerals,
                redact_pii=redact_pii,
                redact_pci=redact_pci,
                webhook_url=webhook_url,
                webhook_method=webhook_method,
                webhook_extra=webhook_extra,
            )
        ),
    )


def sync(
    *,
    client: AuthenticatedClient,
    body: Upload | RemoteAudio | Mapping[str, Any],
    language: SttLanguage | Unset = UNSET,
    encoding: SttEncoding | Unset = UNSET,
    word_timestamps: bool | Unset = UNSET,
    diarize: bool | Unset = UNSET,
    gender_detection: Toggle | Unset = UNSET,
    emotion_detection: Toggle | Unset = UNSET,
    format_: Toggle | Unset = UNSET,
    punctuate: Toggle | Unset = UNSET,
    capitalize: Toggle | Unset = UNSET,
    numerals: SttNumerals | Unset = UNSET,
    redact_pii: Toggle | Unset = UNSET,
    redact_pci: Toggle | Unset = UNSET,
    webhook_url: str | Unset = UNSET,
    webhook_method: WebhookMethod | Unset = UNSET,
    webhook_extra: str | Unset = UNSET,
) -> Transcript | SttError | WavesError | None:
    """Transcribe a recording on the older Pulse route."""
    return sync_detailed(
        client=client,
        body=body,
        language=language,
        encoding=encoding,
        word_timestamps=word_timestamps,
        diarize=diarize,
        gender_detection=gender_detection,
        emotion_detection=emotion_detection,
        format_=format_,
        punctuate=punctuate,
        capitalize=capitalize,
        numerals=numerals,
        redact_pii=redact_pii,
        redact_pci=redact_pci,
        webhook_url=webhook_url,
        webhook_method=webhook_method,
        webhook_extra=webhook_extra,
    ).parsed


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: Upload | RemoteAudio | Mapping[str, Any],
    language: SttLanguage | Unset = UNSET,
    encoding: SttEncoding | Unset = UNSET,
    word_timestamps: bool | Unset = UNSET,
    diarize: bool | Unset = UNSET,
    gender_detection: Toggle | Unset = UNSET,
    emotion_detection: Toggle | Unset = UNSET,
    format_: Toggle | Unset = UNSET,
    punctuate: Toggle | Unset = UNSET,
    capitalize: Toggle | Unset = UNSET,
    numerals: SttNumerals | Unset = UNSET,
    redact_pii: Toggle | Unset = UNSET,
    redact_pci: Toggle | Unset = UNSET,
    webhook_url: str | Unset = UNSET,
    webhook_method: WebhookMethod | Unset = UNSET,
    webhook_extra: str | Unset = UNSET,
) -> Transcript | SttError | WavesError | None:
    """Transcribe a recording on the older Pulse route."""
    return (
        await asyncio_detailed(
            client=client,
            body=body,
            language=language,
            encoding=encoding,
            word_timestamps=word_timestamps,
            diarize=diarize,
            gender_detection=gender_detection,
            emotion_detection=emotion_detection,
            format_=format_,
            punctuate=punctuate,
            capitalize=capitalize,
            numerals=numerals,
            redact_pii=redact_pii,
            redact_pci=redact_pci,
            webhook_url=webhook_url,
            webhook_method=webhook_method,
            webhook_extra=webhook_extra,
        )
    ).parsed

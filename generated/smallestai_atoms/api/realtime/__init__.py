"""The namespace `Realtime` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import UNSET, AsyncRawMethod, RawMethod, raw

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.call_variables import CallVariables
    from ...models.input_audio_format import InputAudioFormat
    from ...models.output_audio_format import OutputAudioFormat
    from ...models.register_call_request_mode import RegisterCallRequestMode
    from ...models.registered_call_response import RegisteredCallResponse
    from ...types import Unset
    from .. import AsyncSend, RequestOptions, Send


class Realtime:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawRealtime:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawRealtime(self._send)

    def register_call(
        self,
        *,
        agent_id: str,
        mode: RegisterCallRequestMode | Unset = UNSET,
        variables: CallVariables | Mapping[str, Any] | Unset = UNSET,
        input_audio_format: InputAudioFormat | Unset = UNSET,
        output_audio_format: OutputAudioFormat | Unset = UNSET,
        sample_rate: int | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> RegisteredCallResponse:
        """Get a token for the agent socket.

        Returns a token that opens one session on the agent socket, wss .../agent/connect, within 30
        seconds. It fixes the agent, the mode, the variables and the format of the agent's audio. A
        400 names an audio format the agent cannot use, or says that no credits are left.

        Args:
            agent_id: Id of the agent, 24 hexadecimal digits.
            mode: Whether the agent speaks (webcall, also when left out) or writes (chat).
            variables: Values for the variables in the agent's prompt and messages.
            input_audio_format: Encoding and rate (Hz) of the user's audio; pcm_24000 when left
                out. PCM is 16 bits, little-endian, mono.
            output_audio_format: Rate (Hz) of the agent's audio, 16-bit little-endian mono;
                pcm_24000 when left out. pcm_44100 needs a Lightning 3.1 voice.
            sample_rate: Rate (Hz) of the agent's audio; output_audio_format replaces it and
                must agree with it. 48000 is refused.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The token.
        """
        from . import register_call as _operation

        return self._send(
            _operation._get_kwargs(
                body={
                    "agent_id": agent_id,
                    "mode": mode,
                    "variables": variables,
                    "input_audio_format": input_audio_format,
                    "output_audio_format": output_audio_format,
                    "sample_rate": sample_rate,
                }
            ),
            _operation._parse,
            request_options,
        )


class RawRealtime:
    """The operations of `Realtime`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = Realtime(raw(send))

    register_call = RawMethod(Realtime.register_call)


class AsyncRealtime:
    """The awaitable twin of `Realtime`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawRealtime:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawRealtime(self._send)

    async def register_call(
        self,
        *,
        agent_id: str,
        mode: RegisterCallRequestMode | Unset = UNSET,
        variables: CallVariables | Mapping[str, Any] | Unset = UNSET,
        input_audio_format: InputAudioFormat | Unset = UNSET,
        output_audio_format: OutputAudioFormat | Unset = UNSET,
        sample_rate: int | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> RegisteredCallResponse:
        """Get a token for the agent socket.

        Returns a token that opens one session on the agent socket, wss .../agent/connect, within 30
        seconds. It fixes the agent, the mode, the variables and the format of the agent's audio. A
        400 names an audio format the agent cannot use, or says that no credits are left.

        Args:
            agent_id: Id of the agent, 24 hexadecimal digits.
            mode: Whether the agent speaks (webcall, also when left out) or writes (chat).
            variables: Values for the variables in the agent's prompt and messages.
            input_audio_format: Encoding and rate (Hz) of the user's audio; pcm_24000 when left
                out. PCM is 16 bits, little-endian, mono.
            output_audio_format: Rate (Hz) of the agent's audio, 16-bit little-endian mono;
                pcm_24000 when left out. pcm_44100 needs a Lightning 3.1 voice.
            sample_rate: Rate (Hz) of the agent's audio; output_audio_format replaces it and
                must agree with it. 48000 is refused.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The token.
        """
        from . import register_call as _operation

        return await self._send(
            _operation._get_kwargs(
                body={
                    "agent_id": agent_id,
                    "mode": mode,
                    "variables": variables,
                    "input_audio_format": input_audio_format,
                    "output_audio_format": output_audio_format,
                    "sample_rate": sample_rate,
                }
            ),
            _operation._parse,
            request_options,
        )


class AsyncRawRealtime:
    """The operations of `AsyncRealtime`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncRealtime(raw(send))

    register_call = AsyncRawMethod(AsyncRealtime.register_call)

"""A session of live transcription, as far as nothing is waited for: what both worlds share."""

from __future__ import annotations

import logging
import sys
import warnings
from collections import deque
from time import monotonic
from typing import TYPE_CHECKING, Any

from smallestai._backoff import Backoff
from smallestai._config import Timeout
from smallestai.errors import (
    APITimeoutError,
    ArgumentError,
    LocalProtocolError,
    SmallestError,
    StreamClosedError,
    StreamError,
)
from smallestai.protocol.liveness import Liveness
from smallestai.protocol.transcription import State, TranscriptionProtocol
from smallestai.waves import _stt_catalogue as catalogue
from smallestai.waves.transcript import Transcript

if TYPE_CHECKING:
    from smallestai._config import Config
    from smallestai._microphone import Microphone
    from smallestai.protocol.liveness import Verdict
    from smallestai.protocol.transcription_events import (
        TranscriptionEvent,
        TranscriptWord,
        Utterance,
    )
    from smallestai.waves._stt_live import LiveRequest

log = logging.getLogger("smallestai.waves")

# How many sends may pass without anybody reading before the sender reads what has come: a service
# that cannot get rid of its frames ceases to take audio.
UNREAD_SENDS = 16

_OPEN = State.OPEN  # looked at for every frame
_MOST_FAILURES = 5
_FIRST_PAUSE, _LONGEST_PAUSE = 0.1, 5.0
_LONGEST_ASKED = 30.0
_STEADY = 10.0  # seconds after which a connection counts as one that worked


class Session:
    """What both worlds share: everything that does not wait."""

    _is_open = False  # also of one that could not be made

    def __init__(
        self, config: Config, request: LiveRequest, timeout: Timeout | float | None
    ) -> None:
        if timeout is not None:
            config = config.replace(timeout=Timeout.of(timeout))
        self._config = config
        self._request = request
        self._protocol = TranscriptionProtocol(
            request.sample_rate, request.sample_size, request.buffer_seconds
        )
        self._liveness = Liveness(config.timeout.between, 0.0)
        self._verdict: Verdict | None = None  # why the connection was cut, where it was by us
        self._cause: SmallestError | None = None  # why another connection is needed
        self._failure: SmallestError | None = None
        self._fault: BaseException | None = None  # of the source that is fed
        self._told = False
        self._over = False  # set behind the last event, for whoever reads without a lock
        self._failures = 0
        self._since = 0.0  # when the connection was opened
        self._backoff = Backoff(_FIRST_PAUSE, _LONGEST_PAUSE)
        self._ready: deque[TranscriptionEvent] = deque()
        self._unread = 0  # sends since something was last read
        self._began = False
        self._is_fed = False
        self._closed = False
        self._released = False
        self.reconnects = 0

    def __repr__(self) -> str:
        state = "closed" if self._closed else self._protocol.state.value if self._began else "new"
        return f"<{type(self).__name__} {state}, {self._protocol.sent_seconds:.2f} s of audio>"

    @property
    def sample_rate(self) -> int:
        """Samples per second of the audio to send."""
        return self._request.sample_rate

    @property
    def session_id(self) -> str | None:
        """The service's id of the session, once it is known; another one after a reconnect."""
        return self._protocol.session_id

    @property
    def text(self) -> str:
        """All finals so far, with one space between words."""
        return self._protocol.text

    @property
    def interim(self) -> str:
        """What has been understood since the last final; it may still change."""
        return self._protocol.interim

    @property
    def words(self) -> list[TranscriptWord]:
        """The words of all finals so far, with their times in the session."""
        return [word for final in self._protocol.finals for word in final.words]

    @property
    def transcript(self) -> Transcript:
        """The finals so far as one transcript, to be saved as text or subtitles."""
        finals = self._protocol.finals
        utterances: list[Utterance] = [each for final in finals for each in final.utterances]
        return Transcript(
            text=self.text,
            words=tuple(self.words),
            utterances=tuple(utterances),
            language=next((each.language for each in reversed(finals) if each.language), None),
            duration=self._protocol.sent_seconds or None,
            request_id=self.session_id,
        )

    def microphone(
        self, *, device: int | str | None = None, block_seconds: float = 0.05
    ) -> Microphone:
        """Return a microphone at the rate of the stream, to be fed to it (needs ``[audio]``).

        Args:
            device: The sound device, by its number or a part of its name; None is the default one.
            block_seconds: How long a block is; the service advises 0.05 to 0.1.

        Raises:
            ArgumentError: The stream takes another encoding than ``linear16``.
        """
        from smallestai._microphone import Microphone

        if self._request.encoding != "linear16":
            remedy = "is not what a microphone gives: stream with encoding='linear16'"
            raise ArgumentError("encoding", self._request.encoding, remedy)
        return Microphone(self.sample_rate, block_seconds=block_seconds, device=device)

    # -- what the shells ask

    def _begin(self) -> None:
        if self._closed:
            raise LocalProtocolError("the stream is closed", hint="Make a new one.")
        self._began = True

    def _begin_feed(self) -> None:
        if self._is_fed:
            raise LocalProtocolError("the stream is fed from a source already")
        if self._closed:
            self._begin()
        self._is_fed = True

    def _connected(self) -> list[bytes | str]:
        """Take a new connection; return what to write on it first."""
        now = monotonic()
        self._liveness = Liveness(self._config.timeout.between, now)
        self._verdict, self._since = None, now
        if self._protocol.is_broken:
            self._ready.append(self._protocol.resume())
            self.reconnects += 1
            self._cause = None
            self._note_due()
            log.debug("transcription resumed after %d failures", self._failures)
        return self._protocol.frames_to_send()

    def _sent(self, audio: bytes) -> list[bytes | str]:
        """Take audio; return what to write."""
        if self._failure is not None:
            raise self._failure
        self._protocol.send_audio(audio)
        self._unread += 1
        return self._protocol.frames_to_send()

    def _asked(self, *, end: bool) -> list[bytes | str]:
        """Take the end of a turn or of the session; return what to write."""
        self._raise_failure()
        if end:
            self._protocol.end()
        else:
            self._protocol.finalize()
        self._note_due()
        return self._protocol.frames_to_send()

    def _arrived(self, frame: bytes | str) -> None:
        """Take a frame."""
        self._unread = 0
        protocol = self._protocol
        self._ready.extend(protocol.receive(frame))
        if protocol.state is not _OPEN:
            self._over = protocol.is_over
        if self._liveness.due_since is not None:
            self._note_due()
        if self._failures:
            self._failures = 0
            self._backoff.reset()

    def _note_due(self) -> None:
        self._liveness.due_since = monotonic() if self._protocol.is_answer_due else None

    def _lost(self, code: int, reason: str) -> None:
        """Take the end of a connection; `_cause` then says whether another one is needed.

        Raises:
            SmallestError: The session is over.
        """
        verdict = self._verdict
        if verdict == "silent":
            self._protocol.give_up()
            raise self._liveness.error(verdict)
        if not self._protocol.is_over and self._is_region_silence():
            self._protocol.give_up()
            raise StreamClosedError(close_code=code, reason=reason, hint=self._region_hint())
        if monotonic() - self._since > _STEADY:
            self._failures = 0
            self._backoff.reset()
        try:
            self._cause = self._protocol.receive_close(code, reason)
        except StreamClosedError:
            if verdict is None:
                raise
            raise self._liveness.error(verdict) from None
        if self._cause is not None and verdict is not None:
            self._cause = self._liveness.error(verdict)
        log.debug("transcription socket closed: %d %s", code, reason)

    def _pause_after(self, error: SmallestError) -> float:
        """Return the seconds to wait before the next connection.

        Raises:
            SmallestError: There is none.
        """
        self._failures += 1
        asked: float = getattr(error, "retry_after", None) or 0.0
        if (
            self._failures > _MOST_FAILURES
            or asked > _LONGEST_ASKED
            or not (error.retryable or isinstance(error, StreamClosedError | APITimeoutError))
        ):
            self._protocol.give_up()
            raise error
        return asked if self._failures == 1 else max(asked, self._backoff.next())

    def _fail(self, error: SmallestError) -> None:
        """Keep the error that ended the session, with what there is."""
        if isinstance(error, StreamError) and error.code == "LANGUAGE_NOT_ENABLED_IN_REGION":
            error.hint = self._region_hint() or error.hint
        self._protocol.give_up()
        error.received = self.transcript
        self._failure = error
        self._over = True

    def _give_up(self) -> None:
        """Go no further, without an error."""
        self._protocol.give_up()
        self._over = True

    def _raise_failure(self) -> None:
        if self._failure is not None:
            raise self._failure

    def _raise_untold(self) -> None:
        """Raise what ended the session, or what its source raised, once."""
        if not self._told:
            self._told = True
            self._raise_failure()
            if self._fault is not None:
                raise self._fault

    def _leaked(self) -> bool:
        if not self._is_open or self._released:
            return False
        message = f"{self!r} was never closed: use it in a with statement"
        warnings.warn(message, ResourceWarning, stacklevel=3, source=self)
        return not sys.is_finalizing()

    # -- private

    def _is_region_silence(self) -> bool:
        """Whether a region closed without a word because it does not serve the language."""
        return self._request.region is not None and not (
            self._protocol.heard or self._protocol.finals or self._verdict
        )

    def _region_hint(self) -> str | None:
        region = self._request.region
        if region is None:
            return None
        language = self._request.language
        return f"Language {language!r} {catalogue.region_remedy(region)}."


def as_bytes(audio: Any) -> bytes:
    """Return audio as bytes that nobody can change any more.

    Raises:
        ArgumentError: It is no such thing.
    """
    try:
        return memoryview(audio).tobytes()
    except TypeError:
        kind = type(audio).__name__
        raise ArgumentError("audio", kind, "must be bytes in the encoding of the stream") from None

"""The loudspeaker, fed as samples arrive."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from smallestai.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from smallestai.audio import AudioFormat


@contextmanager
def loudspeaker(form: AudioFormat) -> Iterator[Callable[[bytes], object]]:
    """Open the default loudspeaker, and wait at the end until all has been heard.

    What is playing is cut off when the block ends with an exception.

    Yields:
        What to call with samples; it waits while enough of them are about to be played.

    Raises:
        ConfigurationError: The ``[audio]`` extra or a sound device is missing.
    """
    try:
        import sounddevice
    except (ImportError, OSError) as error:
        raise ConfigurationError(
            "playing needs the audio extra and PortAudio: pip install 'smallestai[audio]'"
        ) from error
    try:
        with sounddevice.RawOutputStream(
            samplerate=form.sample_rate, channels=form.channels, dtype="int16"
        ) as device:
            try:
                yield device.write
            except BaseException:
                device.abort()
                raise
    except sounddevice.PortAudioError as error:
        raise ConfigurationError(f"no sound device can play this: {error}") from error

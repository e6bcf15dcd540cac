"""The speech engine's C library, eSpeak NG 1.52, called through ctypes.

eSpeak NG is licensed under the GPL, version 3. It is no part of this package: the extra
`smallestai[sandbox]` installs it (espeakng-loader), and it is loaded when the sandbox first speaks.

The library keeps one process-wide state, so one lock serialises all calls. Three leftovers of
an utterance would change the next one: the phase of the pitch flutter, the count of voice cycles
behind "roughness", and the noise generator. The voice variants are therefore replaced by copies
with flutter and roughness off, and the noise starts from a fixed seed. The same text, voice and
settings then give the same samples, in every process.
"""

from __future__ import annotations

import atexit
import ctypes
import os
import shutil
import tempfile
from ctypes import POINTER, c_char, c_char_p, c_int, c_long, c_short, c_size_t, c_uint, c_void_p
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, ClassVar, Literal

import espeakng_loader
from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Callable

# speak_lib.h
_SYNCHRONOUS = 2
_DONT_EXIT = 0x8000
_POSITION_CHARACTER = 1
_UTF8, _END_PAUSE = 1, 0x1000
_RATE, _VOLUME, _PITCH = 1, 2, 3
_EVENT_WORD, _EVENT_END = 1, 5
_OK = 0

_SEED = 1
_QUIET = 70  # leaves headroom: the library's gain control would otherwise carry over
_STEADY = "\nflutter 0\nroughness 8\n"  # 8 lies past the table of roughnesses, which means none


@frozen
class Mark:
    """A place in the audio: a word starts there, or a clause (and its last word) ends.

    Attributes:
        kind: "word" or "end".
        position: The place in the text, counted in characters from 0.
        seconds: The time from the start of the audio.
    """

    kind: Literal["word", "end"]
    position: int
    seconds: float


@frozen
class Manner:
    """How a text is spoken.

    Attributes:
        language: A language of eSpeak NG: "en-us", "hi", "cmn".
        variant: A voice variant of eSpeak NG: "f1" to "f5", "m1" to "m8".
        pitch: 0 to 99; 50 is the variant's own.
        words_per_minute: 80 to 450.
        pause: Whether the pause of a sentence's end follows.
    """

    language: str
    variant: str
    pitch: int = 50
    words_per_minute: int = 175
    pause: bool = True


class _Id(ctypes.Union):
    _fields_: ClassVar = [("number", c_int), ("name", c_char_p), ("string", c_char * 8)]


class _Event(ctypes.Structure):
    _fields_: ClassVar = [
        ("type", c_int),
        ("unique_identifier", c_uint),
        ("text_position", c_int),
        ("length", c_int),
        ("audio_position", c_int),
        ("sample", c_int),
        ("user_data", c_void_p),
        ("id", _Id),
    ]


_Callback = ctypes.CFUNCTYPE(c_int, POINTER(c_short), c_int, POINTER(_Event))


class Library:
    """The loaded library; use `library()`, since a process has one.

    Attributes:
        sample_rate: The rate of all audio, in hertz.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        data = _steady_data(Path(espeakng_loader.get_data_path()))
        self._api = _load()
        self._on_audio = _Callback(self._receive)  # the C side keeps no reference of its own
        self._sink: Callable[[bytes, list[Mark]], bool] = lambda _, __: True
        self._failure: BaseException | None = None
        rate = self._api.espeak_Initialize(_SYNCHRONOUS, 0, os.fsencode(data), _DONT_EXIT)
        if rate <= 0:
            raise RuntimeError(f"eSpeak NG could not be initialised with the data in {data}")
        self.sample_rate = int(rate)
        self._api.espeak_SetSynthCallback(self._on_audio)

    def speak(self, text: str, manner: Manner, sink: Callable[[bytes, list[Mark]], bool]) -> None:
        """Speak a text; return when the last of the audio has been handed over.

        Args:
            text: What to say.
            manner: How to say it.
            sink: Takes 16-bit samples as they are made (about 60 ms at a time) and the marks
                that fall into them. It returns whether to go on. An exception ends the speech
                and is raised here.
        """
        content = text.replace("\0", " ").encode("utf-8", "replace")
        with self._lock:
            self._sink, self._failure = sink, None
            self._prepare(manner)
            self._synth(content, _UTF8 | _END_PAUSE if manner.pause else _UTF8)
            if self._failure is not None:
                raise self._failure

    def _synth(self, content: bytes, flags: int) -> None:
        start, end, size = 0, 0, len(content) + 1
        self._api.espeak_Synth(content, size, start, _POSITION_CHARACTER, end, flags, None, None)

    def _prepare(self, manner: Manner) -> None:
        voice = f"{manner.language}+{manner.variant}"
        if self._api.espeak_SetVoiceByName(voice.encode()) != _OK:
            raise RuntimeError(f"eSpeak NG has no voice {voice}")
        self._api.espeak_ng_SetRandSeed(_SEED)
        for parameter, value in (
            (_RATE, manner.words_per_minute),
            (_PITCH, manner.pitch),
            (_VOLUME, _QUIET),
        ):
            self._api.espeak_SetParameter(parameter, value, 0)

    def _receive(self, samples: ctypes._Pointer[c_short], count: int, events: object) -> int:
        # ctypes would print an exception and go on.
        try:
            pcm = ctypes.string_at(samples, 2 * count) if count else b""
            return 0 if self._sink(pcm, _marks(events)) else 1
        except BaseException as error:
            self._failure = error  # raised again by `speak`
            return 1


_loading = Lock()


def library() -> Library:
    """Return the library, loaded and initialised by the first call; any thread may call."""
    with _loading:
        return _load_once()


@cache
def _load_once() -> Library:
    return Library()


def _load() -> ctypes.CDLL:
    api = ctypes.CDLL(espeakng_loader.get_library_path())
    api.espeak_Initialize.argtypes = [c_int, c_int, c_char_p, c_int]
    api.espeak_SetSynthCallback.argtypes = [_Callback]
    api.espeak_SetVoiceByName.argtypes = [c_char_p]
    api.espeak_SetParameter.argtypes = [c_int, c_int, c_int]
    api.espeak_ng_SetRandSeed.argtypes = [c_long]
    api.espeak_Synth.argtypes = [
        *(c_char_p, c_size_t, c_uint, c_int, c_uint, c_uint),
        *(POINTER(c_uint), c_void_p),
    ]
    return api


def _marks(events: object) -> list[Mark]:
    marks: list[Mark] = []
    for event in events:  # type: ignore[attr-defined]  # a C array; a type of 0 ends it
        if event.type == 0:
            break
        if event.type == _EVENT_WORD:
            marks.append(Mark("word", event.text_position - 1, event.audio_position / 1000))
        elif event.type == _EVENT_END:
            marks.append(Mark("end", event.text_position - 1, event.audio_position / 1000))
    return marks


def _steady_data(source: Path) -> Path:
    """Return a copy of the library's data, removed at exit, with steady voice variants."""
    target = Path(tempfile.mkdtemp(prefix="smallestai-voices-"))
    atexit.register(_remove, target, os.getpid())
    for entry in source.iterdir():
        if entry.name != "voices":
            _borrow(entry, target / entry.name)
    variants = target / "voices" / "!v"
    variants.mkdir(parents=True)
    for entry in (source / "voices" / "!v").glob("[fm][1-8]"):
        steady = entry.read_text(encoding="utf-8") + _STEADY
        (variants / entry.name).write_text(steady, encoding="utf-8")
    return target


def _remove(folder: Path, owner: int) -> None:
    if os.getpid() == owner:  # and not a forked child, which leaves before its parent
        shutil.rmtree(folder, ignore_errors=True)


def _borrow(entry: Path, place: Path) -> None:
    """Link a file or a folder, or copy it where links are not allowed."""
    try:
        place.symlink_to(entry, target_is_directory=entry.is_dir())
    except OSError:
        copy = shutil.copytree if entry.is_dir() else shutil.copyfile
        copy(entry, place)

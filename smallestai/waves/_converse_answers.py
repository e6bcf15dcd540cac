"""Answering what the user has said: asking the model, and handing out what it says. Both worlds."""

from __future__ import annotations

import asyncio
from queue import SimpleQueue
from threading import Condition
from typing import TYPE_CHECKING, Any

from smallestai.errors import LocalProtocolError
from smallestai.protocol.events import AudioChunk
from smallestai.waves._converse import Answered, Asked
from smallestai.waves._converse_state import ConversationState

if TYPE_CHECKING:
    from smallestai.waves._converse import Turn
    from smallestai.waves._converse_options import ConverseOptions
    from smallestai.waves.namespaces import AsyncWaves, Waves
    from smallestai.waves.speech import AsyncSpeechStream, SpeechStream

_MOOT = Answered("", "", 0.0, interrupted=True, exact=True)


class Answering(ConversationState):
    """The blocking half."""

    def __init__(self, waves: Waves, source: Any, options: ConverseOptions) -> None:
        super().__init__(source, options, blocking=True)
        self._waves = waves
        self._news: SimpleQueue[Any] = SimpleQueue()  # for whoever iterates
        self._changed = Condition()  # of the dialogue

    def _answer(self, turn: Turn) -> None:
        self._news.put(Asked(turn.text, turn.start))
        messages, plan = self._dialogue.ask(turn), self._plan
        if self._is_moot(turn):
            self._news.put(_MOOT)
            return
        if plan.tools:
            said: Any = self._waves.chat.run(messages, tools=plan.tools, **plan.chat)
            self._dialogue.messages += said.messages[len(messages) : -1]
            speech = self._waves.tts.speak([said.text], **plan.speech)
        else:
            said = self._waves.chat.create(messages, stream=True, **plan.chat)
            speech = self._waves.tts.speak(said, **plan.speech)
            turn.streams.append(said)
        with self._changed:
            turn.streams.append(speech)
            cut = self._to_cut(turn)
        for stream in cut:
            stream.close()
        seconds = 0.0
        try:
            seconds = speech.play() if plan.play else self._pass_on(turn, speech)
        except LocalProtocolError as error:
            self._blame(error, turn)
        finally:
            with self._changed:
                streams, turn.streams = turn.streams, []
            for stream in streams:
                stream.close()
        self._news.put(self._dialogue.answered(turn, speech.heard(seconds), said.text))

    def _pass_on(self, turn: Turn, speech: SpeechStream) -> float:
        """Hand the answer out; return how much of it was heard on the clock of the source."""
        samples = bytearray()
        for chunk in speech:
            samples += chunk
            self._news.put(AudioChunk(chunk))
            if turn.reaches(speech.format.seconds(len(samples))):
                turn.is_cut = True
                break
        seconds = speech.format.seconds(len(samples))
        with self._changed:
            self._changed.wait_for(lambda: self._dialogue.has_passed(turn, seconds))
        return self._kept(turn, bytes(samples), speech.format)


class AsyncAnswering(ConversationState):
    """The async half."""

    def __init__(self, waves: AsyncWaves, source: Any, options: ConverseOptions) -> None:
        super().__init__(source, options, blocking=False)
        self._waves = waves
        self._news: asyncio.Queue[Any] = asyncio.Queue()
        self._changed = asyncio.Event()

    async def _answer(self, turn: Turn) -> None:
        self._news.put_nowait(Asked(turn.text, turn.start))
        messages, plan = self._dialogue.ask(turn), self._plan
        if self._is_moot(turn):
            self._news.put_nowait(_MOOT)
            return
        if plan.tools:
            said: Any = await self._waves.chat.run(messages, tools=plan.tools, **plan.chat)
            self._dialogue.messages += said.messages[len(messages) : -1]
            speech = self._waves.tts.speak([said.text], **plan.speech)
        else:
            said = self._waves.chat.create(messages, stream=True, **plan.chat)
            speech = self._waves.tts.speak(said, **plan.speech)
            turn.streams.append(said)
        turn.streams.append(speech)
        for stream in self._to_cut(turn):
            await stream.close()
        seconds = 0.0
        try:
            seconds = await speech.play() if plan.play else await self._pass_on(turn, speech)
        except LocalProtocolError as error:
            self._blame(error, turn)
        finally:
            streams, turn.streams = turn.streams, []
            for stream in streams:
                await stream.close()
        self._news.put_nowait(self._dialogue.answered(turn, speech.heard(seconds), said.text))

    async def _pass_on(self, turn: Turn, speech: AsyncSpeechStream) -> float:
        """Hand the answer out; return how much of it was heard on the clock of the source."""
        samples = bytearray()
        async for chunk in speech:
            samples += chunk
            self._news.put_nowait(AudioChunk(chunk))
            if turn.reaches(speech.format.seconds(len(samples))):
                turn.is_cut = True
                break
        seconds = speech.format.seconds(len(samples))
        while not self._dialogue.has_passed(turn, seconds):
            self._changed.clear()
            await self._changed.wait()
        return self._kept(turn, bytes(samples), speech.format)

"""Speak an answer while a language model is still writing it. The key comes from SMALLEST_API_KEY.

The model is a script here, with the chunks and the pace of a real one. Writes answer.wav.
"""

import re
import time
from collections.abc import Iterable, Iterator
from types import SimpleNamespace as Namespace
from typing import Any

from smallestai import SmallestAI
from smallestai.waves import AudioChunk, PieceStarted

ANSWER = (
    "Good news: your parcel left our warehouse this morning. It weighs **2.5 kg** and comes by "
    "Express Ltd., so it should be with you on Tuesday, or on Wednesday at the latest."
)
TOKENS_PER_SECOND = 40


def ask(question: str) -> Iterable[Any]:
    # To have a model answer, replace this line; with the client of any OpenAI-compatible service:
    #     return llm.chat.completions.create(model=..., messages=[...question...], stream=True)
    return script(question)


def script(_question: str) -> Iterator[Any]:
    yield Namespace(choices=[Namespace(delta=Namespace(role="assistant", content=None))])
    for token in re.findall(r"\s*\w{1,5}|\s*\W", ANSWER):
        time.sleep(1 / TOKENS_PER_SECOND)
        yield Namespace(choices=[Namespace(delta=Namespace(content=token))])


def timed(chunks: Iterable[Any], times: dict[str, float]) -> Iterator[Any]:
    for chunk in chunks:
        if chunk.choices and chunk.choices[0].delta.content:
            times.setdefault("first token", time.perf_counter())
        yield chunk


def main() -> None:
    times: dict[str, float] = {}
    with SmallestAI() as client:
        answer = timed(ask("Where is my parcel?"), times)
        stream = client.waves.tts.speak(answer, voice_id="meher")
        for event in stream.events():
            if isinstance(event, AudioChunk):  # here: hand event.data to a player
                times.setdefault("first audio", time.perf_counter())
            elif isinstance(event, PieceStarted):
                print(f"speaking: {event.text}")
        audio = stream.read()
    waited = times["first audio"] - times["first token"]
    print(f"first audio {1000 * waited:.0f} ms after the first token")
    print(audio.save("answer.wav"), f"{audio.duration:.2f} s")


if __name__ == "__main__":
    main()

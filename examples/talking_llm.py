"""Have a language model speak while it writes, in a sandbox on this machine: no key, no network.

The tokens of any OpenAI-compatible service go straight into `speak`: set LLM_BASE_URL, LLM_MODEL
and LLM_API_KEY (and `pip install openai`). Without them the sandbox's own small model answers,
through the openai package where it is installed. Writes talk.wav.
"""

import os
from collections.abc import Iterable
from typing import Any

from smallestai import SmallestAI
from smallestai.waves import PieceStarted

try:
    import openai
except ImportError:
    openai = None  # type: ignore[assignment]

QUESTION = "Tell me of yourself in four sentences."


def ask(client: SmallestAI, question: str) -> Iterable[Any]:
    messages: Any = [{"role": "user", "content": question}]
    if openai is None:
        return client.waves.chat.create(messages, stream=True)
    llm = openai.OpenAI(
        base_url=os.environ.get("LLM_BASE_URL", f"{client.base_url}/waves/v1"),
        api_key=os.environ.get("LLM_API_KEY", "any-key"),
    )
    model = os.environ.get("LLM_MODEL", "electron")
    return llm.chat.completions.create(model=model, messages=messages, stream=True)


def main() -> None:
    with SmallestAI.sandbox() as client:
        answer = ask(client, QUESTION)
        with client.waves.tts.speak(answer, voice_id="meher") as speech:
            for event in speech.events():
                if isinstance(event, PieceStarted):
                    print(f"speaking: {event.text}")
            audio = speech.read()
    waited = speech.metrics.time_from_first_token or 0.0
    print(f"first audio {1000 * waited:.0f} ms after the first token")
    print(audio.save("talk.wav"), f"{audio.duration:.2f} s")


if __name__ == "__main__":
    main()

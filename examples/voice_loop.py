"""Talk with a language model that can look something up, and interrupt it.

    python voice_loop.py --microphone    # speak; Ctrl-C ends it (needs smallestai[audio], and a
                                         # key in SMALLEST_API_KEY)
    python voice_loop.py                 # in a sandbox: questions from a file, answers into one

Without a microphone it speaks two questions itself, the second one into the answer to the first,
and writes question.wav and reply.wav.
"""

import sys

from smallestai import Audio, AudioFormat, SmallestAI
from smallestai.waves.converse import Answered, Asked, Conversation

RATE = 16_000
SYSTEM = "You serve in a shop. Answer in one sentence."
SHELF = {"lamp": 4, "chair": 12}


def stock(article: str) -> str:
    """Tell how many pieces of an article are left in stock.

    Args:
        article: Its name, such as lamp.
    """
    left = [f"{count} {name}s" for name, count in SHELF.items() if name in article]
    return " and ".join(left) or "nothing of that kind, I am sorry to say"


def questions(client: SmallestAI) -> str:
    samples = b""
    for text, pause in (("How many lamps and chairs are in stock?", 1.5), ("Thank you.", 1)):
        samples += client.waves.tts.synthesize(text, sample_rate=RATE).data
        samples += bytes(2 * round(RATE * pause))
    return str(Audio(samples, AudioFormat("pcm", RATE)).save("question.wav"))


def follow(conversation: Conversation) -> None:
    for event in conversation:
        if isinstance(event, Asked):
            print(f"you: {event.text}")
        elif isinstance(event, Answered):
            print(f"it:  {event.text}{' ... (interrupted)' if event.interrupted else ''}")


def talk() -> None:
    with SmallestAI() as client, client.waves.converse(system=SYSTEM, tools=[stock]) as spoken:
        try:
            follow(spoken)
        except KeyboardInterrupt:
            print()


def replay() -> None:
    with SmallestAI.sandbox() as client:
        source = questions(client)
        with client.waves.converse(source, system=SYSTEM, tools=[stock]) as spoken:
            follow(spoken)
        print(spoken.save("reply.wav"))


if __name__ == "__main__":
    talk() if "--microphone" in sys.argv else replay()

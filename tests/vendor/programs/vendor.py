"""What the programs share: the vendor's client at the server given, and a way to report."""

import array
import json
import sys

from smallestai import SmallestAI, SmallestAIEnvironment

URL, KEY = sys.argv[1:3]
SOCKET_URL = URL.replace("http", "ws", 1)
TEXT = "The kettle is on, and the letter is still in the drawer."


def client() -> SmallestAI:
    """Return the client with all its addresses at the server."""
    environment = SmallestAIEnvironment(
        atoms=f"{URL}/atoms/v1", waves=URL, waves_ws=SOCKET_URL, payment=URL
    )
    return SmallestAI(api_key=KEY, environment=environment)


def facts_of(pcm: bytes, sample_rate: int) -> dict:
    """Return what can be told of 16-bit mono samples."""
    samples = array.array("h", pcm)
    return {
        "bytes": len(pcm),
        "seconds": len(samples) / sample_rate,
        "loudest": max(map(abs, samples), default=0),
    }


def report(**facts: object) -> None:
    """Hand the outcome to the test."""
    print(json.dumps(facts))

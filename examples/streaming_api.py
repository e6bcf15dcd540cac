"""Stream a text to output.wav: `stream(payload, headers)` of the old Lightning Large example.

As a script it speaks a sentence with the key in SMALLEST_API_KEY.
"""

import os
from collections.abc import Mapping
from typing import Any

from smallestai import SmallestAI
from smallestai.audio import Audio
from smallestai.waves import catalogue

IGNORED = {"consistency", "similarity", "enhancement"}  # options of models that are retired


def stream(payload: Mapping[str, Any], headers: Mapping[str, str]) -> None:
    """Speak over server-sent events, say how long that took, and write output.wav.

    Args:
        payload: ``text``, and how to speak it: ``voice_id``, ``sample_rate``, ``speed``, ...
        headers: ``Authorization: Bearer <key>``; others are sent as they are.

    Raises:
        SmallestError: It failed; output.wav is as it was.
    """
    given = {name.lower(): value for name, value in headers.items()}
    key = given.pop("authorization").removeprefix("Bearer ")
    given.pop("content-type", None)  # which the client knows best
    options = {name: value for name, value in payload.items() if name not in IGNORED}
    options.setdefault("model", catalogue.model_of(payload["voice_id"]) or catalogue.BASE)
    with (
        SmallestAI(key, headers=given) as client,
        client.waves.tts.stream(options.pop("text"), transport="sse", **options) as speech,
    ):
        chunks = list(speech)
    samples = b"".join(chunks)
    Audio(samples, speech.format).save("output.wav")
    print(f"TTFB: {1000 * (speech.metrics.time_to_first_audio or 0):.2f} ms")
    print(f"Total audio chunks: {len(chunks)}")
    print(f"Total audio size: {len(samples)} bytes")


if __name__ == "__main__":
    stream(
        {
            "text": "The first words can be heard while the last ones are still being made.",
            "voice_id": "magnus",
            "sample_rate": 24000,
        },
        {"Authorization": f"Bearer {os.environ.get('SMALLEST_API_KEY', '')}"},
    )

"""The generated socket client: two utterances on one socket, frame by frame."""

import base64

from smallestai.waves.tts.types import TtsRequestMessage
from vendor import TEXT, client, facts_of, report


def utterance(connection) -> dict:
    """Speak the text and return what came, up to the end."""
    connection.synthesize_streaming_tts(
        TtsRequestMessage(text=TEXT, voice_id="magnus", sample_rate=24000, complete_backoff_ms=0)
    )
    statuses, pcm, requests = [], b"", set()
    while "complete" not in statuses and "error" not in statuses:
        message = connection.recv()
        statuses.append(message.status)
        requests.add(message.request_id)
        if message.status == "chunk":
            pcm += base64.b64decode(message.data.audio)
    return {"statuses": statuses, "requests": sorted(requests), **facts_of(pcm, 24000)}


with client().waves.tts.connect() as connection:
    report(first=utterance(connection), second=utterance(connection))

"""A sentence, spoken, then transcribed: from the recording, and live, with and without helper."""

import io
import wave

from smallestai.waves.helpers import stream_speech_to_text
from smallestai.waves.speech_to_text.types import CloseStream
from vendor import TEXT, client, report

made = client()
file = b"".join(
    made.waves.synthesize_tts(text=TEXT, voice_id="magnus", sample_rate=16000, output_format="wav")
)
with wave.open(io.BytesIO(file)) as recording:
    samples = recording.readframes(recording.getnframes())


def whole(model: str) -> dict:
    """Return the transcript of the recording."""
    read = made.waves.speech_to_text.transcribe(
        model=model, language="en", request=file, word_timestamps=True
    )
    return {
        "text": read.transcription,
        "words": [[word.word, word.start, word.end] for word in read.words],
        "seconds": read.metadata.duration,
    }


def live(**options: object) -> dict:
    """Send the samples and read all events."""
    with stream_speech_to_text(made, language="en", sample_rate=16000, **options) as socket:
        for at in range(0, len(samples), 4096):
            socket.send_audio_chunk_out(samples[at : at + 4096])
        # Its own examples pass a dict, which the method does not take.
        socket.send_close_stream(CloseStream(type="close_stream"))
        events = []
        for event in socket:
            events.append(
                {
                    "class": type(event).__name__,
                    "type": event.type,
                    "text": getattr(event, "transcription", None),
                    "final": getattr(event, "is_final", None),
                    "last": getattr(event, "is_last", None),
                    "words": len(getattr(event, "words", None) or ()),
                }
            )
            if events[-1]["last"]:
                break
    return {"events": events}


report(
    pulse=whole("pulse"),
    pro=whole("pulse-pro"),
    live=live(word_timestamps=True, keywords=["kettle"]),
    with_vad=live(vad_events=True),
)

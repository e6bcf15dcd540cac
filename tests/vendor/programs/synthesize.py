"""A text in one request, as a WAV file and as bare samples."""

import io
import wave

from vendor import TEXT, client, facts_of, report

waves = client().waves
file = b"".join(
    waves.synthesize_tts(text=TEXT, voice_id="magnus", sample_rate=24000, output_format="wav")
)
with wave.open(io.BytesIO(file)) as recording:
    parameters = recording.getparams()
    samples = recording.readframes(recording.getnframes())
bare = b"".join(
    waves.synthesize_tts(text=TEXT, voice_id="magnus", sample_rate=24000, output_format="pcm")
)
report(
    format=[parameters.framerate, parameters.nchannels, parameters.sampwidth],
    wav=facts_of(samples, parameters.framerate),
    pcm=facts_of(bare, 24000),
)

"""Does what old programs do, under whatever release is installed, and prints what came of it.

    python program.py URL VERSION

VERSION is the release whose names are used; which one is installed may be another. Each result is
a list: the type of what was returned and its measures, or the name of the exception.
"""

import asyncio
import importlib
import json
import os
import struct
import sys
import warnings
import wave

URL, VERSION = sys.argv[1:]
LINE = int(VERSION.partition(".")[0])
TEXT = "hello there, my friend."
CASES = {}
warnings.simplefilter("ignore")
try:
    importlib.import_module("smallestai._lazy")
    os.environ["SMALLEST_BASE_URL"] = URL
    ours = True
except ImportError:
    ours = False


def since(first, last=3):
    """Mark a case of the releases of some lines."""

    def note(case):
        if first <= LINE <= last:
            CASES[case.__name__] = case
        return case

    return note


def classes():
    """Return the clients of a release, sent to another address."""
    if LINE < 3:
        package = importlib.import_module("smallest")
        found = package.Smallest, package.AsyncSmallest
    else:
        package = importlib.import_module("smallestai.waves")
        found = package.WavesClient, package.AsyncWavesClient
    if not ours:
        for name, module in list(sys.modules.items()):
            if name.startswith("smallest") and hasattr(module, "API_BASE_URL"):
                module.API_BASE_URL = f"{URL}/waves/v1"
    return package, found


def made(index=0, **options):
    """Return a client."""
    kind = classes()[1][index]
    return kind(**({"api_key": "any-key"} | options | ({"legacy_routes": True} if ours else {})))


def sound(data):
    """Tell what audio is."""
    return [type(data).__name__, len(data), data[:4] == b"RIFF"]


@since(1, 4)
def plain():
    return sound(made().synthesize(TEXT))


@since(1)
def raw():
    return sound(made(add_wav_header=False).synthesize(TEXT))


@since(1)
def file():
    said = [type(made().synthesize(TEXT, save_as="a.wav")).__name__]
    with wave.open("a.wav") as made_file:
        return [*said, made_file.getnframes(), made_file.getframerate()]


@since(1, 4)
def awaited():
    async def main():
        async with made(1) as client:
            return await client.synthesize(TEXT)

    return sound(asyncio.run(main()))


@since(2)
def slower():
    return sound(made().synthesize(TEXT, sample_rate=16000, speed=0.5))


@since(2)
def streamed():
    return [sound(each) for each in made().synthesize("one two three. " * 30, stream=True)]


@since(1, 4)
def rate():
    return made().synthesize(TEXT, sample_rate=4000)


@since(1, 4)
def model():
    return made(model="thunder").synthesize(TEXT)


@since(1)
def extension():
    return made().synthesize(TEXT, save_as="a.mp3")


@since(2, 4)
def option():
    return made().synthesize(TEXT, loudness=1)


@since(1, 4)
def nothing():
    return made().synthesize(" ")


@since(1, 4)
def key():
    return made(api_key=None)


@since(1, 4)
def refused():
    return (
        made(voice_id="nobody").synthesize(TEXT) if LINE > 1 else made(voice="x").synthesize(TEXT)
    )


@since(2, 4)
def voices():
    client = made()
    return [type(client.get_voices()).__name__ in ("str", "Reply"), client.get_languages()]


@since(2, 4)
def clone():
    with wave.open("voice.wav", "wb") as voice:
        voice.setnchannels(1)
        voice.setsampwidth(2)
        voice.setframerate(8000)
        levels = ((n * n // 50) % 9000 - 4500 for n in range(48000))
        voice.writeframes(b"".join(struct.pack("<h", level) for level in levels))
    client = made()
    added = client.add_voice(display_name="Ana", file_path="voice.wav")
    added = added if isinstance(added, dict) else json.loads(added)
    gone = client.delete_voice(voice_id=added["data"]["voiceId"])
    gone = gone if isinstance(gone, dict) else json.loads(gone)
    return [sorted(added["data"]), sorted(gone), gone["success"]]


@since(1)
def tokens():
    async def source():
        for word in "hello there. ", "my friend, ", "how are you today?":
            yield word

    async def main():
        stream = classes()[0].TextToAudioStream(tts_instance=made())
        return b"".join([each async for each in stream.process(source())])

    data = asyncio.run(asyncio.wait_for(main(), 60))
    return [data[:4] == b"RIFF", len(data) > 48000]  # pauses stand where pieces are cut


@since(4, 5)
def socket():
    waves = importlib.import_module("smallestai.waves")
    speaker = waves.WavesStreamingTTS(waves.TTSConfig(voice_id="magnus", api_key="any-key"))
    speaker.ws_url = f"ws{URL[4:]}/waves/v1/tts/live"
    return sound(b"".join(speaker.synthesize(TEXT)))


results = {}
for name, case in CASES.items():
    try:
        results[name] = case()
    except Exception as error:
        results[name] = [f"raises {type(error).__name__}"]
json.dump(results, sys.__stdout__)

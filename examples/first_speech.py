"""Speak a sentence into a file. The key comes from SMALLEST_API_KEY."""

from smallestai import SmallestAI

with SmallestAI() as client:
    audio = client.waves.tts.synthesize("Your parcel leaves tonight.", voice_id="meher")
    print(audio.save("speech.wav"), f"{audio.duration:.2f} s")

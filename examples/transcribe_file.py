"""Transcribe call.wav into call.srt, showing how far it is. The key comes from SMALLEST_API_KEY.

Where there is no call.wav, one is spoken first.
"""

from pathlib import Path

from smallestai import SmallestAI

CALL = Path("call.wav")
TEXT = "Your parcel leaves tonight. It weighs two kilos, and it should be with you on Tuesday."


def show(sent: int, total: int | None) -> None:
    print(f"{sent} of {total} bytes sent")


def main() -> None:
    with SmallestAI() as client:
        if not CALL.exists():
            client.waves.tts.synthesize(TEXT, sample_rate=16000).save(CALL)
        transcript = client.waves.stt.transcribe(CALL, word_timestamps=True, on_progress=show)
    print(transcript.text)
    for word in transcript.words:
        print(f"{word.start:6.2f} to {word.end:6.2f} s  {word.text}")
    print(transcript.save("call.srt"))


if __name__ == "__main__":
    main()

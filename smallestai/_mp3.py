"""The length of an MP3, from the headers of its frames (ISO/IEC 11172-3 and 13818-3, layer III)."""

from __future__ import annotations

_BITRATES = {
    True: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    False: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_RATES = (44100, 48000, 32000)
# Divisor of the sample rate by version bits: MPEG-2.5, reserved, MPEG-2, MPEG-1.
_DIVISOR = (4, 0, 2, 1)


def mp3_seconds(data: bytes) -> float:
    """Return the length in seconds.

    The samples of every whole frame over their rate, tags skipped.
    """
    at, seconds = _after_id3(data), 0.0
    while (at := data.find(b"\xff", at)) >= 0 and at + 4 <= len(data):
        frame = _frame(data[at : at + 4])
        if frame is None:
            at += 1
            continue
        size, duration = frame
        seconds += duration
        at += size
    return seconds


def _after_id3(data: bytes) -> int:
    """Return where the frames begin: after an ID3v2 tag, whose size has seven bits a byte."""
    if data[:3] != b"ID3" or len(data) < 10:
        return 0
    size = 0
    for byte in data[6:10]:
        size = size << 7 | byte & 0x7F
    return 10 + size


def _frame(header: bytes) -> tuple[int, float] | None:
    """Return size in bytes and duration in seconds of the frame, or None where no frame begins."""
    _, b1, b2, _ = header
    version, layer = b1 >> 3 & 3, b1 >> 1 & 3
    bitrate, rate = b2 >> 4, b2 >> 2 & 3
    if b1 & 0xE0 != 0xE0 or version == 1 or layer != 1 or bitrate in (0, 15) or rate == 3:
        return None
    first = version == 3
    hertz = _RATES[rate] // _DIVISOR[version]
    samples = 1152 if first else 576
    size = samples // 8 * _BITRATES[first][bitrate] * 1000 // hertz + (b2 >> 1 & 1)
    return size, samples / hertz

"""The streaming helper: a whole text, then the same text as a language model would give it."""

from vendor import KEY, SOCKET_URL, TEXT, facts_of, report

from smallestai.waves import TTSConfig, WavesStreamingTTS


def helper() -> WavesStreamingTTS:
    """Return the helper, led to the server by the one attribute that says where."""
    made = WavesStreamingTTS(TTSConfig(voice_id="magnus", api_key=KEY, sample_rate=24000))
    made.ws_url = f"{SOCKET_URL}/waves/v1/tts/live"
    return made


whole = list(helper().synthesize(TEXT))
pieces = list(helper().synthesize_streaming(word + " " for word in TEXT.split()))
report(
    whole={"chunks": len(whole), **facts_of(b"".join(whole), 24000)},
    pieces={"chunks": len(pieces), **facts_of(b"".join(pieces), 24000)},
)

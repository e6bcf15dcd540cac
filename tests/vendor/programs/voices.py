"""The voices of both pools."""

from vendor import client, report

waves = client().waves
pools = {}
for model in ("lightning-v3.1", "lightning-v3.1-pro"):
    voices = waves.get_voices(model=model).voices
    pools[model] = [
        {"id": voice.voice_id, "name": voice.display_name, "gender": voice.tags.gender}
        for voice in voices
    ]
report(pools=pools)

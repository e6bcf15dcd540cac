"""A voice cloned from a recording, in the list, and speaking; and a dictionary of words."""

from vendor import client, facts_of, report

waves = client().waves
ALOUD = (
    "Good morning. I read this text aloud so that my voice can be known again, "
    "and it takes me a while."
)
file = b"".join(
    waves.synthesize_tts(text=ALOUD, voice_id="magnus", sample_rate=16000, output_format="wav")
)
made = waves.create_voice_clone(
    display_name="Ana", file=("ana.wav", file, "audio/wav"), language="en", tags="one, two"
)
listed = waves.list_voice_clones().data
pcm = b"".join(
    waves.synthesize_tts(
        text="It is me.", voice_id=made.data.voice_id, sample_rate=24000, output_format="pcm"
    )
)
words = waves.create_pronunciation_dict(items=[{"word": "Pune", "pronunciation": "poo-nay"}])
found = waves.get_pronunciation_dicts()
gone = waves.delete_pronunciation_dict(id=words.id)
report(
    clone=made.data.voice_id,
    status=made.data.status,
    samples=len(made.data.samples or ()),
    listed=[[each.voice_id, each.display_name, each.status] for each in listed],
    speech=facts_of(pcm, 24000),
    dictionary=[words.id, [[item.word, item.pronunciation] for item in words.items]],
    dictionaries=[each.id for each in found],
    deleted=gone.deleted,
)

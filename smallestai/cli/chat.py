"""`smallestai chat`: a question in, an answer out, written or spoken."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from smallestai.cli import _output
from smallestai.cli._client import connect
from smallestai.cli._input import argument, text_of
from smallestai.cli._options import ApiKey, AsJson, BaseUrl, Debug, Embedded, Format, Voice
from smallestai.cli._target import Target

if TYPE_CHECKING:
    from smallestai import SmallestAI
    from smallestai.waves.chat import ChatStream


def chat(
    prompt: Annotated[
        str | None, typer.Argument(help="The question; '-' or nothing reads standard input.")
    ] = None,
    system: Annotated[
        str | None, typer.Option("--system", help="What the model is told beforehand.")
    ] = None,
    stream: Annotated[
        bool, typer.Option("--stream", help="Print the answer as it is written.")
    ] = False,
    speak: Annotated[
        bool, typer.Option("--speak", help="Speak it as it is written: play it, or see -o.")
    ] = False,
    output: Annotated[
        str | None, typer.Option("-o", "--output", help="With --speak: write a WAV instead.")
    ] = None,
    voice: Voice = None,
    temperature: Annotated[float | None, typer.Option("--temperature", help="0 to 2.")] = None,
    max_tokens: Annotated[
        int | None, typer.Option("--max-tokens", help="Longest answer, in tokens.")
    ] = None,
    as_json: AsJson = False,
    sandbox: Embedded = False,
    api_key: ApiKey = None,
    base_url: BaseUrl = None,
    _debug: Debug = False,
) -> None:
    """Ask the language model."""
    from smallestai.waves._chat_messages import wire_messages
    from smallestai.waves._chat_request import chat_request

    target = _target(speak, output, voice, as_json)
    messages = wire_messages(text_of(prompt, "PROMPT", "a question"))
    if system is not None:
        messages.insert(0, {"role": "system", "content": argument(system, "--system")})
    given = {"temperature": temperature, "max_tokens": max_tokens}
    options: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    chat_request(messages, stream=False, **options)  # before a key is needed
    with connect(api_key, base_url, sandbox) as client:
        if not (stream or speak):
            with _output.progress("asking"):
                completion = client.waves.chat.create(messages, **options)
            _tell(completion.text, completion, as_json=as_json)
            return
        answer = client.waves.chat.create(messages, stream=True, **options)
        written = _written(answer, shown=not as_json)
        if target is None:
            for _ in written:
                pass
        else:
            _speak(client, written, target, voice)
    if as_json:
        _tell(answer.text, answer, as_json=True)
    elif answer.text:
        _output.write(b"\n")


def _target(speak: bool, output: str | None, voice: str | None, as_json: bool) -> Target | None:
    if speak:
        return Target.of(output, Format.WAV, output is None, as_json)
    for option, value in (("-o", output), ("--voice", voice)):
        if value is not None:
            raise typer.BadParameter("goes with --speak only", param_hint=option)
    return None


def _written(answer: "ChatStream", *, shown: bool) -> Iterator[str]:
    """Yield the answer, and print it meanwhile."""
    for chunk in answer:
        text = chunk.choices[0].delta.content if chunk.choices else None
        if text:
            if shown:
                _output.write(text.encode())
            yield text


def _speak(client: "SmallestAI", text: Iterator[str], target: Target, voice: str | None) -> None:
    options: Any = {} if voice is None else {"voice_id": voice}
    speech = client.waves.tts.speak(text, **options)
    with target.loudspeaker(speech.format) as play, speech:
        for chunk in speech:
            target.take(chunk, speech.format)
            play(chunk)
    target.finish(speech.read())


def _tell(text: str, answer: Any, *, as_json: bool) -> None:
    if not as_json:
        _output.write(f"{text}\n".encode())
        return
    usage = answer.usage
    _output.write_json(
        {
            "text": text,
            "finish_reason": answer.finish_reason,
            "tokens": None if usage is None else usage.total_tokens,
            "request_id": answer.request_id,
        }
    )

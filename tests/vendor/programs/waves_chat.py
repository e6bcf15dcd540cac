"""Chats: a whole answer, functions, and what the client does not do with a stream."""

from vendor import client, report

electron = client().waves.electron
ASK = [{"role": "user", "content": "Say after me: the letter is in the drawer."}]
TOOL = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "Tell the weather of a city.",
        "parameters": {
            "type": "object",
            "properties": {"city": {"type": "string"}},
            "required": ["city"],
        },
    },
}


def streamed() -> str:
    """Return the name of what comes of asking for a stream; the method reads one JSON body."""
    try:
        electron.complete(model="electron", messages=ASK, stream=True)
    except Exception as error:
        return type(error).__name__
    return ""


def refused() -> list:
    """Return what it makes of a request that the service refuses."""
    try:
        electron.complete(model="electron", messages=[])
    except Exception as error:
        return [type(error).__name__, getattr(error, "status_code", None)]
    return []


whole = electron.complete(model="electron", messages=ASK, max_tokens=50)
asked = {"role": "user", "content": 'What is the weather in "Pune"?'}
called = electron.complete(model="electron", messages=[asked], tools=[TOOL])
choice = called.choices[0]
report(
    text=whole.choices[0].message.content,
    tokens=whole.usage.total_tokens,
    reason=whole.choices[0].finish_reason,
    call=[
        choice.finish_reason,
        choice.message.tool_calls[0].function.name,
        choice.message.tool_calls[0].function.arguments,
    ],
    streamed=streamed(),
    refused=refused(),
)

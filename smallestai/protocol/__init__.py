"""The rules of every conversation, without waiting.

The classes here turn inputs into outputs. They decide what to send now, what a frame means, and
whether a reply is whole. They know no socket, clock, thread, task or HTTP library; the shells in
`smallestai.waves` and `smallestai.atoms` do nothing but wait.

1. No method waits. Time and randomness are arguments.
2. After any call, what `frames_to_send()` returns is written, in order, before the next call.
3. A call that is not allowed now raises `LocalProtocolError` and changes nothing.
4. A frame that breaks the grammar raises `RemoteProtocolError`. A frame or field we do not know is
   no error at all, an unknown enum value neither: the service may grow without breaking us.
5. A close before the end is a failure (`StreamClosedError`, with what was received so far), after
   it is silence.
6. Nothing here logs. Shells log at DEBUG, with audio shortened to its length, and never a key.
7. A state machine is a table with prose above it.
"""

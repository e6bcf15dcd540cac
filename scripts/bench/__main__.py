"""Measure the client beside the bare libraries and the vendor's own client.

    python scripts/bench [--quick] [--json FILE]

In one run, on loopback: CPU time per chunk, time to first audio, what a program pays before its
first request or its first answer from Atoms; live transcription and speech to speech; and tokens
to speech: the first clause, and many streams at real time.
"""

import sys
from pathlib import Path

# A directory that is run is no package yet: the project must be on the path, not the directory.
sys.path[0] = str(Path(__file__).resolve().parents[2])

from scripts.bench import pipeline, program  # noqa: E402

if __name__ == "__main__":
    sys.exit(program.main() or pipeline.main())

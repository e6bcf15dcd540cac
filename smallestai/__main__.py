"""`python -m smallestai` is the `smallestai` command."""

import sys

from smallestai.cli import main

if __name__ == "__main__":
    sys.exit(main())

"""Runs the command with the tests' pair: `python -m tests.command ARGUMENTS` does what `python -m ui.main` does."""

import sys

from tests.pairs import use_pair
from ui.main import main

if __name__ == "__main__":
    use_pair()
    sys.exit(main())

"""What the commands say to the person at the terminal."""

import sys


def say(text: str = "") -> None:
    """One line to standard output, flushed, so that it stands before the output of what follows."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def complain(text: str) -> None:
    """One line to standard error."""
    sys.stdout.flush()
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()

"""`python -m api`: the service's own commands."""

import signal
import sys

from api.commands import main

STOPPED_BY_HAND = 128 + signal.SIGINT
"""What a shell calls a program that was ended by Ctrl+C."""

if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:  # a server has closed everything by then; its stack would tell nobody anything
        sys.exit(STOPPED_BY_HAND)

"""`python -m api`: the service's own commands."""

import sys

from api.commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""`python -m tests.batch_server serve`: the program itself, in which cases go by the route of `tests.batch_story`."""

import sys

import pytest

from api.commands import main
from tests.batch_story import go_by_batches

if __name__ == "__main__":
    go_by_batches(pytest.MonkeyPatch())
    sys.exit(main(sys.argv[1:]))

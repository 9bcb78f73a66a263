"""A guard for databases of tests: it refuses a change of a row that does not raise its version.

Answers are kept by the versions of what was read (schema/plans/pieces.py). Where the program changes a column that is
not declared `loose` and leaves the version, somebody would be shown what was.
"""

import sqlite3
from collections.abc import Iterator

from models.kernel.database import sqlite_path
from models.kernel.orm import columns, table_of
from models.kernel.rows import Row

WORDS = "changed without a new version"


def guard(url: str) -> int:
    """Guard every table of rows of a SQLite database; gives how many there are."""
    connection = sqlite3.connect(sqlite_path(url))
    models = list(_rows())
    for model in models:
        named = [name for name in columns(model) if name not in {"version", "updated_at", *model.loose}]
        differs = " or ".join(f'new."{name}" is not old."{name}"' for name in named)
        table = table_of(model)
        connection.execute(
            f'create trigger "guard_{table}" before update on "{table}" '
            f"when new.version <= old.version and ({differs}) begin select raise(abort, '{table} {WORDS}'); end"
        )
    connection.commit()
    connection.close()
    return len(models)


def _rows(base: type[Row] = Row) -> Iterator[type[Row]]:
    for one in base.__subclasses__():
        if not one._meta.abstract:
            yield one
        yield from _rows(one)

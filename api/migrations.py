"""Tables follow the rows: Tortoise's own migrations, in models/migrations."""

from pathlib import Path

from tortoise import Tortoise
from tortoise.migrations.api.migrate import migrate
from tortoise.migrations.autodetector import MigrationAutodetector
from tortoise.migrations.executor import MigrationExecutor
from tortoise.models import Model

from models.kernel.database import WRITER, config

APP = "zhiye"


async def apply(url: str) -> list[str]:
    """Bring the database up to date; gives the names of the migrations applied."""
    applied: list[str] = []

    def note(event: str, app: str, name: str) -> None:
        if event == "apply_done":
            applied.append(name)

    try:
        await migrate(config=config(url), progress=note)
    finally:
        await Tortoise.close_connections()
    return applied


async def pending() -> list[str]:
    """Names of migrations that the opened database lacks."""
    executor = MigrationExecutor(Tortoise.get_connection(WRITER), config("sqlite://")["apps"])
    return [step.migration.name for step in await executor.plan()]


async def write_new() -> list[Path]:
    """Write a migration for what differs between the rows and the migrations so far; gives the files."""
    assert Tortoise.apps is not None
    for model in Tortoise.apps[APP].values():
        _without_comments(model)
    writers = await MigrationAutodetector(Tortoise.apps, config("sqlite://")["apps"]).changes()
    return [Path(writer.write()) for writer in writers]


def _without_comments(model: type[Model]) -> None:
    """Docstrings are for readers of the code: as table comments they change with every rewording, and the
    library splits SQLite's statements at semicolons, those in comments too."""
    model._meta.table_description = ""
    for field in model._meta.fields_map.values():
        field.description = ""  # None would make the library list the members of enumerations

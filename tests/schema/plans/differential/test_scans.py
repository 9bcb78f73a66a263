"""No query of the web app reads a growing table from end to end: SQLite says how it would find the rows."""

import re
import sqlite3
from datetime import UTC, datetime
from random import Random
from typing import Any

import pytest

from models.kernel.clock import freeze
from models.kernel.viewer import SYSTEM_VIEWER
from models.kernel.workday_seed import seed_workdays
from schema.plans import short_reads
from schema.plans.answering import answered
from schema.plans.statement import RANK, Statement
from schema.plans.troubles import Unexpected
from tests.schema.plans.differential.both import Both, Counted, context
from tests.schema.plans.differential.test_web_documents import QUERIES, asked_with
from tests.schema.plans.differential.world import populated

GROWING = {
    "registration", "registration_stage", "work_item", "attachment", "review_remark", "certificate", "seal",
    "person", "account", "session", "stored_file", "paper", "journal", "employer", "qualification", "batch", "batch_entry", "delivery",
}  # fmt: skip
SCAN = re.compile(r"\bSCAN (\w+)")
NAMED = re.compile(r'(?:from|join|FROM|JOIN) "(\w+)" (?:AS )?"?(\w+)"?')
NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)


@pytest.mark.usefixtures("vault")
async def test_no_query_of_the_web_app_scans_a_growing_table(
    sqlite: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: dict[str, tuple[str, list[object]]] = {}
    real = short_reads.Reader.rows

    def noted(self: short_reads.Reader, statement: Statement, share: float) -> list[Any]:
        read[statement.text] = (name, statement.values)
        return real(self, statement, share)

    monkeypatch.setattr(short_reads.Reader, "rows", noted)
    name = ""
    with freeze(NOON):
        await seed_workdays(SYSTEM_VIEWER, first=2025, last=2027)
        viewers, ids, _ = await populated(Random(2))
        for name, text in QUERIES.items():
            both = Both(text, Counted())
            for viewer in viewers:
                for variables in asked_with(name, both.operation, ids)[:1]:
                    try:
                        await answered(both.operation, variables, context(viewer))
                    except Unexpected:
                        continue  # what graphql-core refuses
    connection = sqlite3.connect(sqlite.removeprefix("sqlite://"))
    try:
        found = {
            f"{name}: {table}: {text}"
            for text, (name, values) in read.items()
            for table in _scanned(connection, text, values)
        }
    finally:
        connection.close()
    assert not found, "\n\n".join(sorted(found))


def _scanned(connection: sqlite3.Connection, text: str, values: list[object]) -> set[str]:
    tables: dict[str, str] = {alias: table for table, alias in NAMED.findall(text)}
    steps = [str(row[3]) for row in connection.execute(f"explain query plan {text}", values)]
    if RANK in text:
        steps.remove("SCAN t")  # of the ranked rows, which bear the name of their table
    scans = [match[1] for step in steps if "USING" not in step for match in SCAN.finditer(step)]
    return {tables.get(alias, alias) for alias in scans} & GROWING

"""Leases on jobs of which one process at a time is enough. A holder that dies loses its lease by the clock.

A lease spares work, it does not fence: a process that was stopped and goes on may work beside its successor for
a moment, so that each job must be right even then.
"""

from datetime import timedelta

from tortoise import Tortoise

from models.kernel.database import WRITER
from models.kernel.tables import JobLease
from models.kernel.unit import Unit, unit_of_work


@unit_of_work
async def take_lease(unit: Unit, *, job: str, holder: str, lasting: timedelta) -> bool:
    """Take the lease or make one's own longer; is it now the holder's? One statement: of many at once one wins."""
    connection = Tortoise.get_connection(WRITER)
    postgres = connection.capabilities.dialect == "postgres"
    marks = ("$1", "$2", "$3", "$4") if postgres else ("?", "?", "?", "?")
    times = [unit.now + lasting, unit.now]
    until, moment = times if postgres else [time.isoformat(" ") for time in times]
    rows = await connection.execute_query_dict(
        f"insert into job_lease (job, holder, until) values ({', '.join(marks[:3])}) "  # noqa: S608 marks only
        "on conflict (job) do update set holder = excluded.holder, until = excluded.until "
        f"where job_lease.holder = excluded.holder or job_lease.until <= {marks[3]} returning job",
        [job, holder, until, moment],
    )
    return bool(rows)


@unit_of_work
async def give_up_lease(unit: Unit, *, job: str, holder: str) -> None:
    """Let another process have it at once."""
    await JobLease.filter(job=job, holder=holder).delete()

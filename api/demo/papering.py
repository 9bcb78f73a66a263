"""Papers of the past: those of the accounts that visitors are told of as their stories go, certificates at the end.

The rest would take minutes, and whoever looks at those cases can still see the form as it stands.
"""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from tortoise.expressions import Q

from api.papers.maker import CALLED_FOR, Maker
from models.kernel.clock import now
from models.kernel.journal import entry_of
from models.kernel.tables import JournalRow
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER
from models.registration.credentials import Certificate
from models.registration.events import CertificateIssued
from models.registration.made import PaperOrder
from models.registration.tables import Registration

SECONDS_TO_PRINT = (2, 5)


@dataclass(frozen=True)
class Papering:
    """Has the service's own maker of papers serve the entries that matter here."""

    maker: Maker

    async def follow(self, case_key: int, login: str | None, rng: Random) -> AsyncIterator[datetime]:
        """What a known account's registration calls for so far, some seconds after the act; `login` None: not known."""
        if not login:
            return
        yield now() + timedelta(seconds=rng.randint(*SECONDS_TO_PRINT))
        about = Q(subject=Registration.prefix, subject_id=case_key)
        certificate = await Certificate.filter(registration_id=case_key).first()
        if certificate:
            about |= Q(subject=Certificate.prefix, subject_id=certificate.id)
        await self._serve(about & Q(name__in=list(CALLED_FOR)))

    async def make_certificates(self) -> None:
        """Every certificate that is not on paper yet, as many at once as the pool has workers."""
        await self._serve(Q(name=CertificateIssued.name()))

    async def forget_the_rest(self) -> None:
        """Nobody will make what was left out: its facts are private and are not kept for nothing."""
        await _forget_orders(SYSTEM_VIEWER)

    async def _serve(self, condition: Q) -> None:
        """What is made already is not made again."""
        rows = await JournalRow.filter(condition).order_by("tx", "id").values()
        await asyncio.gather(*(self.maker.serve(entry_of(row)) for row in rows))


@unit_of_work
async def _forget_orders(unit: Unit) -> None:
    await PaperOrder.all().delete()

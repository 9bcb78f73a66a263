"""Papers made while the stories are told: every certificate, and all papers of those who may be visited.

The rest would take minutes, and whoever looks at those cases can still see the form as it stands.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from api.demo.filing import Filer
from api.demo.scripts import Act
from api.papers.maker import CALLED_FOR, Maker
from models.kernel.clock import now
from models.kernel.journal import entry_of
from models.kernel.tables import JournalRow
from models.registration.credentials import Certificate
from models.registration.events import CertificateIssued
from models.registration.tables import Registration

SECONDS_TO_PRINT = (2, 5)


@dataclass
class Papering:
    """Follows stories; remembers per registration up to where."""

    maker: Maker
    _served: dict[int, int] = field(default_factory=dict)

    async def follow(self, filer: Filer) -> AsyncIterator[datetime]:
        """Make the papers that the act just told calls for, some seconds after it."""
        script = filer.plot.script
        if filer.plot.known or Act.ISSUE in script.acts:
            rows = await self._rows(filer)
            for row in rows:
                yield now() + timedelta(seconds=filer.rng.randint(*SECONDS_TO_PRINT))
                await self.maker.serve(entry_of(row))
                self._served[filer.case_key] = row["id"]

    async def _rows(self, filer: Filer) -> list[dict[str, Any]]:
        of_case = JournalRow.filter(subject=Registration.prefix, subject_id=filer.case_key)
        names = [name for name in CALLED_FOR if filer.plot.known or name == CertificateIssued.name()]
        certificate = await Certificate.filter(registration_id=filer.case_key).first()
        if certificate:
            of_case = JournalRow.filter(subject=Certificate.prefix, subject_id=certificate.id)
        after = self._served.get(filer.case_key, 0)
        return await of_case.filter(name__in=names, id__gt=after).order_by("id").values()

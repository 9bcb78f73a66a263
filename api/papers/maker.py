"""Makes the papers that events call for: one more reader of the journal, after the commit, outside every transaction."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import structlog
from tortoise.exceptions import IntegrityError

from api.papers.facts import Site, application_form_data, certificate_data, letter_data, receipt_data
from models.files.keeping import keep_document
from models.files.limits import PDF
from models.kernel import journal
from models.kernel.journal import Entry, Position
from models.kernel.plain import restored
from models.kernel.readers import advance, place_of
from models.kernel.viewer import SYSTEM_VIEWER
from models.registration import events, route_events
from models.registration.credentials import Certificate
from models.registration.letters import LetterPaper, ReceiptPaper
from models.registration.made import PAPER_WORDS, PaperDue, PaperKind, is_made, keep_paper, ordered
from models.registration.papers import ApplicationPaper
from models.registration.tables import Registration
from printing.documents import DocumentData
from printing.documents.kinds import DocumentKind
from printing.errors import PrintingError
from printing.pool import RenderPool

READER = "papers"
PAGE = 500
Entries = Callable[[Position, int], Awaitable[Sequence[Entry]]]
CALLED_FOR = {
    route_events.ApplicationFormOrdered.name(): (PaperKind.APPLICATION_FORM,),
    events.RegistrationSubmitted.name(): (PaperKind.APPLICATION_FORM, PaperKind.RECEIPT),
    events.RegistrationResubmitted.name(): (PaperKind.APPLICATION_FORM, PaperKind.RECEIPT),
    events.RegistrationReturned.name(): (PaperKind.DECISION_LETTER,),
    events.RegistrationNotAccepted.name(): (PaperKind.DECISION_LETTER,),
    events.RegistrationRefused.name(): (PaperKind.DECISION_LETTER,),
    events.RegistrationCompleted.name(): (PaperKind.DECISION_LETTER,),
    events.CertificateIssued.name(): (PaperKind.CERTIFICATE,),
}
log = structlog.get_logger("papers")


@dataclass(frozen=True)
class Maker:
    """Renders in the pool, keeps the file, hangs it to the case."""

    pool: RenderPool
    site: Site
    entries: Entries = journal.read_after
    """Where entries are read: the journal, or what a process keeps of it."""

    async def catch_up(self) -> None:
        """Make what every entry since the last time calls for. Its place is written down when it has made something,
        and at the end: of entries that call for nothing none need be remembered one by one."""
        known = place = await place_of(READER)
        while entries := await self.entries(place, PAGE):
            calling = [entry for entry in entries if entry.name in CALLED_FOR]
            for entry in calling:
                await self.serve(entry)
            place = entries[-1].position
            if calling:
                await advance(SYSTEM_VIEWER, name=READER, to=place)
                known = place
        if place != known:
            await advance(SYSTEM_VIEWER, name=READER, to=place)

    async def serve(self, entry: Entry) -> None:
        """Make what one entry calls for, unless it is made already."""
        for kind in CALLED_FOR.get(entry.name, ()):
            called = await _called(entry, kind, self.site)
            if called and not await is_made(called.due.registration_id, kind, entry.position.id):
                await self._make(called)

    async def _make(self, called: "Called") -> None:
        due = called.due
        case = await Registration.get(id=due.registration_id)
        try:
            pdf = await self.pool.render(DocumentKind(due.kind.value), await called.data())
        except PrintingError as error:
            # One paper that cannot be printed must not hold up all others; the case says it has none.
            log.error("paper not made", registration=case.id, paper=due.kind.value, code=error.code)
            return
        name = f"{PAPER_WORDS[due.kind]}-{case.number}.pdf"
        file = await keep_document(name, PDF, pdf, Registration.prefix, case.id)
        try:
            await keep_paper(SYSTEM_VIEWER, due=due, file_id=file.id)
        except IntegrityError:
            log.info("paper was made elsewhere", registration=case.id, paper=due.kind.value)


@dataclass(frozen=True)
class Called:
    """A paper that is called for, and from what it is made."""

    due: PaperDue
    data: Callable[[], Awaitable[DocumentData]]


async def _called(entry: Entry, kind: PaperKind, site: Site) -> Called | None:
    """None: it is made already. Certificates keep what they print in their own row, all others in their order."""
    if kind is PaperKind.CERTIFICATE:
        row = await Certificate.get(id=entry.subject_id)
        due = PaperDue(row.registration_id, kind, entry.position.id)
        return Called(due, partial(certificate_data, row, site))
    order = await ordered(entry.subject_id, kind, entry.subject_version)
    if order is None:
        return None
    due = PaperDue(order.registration_id, kind, entry.position.id, order.id)
    return Called(due, partial(DATA[kind], order.facts, site))


Data = Callable[[dict[str, Any], Site], Awaitable[DocumentData]]

DATA: dict[PaperKind, Data] = {
    PaperKind.APPLICATION_FORM: lambda facts, site: application_form_data(
        restored(ApplicationPaper, facts), site
    ),
    PaperKind.RECEIPT: lambda facts, site: receipt_data(restored(ReceiptPaper, facts), site),
    PaperKind.DECISION_LETTER: lambda facts, site: letter_data(restored(LetterPaper, facts), site),
}

"""Makes the papers that events call for: one more reader of the journal, after the commit, outside every transaction."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import structlog
from tortoise.exceptions import IntegrityError

from api.papers.facts import Site, application_form_data, certificate_data, letter_data, receipt_data
from models.files.keeping import keep_document
from models.files.limits import PDF
from models.kernel import journal
from models.kernel.journal import Entry
from models.kernel.readers import advance, place_of
from models.kernel.viewer import SYSTEM_VIEWER
from models.registration import events
from models.registration.credentials import Certificate
from models.registration.made import PAPER_WORDS, PaperKind, is_made, keep_paper
from models.registration.tables import Registration
from printing.documents import DocumentData
from printing.documents.kinds import DocumentKind
from printing.errors import PrintingError
from printing.pool import RenderPool

READER = "papers"
PAGE = 100
CALLED_FOR = {
    events.RegistrationSubmitted.name(): (PaperKind.APPLICATION_FORM, PaperKind.RECEIPT),
    events.RegistrationResubmitted.name(): (PaperKind.APPLICATION_FORM,),
    events.RegistrationReturned.name(): (PaperKind.DECISION_LETTER,),
    events.RegistrationNotAccepted.name(): (PaperKind.DECISION_LETTER,),
    events.RegistrationRefused.name(): (PaperKind.DECISION_LETTER,),
    events.CertificateIssued.name(): (PaperKind.CERTIFICATE,),
}
log = structlog.get_logger("papers")

Facts = Callable[[Registration, Site], Awaitable[DocumentData | None]]


@dataclass(frozen=True)
class Maker:
    """Renders in the pool, keeps the file, hangs it to the case."""

    pool: RenderPool
    site: Site

    async def catch_up(self) -> None:
        """Make what every entry since the last time calls for."""
        place = await place_of(READER)
        while entries := await journal.read_after(place, PAGE):
            for entry in entries:
                await self.serve(entry)
            place = entries[-1].position
            await advance(SYSTEM_VIEWER, name=READER, to=place)

    async def serve(self, entry: Entry) -> None:
        """Make what one entry calls for, unless it is made already."""
        for kind in CALLED_FOR.get(entry.name, ()):
            case = await _case_of(entry)
            if case and not await is_made(case.id, kind, entry.position.id):
                await self._make(case, kind, entry)

    async def _make(self, case: Registration, kind: PaperKind, entry: Entry) -> None:
        try:
            data = await FACTS[kind](case, self.site)
            pdf = await self.pool.render(DocumentKind(kind.value), data) if data else None
        except PrintingError as error:
            # One paper that cannot be printed must not hold up all others; the case says it has none.
            log.error("paper not made", registration=case.id, paper=kind.value, code=error.code)
            return
        if pdf is None:
            return
        name = f"{PAPER_WORDS[kind]}-{case.number}.pdf"
        file = await keep_document(name, PDF, pdf, Registration.prefix, case.id)
        try:
            await keep_paper(
                SYSTEM_VIEWER,
                registration_id=case.id,
                kind=kind,
                entry_id=entry.position.id,
                file_id=file.id,
            )
        except IntegrityError:
            log.info("paper was made elsewhere", registration=case.id, paper=kind.value)


async def _case_of(entry: Entry) -> Registration | None:
    if entry.subject == Registration.prefix:
        return await Registration.get_or_none(id=entry.subject_id)
    certificate = await Certificate.get_or_none(id=entry.subject_id)
    return await Registration.get_or_none(id=certificate.registration_id) if certificate else None


async def _certificate_facts(case: Registration, site: Site) -> DocumentData | None:
    certificate = await Certificate.filter(registration_id=case.id).first()
    return await certificate_data(certificate, site) if certificate else None


FACTS: dict[PaperKind, Facts] = {
    PaperKind.APPLICATION_FORM: application_form_data,
    PaperKind.RECEIPT: receipt_data,
    PaperKind.DECISION_LETTER: letter_data,
    PaperKind.CERTIFICATE: _certificate_facts,
}

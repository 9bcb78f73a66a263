"""Scenes that several tests play: claiming, deciding, returning, issuing."""

from models.kernel.audience import told
from models.kernel.journal import Entry, entry_of
from models.kernel.rows import Row
from models.kernel.tables import JournalRow
from models.kernel.viewer import Viewer
from models.registration.credentials import Certificate
from models.registration.digest import preview_digest
from models.registration.kinds import StageKind
from models.registration.signer import SignedFacts, Signer
from models.registration.steps.claiming import claim_work
from models.registration.steps.deciding import return_registration
from models.registration.steps.drafting import save_registration
from models.registration.steps.filing import resubmit_registration
from models.registration.steps.held import Claimed
from models.registration.steps.issuing import issue_certificate
from models.registration.steps.remarks import Remark
from models.registration.tables import Registration
from tests.factories import Story


def _code(facts: SignedFacts) -> str:
    return f"code-of-{facts.number}"


SIGNER = Signer(_code)
POST_WRONG = Remark(text="岗位与合同不一致", path=("employment", "post"))


async def claimed(story: Story, officer: Viewer) -> Claimed:
    """The officer claims the open stage."""
    item = (await claim_work(officer, id=(await story.item()).id)).value
    row = await story.fresh()
    return Claimed(row.id, row.version, item.fence)


async def returned(story: Story, stage: StageKind, *remarks: Remark) -> Registration:
    """The stage's officer claims and returns, for the post if nothing else is said."""
    officer = story.desk.officers[stage]
    await return_registration(officer, on=await claimed(story, officer), remarks=remarks or (POST_WRONG,))
    return await story.fresh()


async def corrected(story: Story) -> Registration:
    """The filer changes the post and hands in again."""
    row = await story.fresh()
    changes = {"post": f"{row.post}（已更正）"}
    row = (await save_registration(story.filer, id=row.id, version=row.version, changes=changes)).value
    digest = await preview_digest(row)
    await resubmit_registration(story.filer, id=row.id, version=row.version, digest=digest)
    return await story.fresh()


async def issue(story: Story) -> Certificate:
    """The certificate maker issues."""
    await finish(story)
    return await Certificate.get(registration_id=story.case.id)


async def finish(story: Story) -> Registration:
    """The certificate maker makes whatever the case yields."""
    officer = story.desk.officers[StageKind.CERTIFICATE_MAKING]
    await issue_certificate(officer, on=await claimed(story, officer), signer=SIGNER)
    return await story.fresh()


async def recorded(subject: Row | None = None) -> list[Entry]:
    """The journal so far, or what it has on a row. Read from the table: a server shared with other tests may
    hold back what the journal's reader gives."""
    rows = (
        JournalRow.all()
        if subject is None
        else JournalRow.filter(subject=subject.prefix, subject_id=subject.id)
    )
    return [entry_of(row) for row in await rows.order_by("tx", "id").values()]


async def told_to(viewer: Viewer, subject: Row) -> list[Entry]:
    """Of what the journal has on a row: what the viewer is told."""
    return [entry for entry in await recorded(subject) if told(entry, viewer)]


def signed(code: str) -> bool:
    """Was a code made by the signer of these stories?"""
    return code.startswith("code-of-")

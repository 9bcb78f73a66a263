"""What happens while somebody listens, by the real steps; each generator yields after every transaction."""

from collections.abc import AsyncIterator

from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER, Viewer
from models.people.steps.sessions import Origin, end_session, open_session
from models.people.tables import Account, Session
from models.registration.digest import preview_digest
from models.registration.kinds import StageKind
from models.registration.steps.deciding import pass_registration, return_registration
from models.registration.steps.drafting import save_registration
from models.registration.steps.filing import resubmit_registration, submit_registration
from models.registration.steps.issuing import issue_certificate
from tests.factories import ROUTE, Story
from tests.registration_story import POST_WRONG, SIGNER, claimed

ORIGIN = Origin("203.0.113.7", "Firefox · Linux")


@unit_of_work
async def _open(unit: Unit, *, account_id: int) -> Session:
    return await open_session(unit, await Account.get(id=account_id), ORIGIN)


async def signs_in_and_is_signed_out(viewer: Viewer) -> AsyncIterator[None]:
    session = (await _open(SYSTEM_VIEWER, account_id=viewer.account_id or 0)).value
    yield
    await end_session(viewer, id=session.id)
    yield


async def submits(story: Story) -> AsyncIterator[None]:
    row = await story.fresh()
    digest = await preview_digest(row)
    await submit_registration(story.filer, id=row.id, version=row.version, digest=digest)
    yield


async def is_returned(story: Story) -> AsyncIterator[None]:
    """At the first stage, and is corrected."""
    officer = story.desk.officers[ROUTE[0]]
    on = await claimed(story, officer)
    yield
    await return_registration(officer, on=on, remarks=(POST_WRONG,))
    yield
    row = await story.fresh()
    changes = {"post": f"{row.post}（已更正）"}
    row = (await save_registration(story.filer, id=row.id, version=row.version, changes=changes)).value
    yield
    digest = await preview_digest(row)
    await resubmit_registration(story.filer, id=row.id, version=row.version, digest=digest)
    yield


async def goes_through(story: Story) -> AsyncIterator[None]:
    """All stages to the certificate."""
    for stage in ROUTE:
        officer = story.desk.officers[stage]
        on = await claimed(story, officer)
        yield
        if stage is StageKind.CERTIFICATE_MAKING:
            await issue_certificate(officer, on=on, signer=SIGNER)
        else:
            await pass_registration(officer, on=on)
        yield

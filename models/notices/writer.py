"""Writes the SMS of what the journal tells a person: one more reader of it, after the commit.

The messages and the reader's new place are one change: whatever dies in between has done neither, and of two processes
that read the same entries one writes. Sending is the outbox's business (`models/people/sender.py`).
"""

from collections.abc import Sequence
from datetime import timedelta

from models.kernel import journal
from models.kernel.events import sentence
from models.kernel.journal import Entry
from models.kernel.readers import move_on, place_of
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER
from models.notices.by_sms import KIND_OF
from models.people.kinds import AccountKind, ChallengeChannel
from models.people.sessions import MAY_SIGN_IN
from models.people.settings import settings
from models.people.tables import Account, OutgoingMessage, Person

READER = "messages"
PAGE = 200
WORTH_TELLING = timedelta(hours=24)
"""News that is older goes to the inbox only: who was told nothing for a day has looked by now."""


async def write_waiting() -> int:
    """Write the messages of everything since the last time; gives how many."""
    written, place = 0, await place_of(READER)
    while entries := await journal.read_after(place, PAGE):
        written += (await write_messages(SYSTEM_VIEWER, entries=entries)).value
        place = entries[-1].position
    return written


@unit_of_work
async def write_messages(unit: Unit, *, entries: Sequence[Entry]) -> int:
    """Messages of these entries, in their order, and the reader's place behind the last of them."""
    if not await move_on(READER, entries[-1].position):
        return 0
    told = [
        entry
        for entry in entries
        if entry.name in KIND_OF and entry.audience.person_id and entry.at > unit.now - WORTH_TELLING
    ]
    targets = await _targets({entry.audience.person_id or 0 for entry in told})
    due = [
        OutgoingMessage(
            channel=ChallengeChannel.SMS,
            target=target,
            text=_text(entry),
            expires_at=unit.now + WORTH_TELLING,
            entry_id=entry.position.id,
        )
        for entry in told
        if (target := targets.get((entry.audience.person_id or 0, KIND_OF[entry.name].value)))
    ]
    await OutgoingMessage.bulk_create(due)
    return len(due)


async def _targets(people: set[int]) -> dict[tuple[int, str], str]:
    """Person and kind of news to the mobile that wants it: the account's, else the one on record."""
    if not people:
        return {}
    accounts = {
        account.person_id: account
        for account in await Account.filter(person_id__in=people, kind=AccountKind.PERSON)
    }
    found: dict[tuple[int, str], str] = {}
    for person in await Person.filter(id__in=people):
        account = accounts.get(person.id)
        if account and account.state not in MAY_SIGN_IN:
            continue
        mobile, off = (account.mobile, account.sms_off or ()) if account else (person.mobile, ())
        if mobile:
            kinds = set(KIND_OF.values())
            found |= {(person.id, kind.value): mobile for kind in kinds if kind.value not in off}
    return found


def _text(entry: Entry) -> str:
    known = settings()
    return f"【{known.site_name}】{sentence(entry.name, entry.facts)}。详情请登录 {known.public_url} 查看。"

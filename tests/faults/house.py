"""The people of the fault tests: applicants with drafts and submitted cases, a corps that reviews, bystanders."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import cycle

from tortoise.expressions import Q

from api.papers.maker import READER
from models.authorities.kinds import ReviewerRole
from models.kernel.journal import START, head
from models.kernel.readers import advance
from models.kernel.tables import JournalRow
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER, Viewer
from models.people.sessions import viewer_of_account
from models.people.steps.sessions import Origin, open_session
from models.people.tables import Account
from models.registration.events import CLAIMS
from tests.factories import ROUTE, Story, case, corps, desk, employer_account, reviewer
from tests.faults.follower import Follower
from tests.server import Server
from tests.waiting import until

Row = dict[str, object]


@dataclass(frozen=True)
class Seat:
    """Somebody signed in, and which rows of the journal about cases are for them: said here in the test's own words."""

    viewer: Viewer
    token: str
    hears: Callable[[Row], bool]


@dataclass
class House:
    """`before`: keys of the journal's rows that were there when everybody had been seated; `began`: the versions
    that drafts and cases had then, by key."""

    drafts: list[Story] = field(default_factory=list)
    cases: list[Story] = field(default_factory=list)
    seats: dict[int, Seat] = field(default_factory=dict)
    """By account."""
    until: dict[int, int] = field(default_factory=dict)
    """Who may see nothing any more after which entry, by account."""
    never: set[int] = field(default_factory=set)
    """Keys of entries that nobody can replay any more, and that were not told before."""
    before: frozenset[int] = frozenset()
    began: dict[int, int] = field(default_factory=dict)

    def seat(self, viewer: Viewer) -> Seat:
        return self.seats[viewer.account_id or 0]

    def officers(self, story: Story) -> list[Seat]:
        """The reviewers of the stages that are decided, in their order."""
        return [self.seat(story.desk.officers[stage]) for stage in ROUTE[:-1]]

    def followers(self, servers: Sequence[Server]) -> dict[int, Follower]:
        """One for everybody, by account; they begin at different servers."""
        urls = [server.ws for server in servers]
        turned = cycle(urls[turn:] + urls[:turn] for turn in range(len(urls)))
        return {key: Follower(next(turned), seat.token) for key, seat in self.seats.items()}

    async def told(self, seat: Seat) -> list[int]:
        """Keys of the entries about cases since the beginning that the journal has for them, in commit order."""
        about_cases = Q(subject="reg") | Q(name__in=CLAIMS)
        rows = await JournalRow.filter(about_cases).order_by("tx", "id").values()
        keys = [row["id"] for row in rows if row["id"] not in self.before | self.never]
        heard = {row["id"] for row in rows if seat.hears(row)}
        last = self.until.get(seat.viewer.account_id or 0)
        return [key for key in (keys[: keys.index(last) + 1] if last else keys) if key in heard]


async def furnished(drafts: int, cases: int) -> House:
    """A house with so many drafts and cases under review; no paper of theirs is left to be made."""
    at, house = await desk(), House()
    house.drafts = [await case(None, at) for _ in range(drafts)]
    house.cases = [await case(at=at) for _ in range(cases)]
    for story in house.drafts + house.cases:
        await _sit(house, story.filer, _about("person_id", story.filer.person_id))
    for story in house.cases:
        await _sit(house, await employer_account(story.employer), _about("employer_id", story.employer.id))
    for officer in at.officers.values():
        await _sit(house, officer, _about("authority_id", at.authority.id))
    elsewhere = await corps("浙", "330000")
    await _sit(house, await reviewer(ReviewerRole.DECIDER, at=elsewhere), _nothing)
    await _sit(house, await reviewer(ReviewerRole.DECIDER, at=at.authority, regions=("33",)), _nothing)
    house.before = frozenset([row.id for row in await JournalRow.all()])
    house.began = {story.case.id: (await story.fresh()).version for story in house.drafts + house.cases}
    await _settled()
    return house


async def _sit(house: House, viewer: Viewer, hears: Callable[[Row], bool]) -> None:
    account = await Account.get(id=viewer.account_id)
    token = (await _sign_in(SYSTEM_VIEWER, account=account)).value
    house.seats[account.id] = Seat(await viewer_of_account(account), token, hears)


@unit_of_work
async def _sign_in(unit: Unit, *, account: Account) -> str:
    token = (await open_session(unit, account, Origin())).token
    assert token
    return token


async def _settled() -> None:
    """Every reader may rely on all of it, and the maker of papers counts it as done."""
    rows = await JournalRow.all().order_by("-tx", "-id").limit(1).values("id")

    async def read() -> bool:
        return (await head()).id == int(rows[0]["id"])

    await until(read)
    await advance(SYSTEM_VIEWER, name=READER, to=await head())
    assert await head() > START


def _about(column: str, key: int | None) -> Callable[[Row], bool]:
    assert key
    return lambda row: row[column] == key


def _nothing(row: Row) -> bool:
    return False


async def everybody_knows_what_they_may(house: House, followers: dict[int, Follower]) -> int:
    """Waits until each was told as much as the journal has for them; gives how many entries that are.

    Then each list is the journal's: in order, once, nothing else. There is somebody who may see nothing.
    """
    expected = {key: await house.told(seat) for key, seat in house.seats.items()}
    await asyncio.gather(*(follower.has(len(expected[key])) for key, follower in followers.items()))
    for key, follower in followers.items():
        who = house.seats[key].viewer
        assert follower.entries == expected[key], f"{who.kind} {key}, not the journal's for them"
    assert [] in expected.values()
    return len({entry for entries in expected.values() for entry in entries})

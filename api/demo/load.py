"""Loading the demonstration: once, in order, with words on how far it is."""

from collections.abc import Callable
from datetime import datetime, timedelta
from time import monotonic

from api.demo import known
from api.demo.bodies import BODIES
from api.demo.events import DemonstrationLoaded
from api.demo.founding import found
from api.demo.hours import Hours
from api.demo.marks import is_loaded, was_begun
from api.demo.officers import OFFICERS
from api.demo.other_stories import life_of
from api.demo.others import LIVES, applicants
from api.demo.papering import Papering
from api.demo.plots import Plot, plots
from api.demo.stories import Stage, clock, registration
from api.demo.telling import tell
from api.demo.uploads import vault_for_drawings
from api.papers.facts import Site
from api.papers.maker import READER, Maker
from api.papers.signing import signer_of
from api.settings import Settings
from models.authorities.regions import load_regions
from models.authorities.tables import Authority
from models.kernel.clock import china_day, freeze, now
from models.kernel.journal import head
from models.kernel.readers import advance
from models.kernel.sealing import seal
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER
from models.kernel.workday_seed import seed_workdays
from models.kernel.workdays import work_calendar
from models.notices.writer import READER as MESSAGES
from models.people.passwords import hashed
from models.registration.tables import Registration
from printing.pool import RenderPool

FIRST_YEAR = 2020
CLOCK_DAYS = 200
"""From so long ago on the clock runs every night."""
FOUNDED_BEFORE = timedelta(days=20)
"""The bodies are there so long before the first applicant."""
PROGRESS_EVERY = 20
PRINTERS = 2

Say = Callable[[str], None]


class NotLoaded(Exception):
    """The demonstration cannot be loaded into this database; the message says why and what to do."""


async def load(settings: Settings, say: Say) -> None:
    """Load it, unless it is there. Files go below the data directory; the database must be open and migrated.

    :raises NotLoaded: an earlier load was cut short, or the database holds something else.
    :raises PrintingError: nothing can be printed here; nothing was loaded.
    """
    if await is_loaded():
        say("演示数据已经装入")
        return
    await _refuse_used_database()
    began = monotonic()
    say("装入演示数据（约一分钟）：机构、审核人员、单位")
    with vault_for_drawings(settings.data_dir):
        async with RenderPool(workers=PRINTERS) as pool:
            registrations = await _play(settings, pool, say)
    sealed = await seal()
    # What has no paper by now is history; the service makes papers from here on.
    await advance(SYSTEM_VIEWER, name=READER, to=await head())
    await advance(SYSTEM_VIEWER, name=MESSAGES, to=await head())
    await conclude(SYSTEM_VIEWER, registrations=registrations)
    say(f"演示数据装入完成：申请 {registrations} 件，日志封存 {sealed} 块，用时 {monotonic() - began:.0f} 秒")


async def _refuse_used_database() -> None:
    if await was_begun():
        raise NotLoaded(
            "上次装入演示数据时中断，数据不完整。请删除数据目录（DATA_DIR，默认 .data）或换一个数据库，再运行一次"
        )
    if await Authority.exists():
        raise NotLoaded("这个数据库里已有别的数据，没有装入演示数据。请换一个空的数据库")


async def _play(settings: Settings, pool: RenderPool, say: Say) -> int:
    until = now()
    await seed_workdays(SYSTEM_VIEWER, first=FIRST_YEAR, last=until.year + 1)
    await load_regions(SYSTEM_VIEWER)
    hours = Hours(await work_calendar(), until)
    planned = plots(hours)
    password_hash = await hashed(known.PASSWORD)
    others = list(applicants(hours))
    with freeze(_founded_at(planned, hours)):
        place = await found(password_hash)
    say(f"机构 {len(BODIES)} 个，审核人员 {len(OFFICERS)} 名，单位 {len(place.firms)} 个")
    papering = Papering(Maker(pool, Site(settings.public_url, demonstration=True)))
    stage = Stage(place, hours, signer_of(settings.data_dir), password_hash, papering)
    stories = [registration(plot, stage) for plot in planned]
    nights = clock(china_day(until) - timedelta(days=CLOCK_DAYS), china_day(until))
    stories += [life_of(life, who, stage) for life, who in others]
    await tell([*stories, nights], until, _Progress(len(stories), say).one_more)
    say("打印注册证")
    await papering.make_certificates()
    await papering.forget_the_rest()
    return await Registration.all().count()


def _founded_at(planned: list[Plot], hours: Hours) -> datetime:
    begun = [hours.back(hours.last_day, life.parts[0].begun) for life in LIVES]
    first = min(*(plot.days[0] for plot in planned), *begun)
    return hours.opens(first) - FOUNDED_BEFORE


@unit_of_work
async def conclude(unit: Unit, *, registrations: int) -> None:
    """The mark that everything is there."""
    first = await Authority.all().order_by("id").first()
    assert first is not None
    unit.record(DemonstrationLoaded(registrations), first)


class _Progress:
    """Says every twentieth registration."""

    def __init__(self, total: int, say: Say) -> None:
        self._total, self._done, self._say = total, 0, say

    def one_more(self) -> None:
        self._done += 1
        if self._done % PROGRESS_EVERY == 0 and self._done <= self._total:
            self._say(f"申请 {self._done}/{self._total} 件")

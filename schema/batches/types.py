"""Batches in the graph: what everybody sees of an announcement, and what its reviewers see and do."""

from collections.abc import Sequence
from datetime import date as day
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from models.authorities.kinds import Profession
from models.kernel.ids import global_id as id_of
from models.kernel.viewer import Viewer
from models.registration.batches import reads, shown
from models.registration.batches.kinds import BATCH_KIND_WORDS, BatchEntryState, BatchKind, BatchState
from models.registration.batches.shown import at_desk
from models.registration.batches.tables import Batch as BatchRow
from models.registration.batches.tables import BatchEntry as EntryRow
from models.registration.batches.workflow import BATCH, ENTRY
from models.registration.kinds import RegistrationKind
from models.registration.shown import shown_name
from schema.authorities import Authority
from schema.batches.filters import AnnouncedFilter, BatchEntryFilter
from schema.common.enums import expose
from schema.common.findings import AvailableAction, Finding, Sensitive, actions
from schema.common.interfaces import Node, Subject
from schema.common.scalars import URL
from schema.plans.binding import rows
from schema.plans.connection import Connection
from schema.plans.declare import column, computed, connection, loaded, one

if TYPE_CHECKING:
    from schema.registration.types import Registration

expose(BatchKind, BATCH_KIND_WORDS)
expose(BatchState, dict(BATCH.words) | {BatchState.DONE: "已上报 / 已公告"})
expose(BatchEntryState, ENTRY.words)


async def batch_actions(viewer: Viewer, rows: Sequence[BatchRow]) -> list[list[AvailableAction]]:
    return [actions(shown.batch_options(row, viewer)) for row in rows]


def cover_pdf(id: int) -> URL:
    return URL(f"/batches/{id_of(BatchRow.prefix, id)}/cover.pdf")


def cover_sheet(id: int) -> URL:
    return URL(f"/batches/{id_of(BatchRow.prefix, id)}/cover.xlsx")


async def announced_numbers(rows: Sequence[EntryRow]) -> list[str | None]:
    found = await shown.certificate_numbers([row.registration_id for row in rows])
    return [found.get(row.registration_id) for row in rows]


async def announced_regions(rows: Sequence[EntryRow]) -> list[str]:
    return await shown.provinces([row.region for row in rows])


@rows(
    EntryRow,
    visible=reads.announced_to,
    prefix="ann",
    description="公告名单中的一人",
)
class AnnouncedPerson(Node):
    name_masked: str = computed(shown.announced_name, description="姓名（遮盖）")
    kind: RegistrationKind = column("registration_kind", description="注册种类")
    title: str = computed(shown.announced_title, description="注册名称")
    employer_name: str = column(description="聘用单位")
    number: str = column(description="受理编号")
    certificate_number: str | None = loaded(
        announced_numbers, needs=("registration_id",), description="注册证号，制证后有"
    )
    region_name: str = loaded(announced_regions, needs=("region",), description="省份")


@rows(EntryRow, visible=reads.entries_visible_to, prefix=EntryRow.prefix, description="批次中的一件")
class BatchEntry(Node):
    batch: "Batch" = one(inherits=True, description="批次")
    registration: Annotated["Registration", strawberry.lazy("schema.registration.types")] | None = one(
        description="注册申请"
    )
    state: BatchEntryState = column(description="状态")
    place: int = column(description="次序")
    number: str = column(description="受理编号")
    name: Sensitive = computed(shown_name, description="姓名")
    kind: RegistrationKind = column("registration_kind", description="注册种类")
    employer_name: str = column(description="聘用单位")
    reason: str | None = column(description="顺延的原因")


@strawberry.type(description="下一批次：还没有开始收件的，只有日期")
class UpcomingBatch:
    """Carries a `models.registration.batches.upcoming.UpcomingBatch`."""

    kind: BatchKind = column(description="种类")
    profession: Profession = column(description="执业资格")
    date: day = column("day", description="日期")
    lock_at: datetime = column(description="何时截止")
    postponed_from: day | None = column(description="顺延自")
    postponed_reason: str | None = column(description="顺延原因")
    number: str | None = column(description="批次号，开始收件后有")
    entered: bool = column(description="所问的申请是否已列入")


@strawberry.type(description="预演中的一个问题")
class BatchProblem:
    """Carries a `models.registration.batches.rehearsal.Problem`."""

    entry: BatchEntry | None = one(description="条目")
    findings: list[Finding] = column(description="原因")


@strawberry.type(description="预演的一种结果")
class BatchOutcome:
    """Carries a `models.registration.batches.rehearsal.Outcome`."""

    becomes: str = column(description="会怎样")
    count: int = column(description="件数")


@strawberry.type(description="批次预演：现在办理会怎样、为什么；什么也不改变")
class BatchRehearsal:
    """Carries a `models.registration.batches.rehearsal.Rehearsal`."""

    will_pass: int = column(description="将通过")
    will_drop: int = column(description="不能通过，须先退回、不予注册或顺延")
    outcomes: list[BatchOutcome] = column(description="通过的各件会怎样")
    problems: list[BatchProblem] = column(description="问题，至多前 500 件")


@rows(BatchRow, visible=reads.visible_to, prefix=BatchRow.prefix, description="批次")
class Batch(Subject):
    title: str = computed(shown.batch_title)
    status: str | None = computed(shown.batch_status)
    available_actions: list[AvailableAction] = loaded(batch_actions)
    kind: BatchKind = column(description="种类")
    state: BatchState = column(description="状态；公众只见已公告的")
    number: str = column(description="批次号")
    profession: Profession = column(description="执业资格")
    authority: Authority = one(inherits=True, description="机构")
    date: day = column("day", description="日期")
    postponed_from: day | None = column(description="顺延自")
    postponed_reason: str | None = column(description="顺延原因")
    lock_at: datetime | None = column(description="何时截止")
    stamp_number: str | None = column(description="用印编号", allow=at_desk)
    stamped_on: day | None = column(description="盖章日期", allow=at_desk)
    notice: str | None = column(description="公告文字")
    announced_at: datetime | None = column(description="公告时间")
    announced: Connection[AnnouncedPerson] = connection(
        "batch", filter=AnnouncedFilter, order=("place", "id"), description="公告名单，公告后公开"
    )
    entries: Connection[BatchEntry] = connection(
        "batch", filter=BatchEntryFilter, order=("place", "id"), description="条目"
    )
    rehearsal: BatchRehearsal | None = loaded(
        shown.rehearsals, description="预演：会怎样、为什么", allow=at_desk
    )
    cover_pdf: URL | None = computed(cover_pdf, description="上报封面与清单，PDF", allow=at_desk)
    cover_sheet: URL | None = computed(cover_sheet, description="上报清单，XLSX", allow=at_desk)
    progress: float | None = computed(shown.batch_progress, description="处理进度，0 到 1", allow=at_desk)
    total: int = column(description="上报或公告时的件数")

"""Class hours in the graph."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from models.authorities.kinds import Profession
from models.education import shown
from models.education.kinds import HoursSource, HoursState
from models.education.reads import visible_to
from models.education.tables import HoursRecord as HoursRow
from models.kernel.viewer import Viewer
from schema.common.findings import AvailableAction, actions
from schema.common.interfaces import Subject
from schema.plans.binding import rows
from schema.plans.declare import column, computed, loaded, one
from schema.specialties import Specialty

if TYPE_CHECKING:
    from schema.files import File


async def hours_actions(viewer: Viewer, rows: Sequence[HoursRow]) -> list[list[AvailableAction]]:
    return [actions(found) for found in await shown.options_of(rows, viewer)]


@rows(HoursRow, visible=visible_to, prefix=HoursRow.prefix, description="继续教育学时")
class HoursRecord(Subject):
    title: str = computed(shown.hours_title)
    status: str | None = computed(shown.hours_status)
    available_actions: list[AvailableAction] = loaded(hours_actions)
    profession: Profession = column(description="执业资格")
    specialty: Specialty | None = computed(shown.hours_specialty, description="所学专业")
    source: HoursSource = column(description="来源")
    state: HoursState = column(description="状态")
    provider_name: str = column(description="培训机构名称")
    course_name: str = column(description="课程")
    hours: float = column(description="学时")
    from_: date = column("since", called="from", description="起")
    until: date = column(description="止")
    proof: Annotated["File", strawberry.lazy("schema.files")] | None = one(description="证书")
    reason: str | None = column(description="未认定的原因")

"""Administrative regions."""

from collections.abc import Sequence
from typing import Protocol

from models.authorities.reads import regions_visible_to
from models.authorities.tables import Region as RegionRow
from schema.plans.binding import present, rows
from schema.plans.declare import column, listed, one


@rows(RegionRow, visible=regions_visible_to, description="行政区划，GB/T 2260")
class Region:
    code: str = column(description="代码")
    name: str = column(description="名称")
    full_name: str = column(description="带上级的名称")
    parent: "Region | None" = one(description="上级")
    children: list["Region"] = listed("parent", order="code", description="下级")


class Responsible(Protocol):
    """A row with regions, by their full codes."""

    @property
    def region_codes(self) -> list[str]: ...


async def regions_of(rows: Sequence[Responsible]) -> list[list[Region]]:
    """The regions of each row; codes that the table does not have are left out."""
    codes = {code for row in rows for code in row.region_codes}
    found = {region.code: present(Region, region) for region in await RegionRow.filter(code__in=codes)}
    return [[found[code] for code in row.region_codes if code in found] for row in rows]

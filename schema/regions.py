"""Administrative regions."""

from models.authorities.reads import regions_visible_to
from models.authorities.tables import Region as RegionRow
from schema.plans.binding import rows
from schema.plans.declare import column, listed, one


@rows(RegionRow, visible=regions_visible_to, description="行政区划，GB/T 2260")
class Region:
    code: str = column(description="代码")
    name: str = column(description="名称")
    full_name: str = column(description="带上级的名称")
    parent: "Region | None" = one(description="上级")
    children: list["Region"] = listed("parent", order="code", description="下级")

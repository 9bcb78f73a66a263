"""Root fields of imports and exports."""

import strawberry

from models.transfers.kinds import ImportKind
from models.transfers.rights import importable
from schema.common.context import Info, viewer_of
from schema.plans.connection import Connection
from schema.plans.declare import connection
from schema.transfers.types import Export, Import


@strawberry.type
class Query:
    """One's own imports and exports."""

    imports: Connection[Import] = connection(order="-id", description="本人的导入，最新在前")
    exports: Connection[Export] = connection(order="-id", description="本人的导出，最新在前")

    @strawberry.field(description="我可以导入的种类")
    async def importable_kinds(self, info: Info) -> list[ImportKind]:
        return importable(viewer_of(info))

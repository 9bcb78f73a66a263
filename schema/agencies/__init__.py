"""Employers and agencies."""

from typing import Annotated

import strawberry

from models.agencies import reads
from schema.agencies.types import Agency, Employer, EmployerChoice, Enterprise
from schema.common.context import Info, signed_in, viewer_of
from schema.plans.binding import present

__all__ = ["TYPES", "Employer", "EmployerChoice", "Query"]

TYPES: tuple[type, ...] = (Agency, Enterprise)
"""Given to the schema by hand: no field names them, only their interface."""


@strawberry.type
class Query:
    """Root fields about employers."""

    @strawberry.field(description="按名称或信用代码找单位，至多 20 个")
    async def find_employers(
        self, info: Info, text: Annotated[str, strawberry.argument(description="搜索")]
    ) -> list[EmployerChoice]:
        signed_in(viewer_of(info))
        return [present(EmployerChoice, row) for row in await reads.find_employers(text)]

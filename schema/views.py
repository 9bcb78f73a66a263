"""Saved filters in the graph: one's own, the same on every device."""

from typing import Annotated

import strawberry

from models.kernel.ids import global_id as id_of
from models.kernel.ids import key_of
from models.views import reads
from models.views.steps import remove_view, save_view
from models.views.tables import SavedView as SavedViewRow
from schema.common.context import Info, viewer_of
from schema.common.interfaces import Node
from schema.common.mutations import INPUT, Payload, payload, run
from schema.plans.binding import rows
from schema.plans.connection import Connection
from schema.plans.declare import column, connection, where

PREFIX = SavedViewRow.prefix


@rows(SavedViewRow, visible=reads.visible_to, prefix=PREFIX, description="保存的筛选")
class SavedView(Node):
    name: str = column(description="名称")
    page: str = column(description="页面")
    query: str = column(description="筛选条件")


@strawberry.input(description="保存的筛选：筛选")
class SavedViewFilter:
    page: str | None = where("page", description="页面")


@strawberry.type
class Query:
    """Kept filters."""

    saved_views: Connection[SavedView] = connection(
        filter=SavedViewFilter, order="id", description="本人保存的筛选"
    )


@strawberry.input(description="保存筛选：输入")
class SaveViewInput:
    name: str = strawberry.field(description="名称，1 至 20 个字；同名的改为新的条件")
    page: str = strawberry.field(description="页面")
    query: str = strawberry.field(description="筛选条件")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("保存筛选：结果")
class SaveViewPayload(Payload):
    view: SavedView | None = strawberry.field(default=None, description="保存的筛选")


@strawberry.input(description="删除筛选：输入")
class RemoveViewInput:
    view_id: strawberry.ID = strawberry.field(description="筛选")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("删除筛选：结果")
class RemoveViewPayload(Payload):
    removed_id: strawberry.ID | None = strawberry.field(default=None, description="已删除的标识")


@strawberry.type
class Mutation:
    """By whoever is signed in."""

    @strawberry.mutation(description="保存筛选")
    async def save_view(self, info: Info, input: Annotated[SaveViewInput, INPUT]) -> SaveViewPayload:
        step = save_view.once(input.idempotency_key)
        done = step(viewer_of(info), name=input.name, page=input.page, query=input.query)
        return await run(info, SaveViewPayload, done)

    @strawberry.mutation(description="删除筛选")
    async def remove_view(self, info: Info, input: Annotated[RemoveViewInput, INPUT]) -> RemoveViewPayload:
        step = remove_view.once(input.idempotency_key)
        done = step(viewer_of(info), id=key_of(PREFIX, input.view_id))
        return await run(
            info, RemoveViewPayload, done, removed_id=lambda row: strawberry.ID(id_of(PREFIX, row.id))
        )

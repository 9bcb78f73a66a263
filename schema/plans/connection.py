"""Pages of objects: connection, edge, page information. Each part is read only when it is asked for."""

from typing import Generic, Protocol, TypeVar

import strawberry

from schema.common.scalars import Cursor

T = TypeVar("T")


class Pages(Protocol):
    """What a connection asks: its page, its count, the journal's head from before the page was read."""

    async def edges(self) -> list[tuple[str, object]]: ...

    async def more(self) -> bool: ...

    async def count(self) -> int: ...

    async def cursor(self) -> Cursor: ...

    @property
    def begun(self) -> bool: ...


@strawberry.type(description="分页信息")
class PageInfo:
    has_next_page: bool = strawberry.field(description="后面还有")
    has_previous_page: bool = strawberry.field(description="前面还有")
    start_cursor: str | None = strawberry.field(description="本页第一条的页游标")
    end_cursor: str | None = strawberry.field(description="本页最后一条的页游标")


@strawberry.type(description="一条")
class Edge(Generic[T]):
    """One object of a page and where it stands."""

    cursor: str = strawberry.field(description="页游标")
    node: T = strawberry.field(description="对象")


@strawberry.type(description="一页")
class Connection(Generic[T]):
    """One page of a list, by key and not by offset. Made by fields declared with `connection`."""

    pages: strawberry.Private[Pages]

    @strawberry.field(description="本页各条，带页游标")
    async def edges(self) -> list[Edge[T]]:
        return [Edge(cursor=cursor, node=node) for cursor, node in await self.pages.edges()]  # type: ignore[arg-type]

    @strawberry.field(description="本页各条")
    async def nodes(self) -> list[T]:
        return [node for _, node in await self.pages.edges()]  # type: ignore[misc]

    @strawberry.field(description="分页信息")
    async def page_info(self) -> PageInfo:
        edges = await self.pages.edges()
        return PageInfo(
            has_next_page=await self.pages.more(),
            has_previous_page=self.pages.begun,
            start_cursor=edges[0][0] if edges else None,
            end_cursor=edges[-1][0] if edges else None,
        )

    @strawberry.field(description="总数，要时才算")
    async def total_count(self) -> int:
        return await self.pages.count()

    @strawberry.field(description="读取时的日志游标：从这里订阅，不会漏")
    async def cursor(self) -> Cursor:
        return await self.pages.cursor()

"""Authorities, contacts, regions, reviewers, and what the site says of itself."""

from dataclasses import dataclass
from typing import Annotated

import strawberry

from models.authorities.kinds import SiteKey
from models.authorities.reads import regions_below, support_contacts
from models.authorities.site import site_texts
from schema.authorities.types import Authority, AuthorityFilter, Contact, Reviewer, RoleGrant
from schema.common.context import Info
from schema.plans.binding import present
from schema.plans.connection import Connection
from schema.plans.declare import connection
from schema.regions import Region

__all__ = ["Authority", "Contact", "Query", "Region", "Reviewer", "RoleGrant", "Site", "SiteInformation"]


@dataclass(frozen=True)
class Site:
    """What the deployment says of itself; put it among the services of `Context`."""

    address: str = ""
    demonstration: bool = False


@strawberry.type(description="网站文字与联系方式，均可配置")
class SiteInformation:
    name: str = strawberry.field(description="系统名称")
    address: str = strawberry.field(description="系统网址")
    purpose: str = strawberry.field(description="宗旨")
    introduction: str = strawberry.field(description="主要功能")
    browsers: str = strawberry.field(description="浏览器要求")
    support_contacts: list[Contact] = strawberry.field(description="技术支持")
    demonstration: bool = strawberry.field(description="是否演示环境")


async def site_information(info: Info) -> SiteInformation:
    texts, site = await site_texts(), info.context.service(Site)
    return SiteInformation(
        name=texts[SiteKey.NAME],
        address=texts[SiteKey.ADDRESS] or site.address,
        purpose=texts[SiteKey.PURPOSE],
        introduction=texts[SiteKey.INTRODUCTION],
        browsers=texts[SiteKey.BROWSERS],
        support_contacts=[present(Contact, row) for row in await support_contacts()],
        demonstration=site.demonstration,
    )


@strawberry.type
class Query:
    """Root fields about authorities and the site; public."""

    site_information: SiteInformation = strawberry.field(
        resolver=site_information, description="网站文字与联系方式"
    )
    authorities: Connection[Authority] = connection(
        filter=AuthorityFilter, order="id", description="注册机构及联系方式"
    )

    @strawberry.field(description="下级区域；为空则各省")
    async def regions(
        self,
        parent_code: Annotated[str | None, strawberry.argument(description="上级代码")] = strawberry.UNSET,
    ) -> list[Region]:
        return [present(Region, row) for row in await regions_below(parent_code or None)]

"""Root fields of registration."""

from datetime import date
from typing import Annotated

import strawberry

from models.authorities.kinds import Profession
from models.kernel.errors import Refused, TooCostly
from models.people.throttle import Act, count_try
from models.professions.shelf import rulebook_on
from models.registration.reads import queue_of
from models.registration.shown_parts import offered_specialties
from models.registration.verify import verify_certificate
from schema.common.context import Info, viewer_of
from schema.plans.binding import present
from schema.plans.connection import Connection
from schema.plans.declare import connection
from schema.registration.certificates import Certificate, CertificateProof
from schema.registration.filters import (
    CertificateFilter,
    CertificateOrder,
    WorkFilter,
    WorkOrder,
)
from schema.registration.ports import Verifier
from schema.registration.rulebook import Rulebook
from schema.registration.types import Registration, WorkItem
from schema.registration_filters import RegistrationFilter, RegistrationOrder
from schema.specialties import Specialty


@strawberry.type
class Query:
    """Lists of what the viewer may see; the rulebook and verification are public."""

    registrations: Connection[Registration] = connection(
        filter=RegistrationFilter, order=RegistrationOrder, description="注册申请"
    )
    certificates: Connection[Certificate] = connection(
        filter=CertificateFilter, order=CertificateOrder, description="注册证与已注册人员"
    )
    work_queue: Connection[WorkItem] = connection(
        filter=WorkFilter, order=WorkOrder, mine=queue_of, description="我可办的待办"
    )

    @strawberry.field(description="某日施行的规则")
    async def rulebook(
        self,
        profession: Annotated[Profession, strawberry.argument(description="执业资格")],
        on: Annotated[date | None, strawberry.argument(description="日期，默认今天")] = strawberry.UNSET,
    ) -> Rulebook:
        return present(Rulebook, rulebook_on(profession, on or None))

    @strawberry.field(description="专业类别")
    async def specialties(
        self, profession: Annotated[Profession, strawberry.argument(description="执业资格")]
    ) -> list[Specialty]:
        return [present(Specialty, one) for one in offered_specialties(profession)]

    @strawberry.field(description="扫码查验注册证")
    async def verify_certificate(
        self, info: Info, code: Annotated[str, strawberry.argument(description="代码")]
    ) -> CertificateProof | None:
        try:
            await count_try(viewer_of(info), act=Act.LOOKUP_FROM_ADDRESS, key=info.context.address)
        except Refused as refused:
            raise TooCostly(refused.errors[0].message) from None
        proof = await verify_certificate(code, info.context.service(Verifier))
        return present(CertificateProof, proof) if proof else None

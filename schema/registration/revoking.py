"""Mutation that revokes a certificate."""

from typing import Annotated

import strawberry

from models.authorities.tables import Reviewer
from models.kernel.ids import key_of
from models.registration.credentials import Certificate as CertificateRow
from models.registration.steps.revoking import revoke_certificate
from schema.common.context import Info, viewer_of
from schema.common.mutations import INPUT, Payload, payload, run
from schema.registration.certificates import Certificate


@strawberry.input(description="撤销注册证：输入")
class RevokeCertificateInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    law: str = strawberry.field(description="依据")
    reason: str = strawberry.field(description="理由")
    second_reviewer_id: strawberry.ID = strawberry.field(description="复核人")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("撤销注册证：结果")
class RevokeCertificatePayload(Payload):
    certificate: Certificate | None = strawberry.field(default=None, description="注册证")


@strawberry.type
class RevokingMutations:
    """By a decider of the issuing authority."""

    @strawberry.mutation(description="撤销注册证")
    async def revoke_certificate(
        self, info: Info, input: Annotated[RevokeCertificateInput, INPUT]
    ) -> RevokeCertificatePayload:
        step = revoke_certificate.once(input.idempotency_key)
        return await run(
            info,
            RevokeCertificatePayload,
            step(
                viewer_of(info),
                id=key_of(CertificateRow.prefix, input.id),
                version=input.version,
                law=input.law,
                reason=input.reason,
                second_reviewer_id=key_of(Reviewer.prefix, input.second_reviewer_id),
            ),
        )

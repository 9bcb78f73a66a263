"""Requests to withdraw a case that a reviewer has already claimed, and their answers."""

from tortoise import fields

from models.kernel.rows import Row
from models.registration.kinds import WithdrawalState
from models.registration.tables import Registration


class WithdrawalRequest(Row):
    """One request of the filer's. The reviewer who holds the case answers it; a decision overtakes it."""

    prefix = "wdr"

    registration: fields.ForeignKeyRelation[Registration] = fields.ForeignKeyField(
        "zhiye.Registration", related_name=False
    )
    state = fields.CharEnumField(WithdrawalState, default=WithdrawalState.OPEN, max_length=12)
    reason = fields.CharField(500)
    answer = fields.CharField(500, null=True)
    """Why it was not allowed."""

    registration_id: int

    class Meta:
        table = "withdrawal_request"
        indexes = (("registration_id",),)

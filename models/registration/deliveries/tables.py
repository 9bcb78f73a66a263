"""Rows of deliveries."""

from datetime import datetime

from tortoise import fields

from models.authorities.tables import Authority
from models.kernel.events import Audience
from models.kernel.rows import Row
from models.registration.deliveries.kinds import DeliveryState
from models.registration.kinds import DeliveryMethod
from models.registration.tables import Registration


class Delivery(Row):
    """One certificate on its way. The address is the form's until somebody corrects it here."""

    prefix = "dlv"

    registration: fields.ForeignKeyRelation[Registration] = fields.ForeignKeyField(
        "zhiye.Registration", related_name=False, unique=True
    )
    authority: fields.ForeignKeyRelation[Authority] = fields.ForeignKeyField(
        "zhiye.Authority", related_name=False
    )
    applicant_id = fields.BigIntField()
    employer_id = fields.BigIntField(null=True)
    profession = fields.CharField(24)
    region = fields.CharField(12, default="")
    certificate_number = fields.CharField(60, default="")
    state = fields.CharEnumField(DeliveryState, default=DeliveryState.PENDING, max_length=12)
    method = fields.CharEnumField(DeliveryMethod, max_length=16)
    receiver = fields.CharField(64, null=True)
    phone = fields.CharField(40, null=True)
    region_code = fields.CharField(12, null=True)
    address = fields.CharField(200, null=True)
    courier = fields.CharField(40, null=True)
    courier_number = fields.CharField(40, null=True)
    sent_at: datetime | None = fields.DatetimeField(null=True)
    received_at: datetime | None = fields.DatetimeField(null=True)
    reason = fields.CharField(500, null=True)
    """Why it came back."""

    registration_id: int
    authority_id: int

    class Meta:
        table = "delivery"
        indexes = (("authority_id", "state", "created_at", "id"), ("applicant_id",), ("state", "sent_at"))

    def audience(self) -> Audience:
        return Audience(
            self.applicant_id, authority_id=self.authority_id, profession=self.profession, region=self.region
        )

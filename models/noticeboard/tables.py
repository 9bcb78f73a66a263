"""Rows of the notice board."""

from tortoise import fields

from models.authorities.kinds import Profession
from models.authorities.tables import Authority
from models.kernel.clock import now
from models.kernel.rows import Row
from models.noticeboard.kinds import NoticeKind, NoticeState


class Notice(Row):
    """One notice. `body` is plain text, its paragraphs parted by empty lines. `published_at`: since when it is
    public; of a draft, when it was written."""

    prefix = "not"

    kind = fields.CharEnumField(NoticeKind, max_length=16)
    state = fields.CharEnumField(NoticeState, max_length=16, default=NoticeState.DRAFT)
    profession = fields.CharEnumField(Profession, max_length=24, null=True)
    heading = fields.CharField(120)
    body = fields.TextField()
    published_at = fields.DatetimeField(default=now, db_index=True)
    authority: fields.ForeignKeyNullableRelation[Authority] = fields.ForeignKeyField(
        "zhiye.Authority", related_name=False, null=True
    )

    authority_id: int | None

    class Meta:
        table = "notice"

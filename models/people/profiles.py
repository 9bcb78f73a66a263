"""What somebody said of themselves where an old registration does not say it (S2-19)."""

from typing import Any

from tortoise import fields

from models.agencies.tables import EmployerNature
from models.authorities.names import NamesField
from models.kernel.events import Audience
from models.kernel.rows import Row
from models.people.tables import Person


class Profile(Row):
    """Category and kind of employer of one person in one profession, as completed by the person.

    A certificate keeps what was printed: this is what the next application starts with.
    """

    prefix = "pfl"

    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("zhiye.Person", related_name=False)
    profession = fields.CharField(24)
    specialties: Any = NamesField(null=True, default=list)
    """Codes of the rulebook."""
    employer_nature = fields.CharEnumField(EmployerNature, null=True, max_length=24)

    person_id: int

    class Meta:
        table = "profile"
        unique_together = (("person_id", "profession"),)

    def audience(self) -> Audience:
        return Audience(person_id=self.person_id)

"""Specialties of professions: categories in which people are registered."""

import strawberry

from models.authorities.kinds import Profession
from schema.plans.declare import column


@strawberry.type(description="专业类别")
class Specialty:
    """Carries a `models.registration.shown_parts.SpecialtyShown`."""

    id: strawberry.ID = column(description="代码，填写时带回")
    profession: Profession = column(description="执业资格")
    name: str = column(description="名称")

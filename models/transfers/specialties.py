"""Specialties in a cell: names as the rulebook has them, parted by 、."""

from models.authorities.kinds import Profession
from models.professions.shelf import rulebook_on
from models.transfers.importer import Cells

SPECIALTY = "专业类别"


def specialties_of(profession: Profession | None, cells: Cells) -> tuple[str, ...] | None:
    """Codes of the named specialties; None where one of them is not the profession's."""
    said = cells.get(SPECIALTY, "")
    if profession is None or not said:
        return ()
    codes = {one.name: one.code for one in rulebook_on(profession).specialties}
    named = [name.strip() for name in said.split("、")]
    return tuple(codes[name] for name in named) if all(name in codes for name in named) else None

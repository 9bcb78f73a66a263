"""The columns that name a person, alike in every kind of import, and the persons that they name."""

from collections.abc import Iterable
from dataclasses import dataclass

from models.people.identity import identity_problem, normalized, upgraded
from models.people.imports import plain_name
from models.people.kinds import IdentityKind
from models.people.masks import mask_identity
from models.people.tables import Person
from models.transfers.cells import BadCell, fits
from models.transfers.importer import Cells, Column

NAME, KIND, NUMBER = "姓名", "证件类型", "证件号码"
LONGEST_NAME = 64
KINDS = {
    "居民身份证": IdentityKind.RESIDENT,
    "港澳居民证件": IdentityKind.HONG_KONG_MACAO,
    "台湾居民证件": IdentityKind.TAIWAN,
    "护照": IdentityKind.PASSPORT,
    "军官证": IdentityKind.OFFICER,
}
KIND_WORDS = {kind: word for word, kind in KINDS.items()} | {IdentityKind.RESIDENT_OLD: "居民身份证"}
COLUMNS = (
    Column(NAME, "证件上的姓名，至多 64 个字", "王海宁"),
    Column(KIND, "、".join(KINDS) + "；空为居民身份证", "居民身份证", needed=False),
    Column(NUMBER, "证件号码；居民身份证 18 位，15 位的自动换算", "11010519491231002X", mask=mask_identity),
)


@dataclass(frozen=True, slots=True)
class Who:
    """A person as a row names them: 18 digits of a resident, whatever was received."""

    name: str
    kind: IdentityKind
    number: str

    @property
    def masked(self) -> str:
        return mask_identity(self.number)


def who(line: int, cells: Cells) -> Who | list[BadCell]:
    """The person, or what is wrong with the columns that name them."""
    kind = KINDS.get(cells.get(KIND) or "居民身份证")
    name, number = cells[NAME], normalized(cells[NUMBER])
    wrong = []
    if not fits(name, LONGEST_NAME):
        wrong.append(BadCell(line, NAME, name, f"1 至 {LONGEST_NAME} 个字"))
    if kind is None:
        return [*wrong, BadCell(line, KIND, cells.get(KIND, ""), "、".join(KINDS))]
    if kind is IdentityKind.RESIDENT:
        number = upgraded(number) or number
    if problem := identity_problem(kind, number):
        wanted = f"{problem.wanted or '有效的证件号码'}（{problem.message}）"
        wrong.append(BadCell(line, NUMBER, problem.received or "", wanted))
    return wrong or Who(name, kind, number)


async def on_record(wanted: Iterable[Who]) -> dict[str, Person]:
    """Identity number to the person who has it."""
    numbers = {one.number for one in wanted}
    return {str(row.identity_number): row for row in await Person.filter(identity_number__in=numbers)}


def stranger(line: int, given: Who, found: Person | None) -> BadCell | None:
    """Why a row's person is not one on record; None when all is well."""
    if found is None:
        return BadCell(line, NUMBER, given.masked, "在册人员的证件号码：请先导入或登记此人")
    return other_name(line, given, found)


def other_name(line: int, given: Who, found: Person) -> BadCell | None:
    if plain_name(given.name) == plain_name(found.name):
        return None
    return BadCell(line, NAME, given.name, "该证件号码登记的姓名，请与证件核对")

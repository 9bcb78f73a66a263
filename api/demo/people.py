"""The applicants: invented people with numbers that hold."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from api.demo import known
from api.demo.names import OTHERS, RARE, invented
from api.demo.numbers import identity_number
from models.authorities.kinds import Grade, Profession
from models.kernel.viewer import Viewer
from models.people.kinds import Sex

DAYS_PER_YEAR = 365
YOUNGEST, OLDEST = 25, 68
RETIRES_AT = 60
SECOND_GRADE_SHARE = 0.25
LATE_SHARE = 0.12
QUALIFIED_DAYS, LATE_DAYS = (40, 320), (420, 900)
"""Days from the qualification to the first application; above a year it is a late one."""
COUNTIES = {
    "320000": ("320102", "320104", "320106", "320205", "320302", "320402", "320508", "320602", "321002"),
    "330000": ("330102", "330106", "330203", "330302", "330402", "330602", "330702", "331002"),
}
ELSEWHERE = ("340104", "370102", "410102", "420106", "650102")
STREETS = ("文昌路", "锦程街", "望湖路", "青年路", "和平巷", "朝阳街", "长安路", "书院弄")
CITIES = {
    "320000": ("南京市", "苏州市", "无锡市", "常州市"),
    "330000": ("杭州市", "宁波市", "嘉兴市", "绍兴市"),
}
PROVINCES = {"320000": "江苏省", "330000": "浙江省"}
EDUCATIONS = (
    "消防工程 本科",
    "安全工程 本科",
    "建筑学 本科",
    "给排水科学与工程 本科",
    "电气工程及其自动化 硕士",
    "建筑环境与能源应用工程 本科",
    "土木工程 专科",
)
FIXED = {
    known.RETURNED: RARE[0],
    known.DRAFT: RARE[1],
    known.HOLDER: RARE[2],
    known.IN_REVIEW: OTHERS[0],
    known.EXPIRING: OTHERS[1],
}


@dataclass(slots=True)
class Applicant:
    """One person before there is a row of them; `viewer` is set when the account has been opened."""

    name: str
    sex: Sex
    born: date
    number: str
    mobile: str
    province: str
    address: str
    education: str
    grade: Grade | None
    qualified_on: date
    certificate: str
    profession: Profession = Profession.FIRE_ENGINEER
    specialties: tuple[str, ...] = ()
    """Codes of what was examined."""
    viewer: Viewer | None = None
    drawn: dict[str, bytes] = field(default_factory=dict)
    """Pictures of this person that were drawn already, by what they show."""

    def retired(self, day: date) -> bool:
        return (day - self.born).days // DAYS_PER_YEAR >= RETIRES_AT


class Cast:
    """Makes applicants, each once. The same seed gives the same people."""

    def __init__(self, seed: int) -> None:
        self._rng = Random(seed)  # noqa: S311 a repeatable choice, no secret
        self._names: Iterator[tuple[str, Sex]] = invented(self._rng)
        self._spare = list(OTHERS[2:])
        self._made = 0

    def applicant(self, province: str, first_day: date, mobile: str | None = None) -> Applicant:
        """Somebody who lives in a province (a code of six digits) and first applies on a day."""
        rng, self._made = self._rng, self._made + 1
        name, sex = FIXED[mobile] if mobile else self._next_name()
        born = first_day - timedelta(days=rng.randint(YOUNGEST * DAYS_PER_YEAR + 10, OLDEST * DAYS_PER_YEAR))
        county = rng.choice(COUNTIES[province] if rng.random() < 0.8 else ELSEWHERE)
        late = mobile is None and rng.random() < LATE_SHARE
        qualified_on = first_day - timedelta(days=rng.randint(*(LATE_DAYS if late else QUALIFIED_DAYS)))
        second = rng.random() < SECOND_GRADE_SHARE
        return Applicant(
            name,
            sex,
            born,
            identity_number(county, born, sex, rng.randint(0, 499)),
            mobile or f"1{rng.choice('356789')}{rng.randint(1, 9)}1{self._made:07d}",
            province,
            f"{PROVINCES[province]}{rng.choice(CITIES[province])}{rng.choice(STREETS)}{rng.randint(1, 200)}号",
            rng.choice(EDUCATIONS),
            Grade.SECOND if second else Grade.FIRST,
            qualified_on,
            f"XF{qualified_on.year}{province[:2] if second else '00'}{self._made:06d}",
        )

    def _next_name(self) -> tuple[str, Sex]:
        return self._spare.pop() if self._spare else next(self._names)

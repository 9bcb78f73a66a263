"""The safety and supervision engineers of the demonstration, and what becomes of their applications."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from api.demo import known
from api.demo.employers import FIRMS, PLANT, SUPERVISOR, Firm
from api.demo.hours import Hours
from api.demo.numbers import identity_number
from api.demo.people import Applicant
from models.authorities.kinds import Grade, Profession
from models.people.kinds import Sex
from models.registration.kinds import ChangeItem, CredentialKind, RegistrationKind, ReissueReason, StageKind

SAFETY, SUPERVISION = Profession.SAFETY_ENGINEER, Profession.SUPERVISION_ENGINEER
PLAZA = FIRMS[6]
WORKDAYS_A_YEAR = 250
BORN = date(1984, 3, 8)
QUALIFIED_BEFORE = timedelta(days=120)
COUNTY, PROVINCE = "320106", "320000"
FIRST_SERIAL = 501
"""Above those of the fire engineers' identity numbers."""
_K, _S = RegistrationKind, StageKind
SAID: dict[RegistrationKind, dict[str, object]] = {
    _K.CHANGE: {"changes": [ChangeItem.EMPLOYER]},
    _K.REISSUE: {
        "reissue_of": [CredentialKind.CERTIFICATE],
        "reissue_reason": ReissueReason.LOST,
        "reason": "搬家时遗失，多次寻找未果",
    },
    _K.DEREGISTRATION: {"reason": "因工作调动，不再从事这一专业的工作"},
}
"""What the later kinds ask besides."""


@dataclass(frozen=True, slots=True)
class Part:
    """One application: begun so many working days before the load, and how far it has come.

    `until`: the stage at which it stands; None: its end. `sent_back`: returned there, and not corrected yet.
    """

    kind: RegistrationKind
    begun: int
    until: StageKind | None = None
    sent_back: bool = False


@dataclass(frozen=True, slots=True)
class Life:
    """Somebody's applications in a profession, one after the other. `login`: an account that visitors are told of."""

    name: str
    sex: Sex
    profession: Profession
    parts: tuple[Part, ...]
    login: str | None = None

    @property
    def firm(self) -> Firm:
        return PLANT if self.profession is SAFETY else SUPERVISOR

    @property
    def specialties(self) -> tuple[str, ...]:
        return ("CHEMICAL",) if self.profession is SAFETY else ("HOUSING", "MUNICIPAL")


def _first(begun: int, until: StageKind | None = None, *, sent_back: bool = False) -> Part:
    return Part(_K.INITIAL, begun, until, sent_back)


_MAN, _WOMAN = Sex.MALE, Sex.FEMALE
EXPIRING_SAFETY = 5 * WORKDAYS_A_YEAR - 30
EXPIRING_SUPERVISION = 3 * WORKDAYS_A_YEAR - 30
LIVES = (
    Life("苗思远", _MAN, SAFETY, (_first(60),), known.SAFETY_HOLDER),
    Life("鹿鸣春", _WOMAN, SAFETY, (_first(EXPIRING_SAFETY), Part(_K.RENEWAL, 9, _S.FINAL_EXAMINATION))),
    Life("骆雨禾", _WOMAN, SAFETY, (_first(90), Part(_K.CHANGE, 2, _S.PRE_EXAMINATION))),
    Life("桑延年", _MAN, SAFETY, (_first(95), Part(_K.REISSUE, 30))),
    Life("芮清越", _WOMAN, SAFETY, (_first(100), Part(_K.DEREGISTRATION, 20))),
    Life("车文渊", _MAN, SAFETY, (_first(1, _S.PRE_EXAMINATION),)),
    Life("褚砚书", _MAN, SAFETY, (_first(5, _S.PRE_EXAMINATION, sent_back=True),)),
    Life("阚若溪", _WOMAN, SAFETY, (_first(22, _S.ANNOUNCEMENT),)),
    Life("蔺长风", _MAN, SAFETY, (_first(4, _S.FIRST_EXAMINATION),), known.SAFETY_WAITING),
    Life("慕云舟", _MAN, SUPERVISION, (_first(70),), known.SUPERVISION_HOLDER),
    Life("宁知远", _WOMAN, SUPERVISION, (_first(3, _S.EMPLOYER),), known.SUPERVISION_WAITING),
    Life("裴东林", _MAN, SUPERVISION, (_first(EXPIRING_SUPERVISION), Part(_K.RENEWAL, 4, _S.EMPLOYER))),
    Life("尚思齐", _MAN, SUPERVISION, (_first(80), Part(_K.CHANGE, 6, _S.ACCEPTANCE))),
    Life("闻人月", _WOMAN, SUPERVISION, (_first(12, _S.EXAMINATION),)),
    Life("仲明远", _MAN, SUPERVISION, (_first(18, _S.DECISION),)),
    Life("居安平", _MAN, SUPERVISION, (_first(110), Part(_K.DEREGISTRATION, 25))),
    Life("杭一苇", _WOMAN, SUPERVISION, (_first(14, _S.CERTIFICATE_MAKING),)),
)
"""Batches take all that wait: whoever still waits for one stands last in its profession."""


def applicants(hours: Hours) -> Iterator[tuple[Life, Applicant]]:
    """Each life with its person; the same day gives the same people."""
    for place, life in enumerate(LIVES):
        serial = FIRST_SERIAL + place * 2 + (life.sex is Sex.FEMALE)
        qualified_on = hours.back(hours.last_day, life.parts[0].begun) - QUALIFIED_BEFORE
        safety = life.profession is SAFETY
        yield (
            life,
            Applicant(
                life.name,
                life.sex,
                BORN,
                identity_number(COUNTY, BORN, life.sex, serial // 2),
                life.login or f"1370001{place:04d}",
                PROVINCE,
                f"江苏省南京市鼓楼区汉口路{place + 1}号",
                "安全工程 本科" if safety else "土木工程 本科",
                Grade.INTERMEDIATE if safety else None,
                qualified_on,
                f"{'AQ' if safety else 'JL'}{qualified_on.year}{place:08d}",
                profession=life.profession,
                specialties=("CHEMICAL", "OTHER") if safety else (),
            ),
        )


def rng_of(life: Life) -> Random:
    return Random(f"others:{life.name}")  # noqa: S311 a repeatable choice, no secret

"""What a profession's file holds: its rules, forms, routes, attachments and numbers, as one dated edition."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.authorities.kinds import AuthorityKind, Grade, Profession, ReviewerRole
from models.kernel.rules import Edition
from models.professions.facts import AuthorityFacts, CaseFacts
from models.registration.kinds import (
    AttachmentKind,
    ChangeItem,
    CredentialKind,
    FormSection,
    RegistrationKind,
    StageKind,
)

STAGE_ROLES = {
    StageKind.PRE_EXAMINATION: ReviewerRole.PRE_EXAMINER,
    StageKind.ACCEPTANCE: ReviewerRole.ACCEPTOR,
    StageKind.FIRST_EXAMINATION: ReviewerRole.FIRST_EXAMINER,
    StageKind.EXAMINATION: ReviewerRole.EXAMINER,
    StageKind.FINAL_EXAMINATION: ReviewerRole.FINAL_EXAMINER,
    StageKind.DECISION: ReviewerRole.DECIDER,
    StageKind.ANNOUNCEMENT: ReviewerRole.ANNOUNCER,
    StageKind.CERTIFICATE_MAKING: ReviewerRole.CERTIFICATE_MAKER,
    StageKind.DELIVERY: ReviewerRole.CERTIFICATE_MAKER,
}
"""Who handles a stage."""


class Withdrawal(StrEnum):
    """撤回到何时为止"""

    FIRST_CLAIM = "FIRST_CLAIM"
    ACCEPTED = "ACCEPTED"


@dataclass(frozen=True, kw_only=True)
class RouteStep:
    """One stage of a route. `workdays` run from the opening, or from the end of the stage `since`.

    `authority_kind`: handled by the body of that kind that belongs to the chosen one, else the nationwide one;
    None, or where there is none, by the chosen body itself. The employer's own stage has no body.
    """

    stage: StageKind
    authority_kind: AuthorityKind | None = None
    workdays: int | None = None
    since: StageKind | None = None
    extension: int = 0
    """Working days by which the head may extend the time, once."""
    deemed_passed: bool = False
    """Not handled in time, it counts as passed."""
    batched: bool = False
    may_return: bool = False
    may_decline: bool = False
    may_refuse: bool = False
    decides: bool = False
    opinion: str = ""
    """Heading of the box in which this stage signs the printed form; without one it has no box."""
    signer: str = "经办人"

    @property
    def role(self) -> ReviewerRole | None:
        """None: the employer's own account handles it, not a reviewer."""
        return STAGE_ROLES.get(self.stage)


def always(facts: CaseFacts) -> bool:
    """Whatever the form says."""
    return True


@dataclass(frozen=True, kw_only=True)
class Demand:
    """One kind of attachment that is asked for. Sizes in octets; `media_types` by content; `min_pages` of all its
    files together.

    `when`: whether this case is asked for it, where that depends on what the form says. `required_when`: whether
    it must be there, where that does.
    """

    kind: AttachmentKind
    demand: str
    law: str
    max_bytes: int
    media_types: tuple[str, ...]
    required: bool = True
    min_pages: int | None = None
    when: Callable[[CaseFacts], bool] = always
    required_when: Callable[[CaseFacts], bool] | None = None

    def required_of(self, facts: CaseFacts) -> bool:
        return self.required or (self.required_when is not None and self.required_when(facts))


@dataclass(frozen=True)
class Specialty:
    """A category in which people are registered; `code` is what the data keep."""

    code: str
    name: str


@dataclass(frozen=True)
class HoursNeed:
    """Class hours of continuing education in a period of registration: in all, and of the own specialty."""

    total: float
    own: float


@dataclass(frozen=True)
class RenewalWindow:
    """When a renewal may be applied for, before the last day of validity (D-10).

    :param months: from so many months before.
    :param earliest: the farther limit, in months, where the manuals know one besides.
    :param from_earliest: does this edition open at that limit?
    :param ahead: it ought to be filed so many days before; later it is taken with a warning (D-30).
    """

    months: int
    earliest: int | None = None
    from_earliest: bool = False
    ahead: int = 0

    @property
    def opens(self) -> int:
        """So many months before, in this edition."""
        return self.earliest if self.from_earliest and self.earliest else self.months

    @property
    def words(self) -> str:
        ahead = f"，应在届满{self.ahead}日前申请" if self.ahead else ""
        return f"有效期届满前{self.opens}个月内{ahead}"


@dataclass(frozen=True)
class Pledge:
    """An integrity pledge; ticking it sends its edition back."""

    edition: str
    heading: str
    clauses: tuple[str, ...]

    @property
    def body(self) -> str:
        return "\n".join(self.clauses)


@dataclass(frozen=True)
class ShortForm:
    """A printed form of one page, as the manuals annex it for reissues and deregistrations."""

    heading: str
    note: str


@dataclass(frozen=True, kw_only=True)
class KindForm:
    """How one kind of registration is filed and handled. `required`: columns that must be filled.

    `items` and `objects`: what may be changed (CHANGE), what may be made anew (REISSUE).
    """

    kind: RegistrationKind
    pledge: Pledge
    sections: tuple[FormSection, ...]
    required: tuple[str, ...]
    demands: tuple[Demand, ...]
    route: tuple[RouteStep, ...]
    withdraw_until: Withdrawal = Withdrawal.FIRST_CLAIM
    items: tuple[ChangeItem, ...] = ()
    objects: tuple[CredentialKind, ...] = ()
    hours: HoursNeed | None = None
    employer_pledge: Pledge | None = None
    """What the employer confirms when it reports the case up; kinds without that stage have none."""
    short: ShortForm | None = None
    """None: the whole form is printed."""

    def step(self, stage: StageKind) -> RouteStep:
        return next(step for step in self.route if step.stage is stage)

    @property
    def opinions(self) -> tuple[RouteStep, ...]:
        """The stages that sign the printed form, in their order."""
        return tuple(step for step in self.route if step.opinion)

    @property
    def printed_pages(self) -> int | None:
        """So many pages the printed form has; None: as many as it takes."""
        if self.short:
            return 1
        asked = self.demand_for(AttachmentKind.APPLICATION_FORM)
        return asked.min_pages if asked else None

    def demand_for(self, kind: AttachmentKind) -> Demand | None:
        return next((demand for demand in self.demands if demand.kind is kind), None)

    def demanded(self, facts: CaseFacts) -> tuple[Demand, ...]:
        """What is asked of this case."""
        return tuple(demand for demand in self.demands if demand.when(facts))


@dataclass(frozen=True)
class Advice:
    """Which body should be chosen, by which rule, and why. None when the form does not say enough yet."""

    advised: AuthorityFacts | None
    rule: str
    reason: str
    choices: tuple[AuthorityFacts, ...]


@dataclass(frozen=True)
class NumberForms:
    """Formats of numbers; filled with short (苏), grade (1, 2), year and serial. None: the grant yields no such thing."""

    receipt: str
    certificate: str
    seal: str | None = None
    label: str | None = None

    def of(self, kind: CredentialKind) -> str | None:
        forms = {CredentialKind.SEAL: self.seal, CredentialKind.LABEL: self.label}
        return forms.get(kind, self.certificate)


@dataclass(frozen=True, kw_only=True)
class Rulebook(Edition[CaseFacts]):
    """One edition of a profession's rules. A running case keeps the edition it was submitted under."""

    profession: Profession
    doors: tuple[RegistrationKind, ...]
    """Kinds that the front page offers; those without a form say that they are not open yet."""
    forms: Mapping[RegistrationKind, KindForm]
    validity_years: int
    renewal: RenewalWindow
    correction_workdays: int
    procedure_law: str
    """The articles under which receipts and letters are written."""
    numbers: NumberForms
    grade_digits: Mapping[Grade, str]
    settle_kind: Callable[[RegistrationKind, date | None, date], RegistrationKind]
    """The kind that an application really is: asked kind, day of qualification, day of filing."""
    advise: Callable[[CaseFacts], Advice]
    specialties: tuple[Specialty, ...] = ()
    most_specialties: int = 0
    """In so many one may be registered."""

    @property
    def renewal_months(self) -> int:
        """The renewal window opens so many months before the end."""
        return self.renewal.opens

    @property
    def hands_over(self) -> bool:
        """Do bodies of several kinds handle the stages of one case?"""
        routes = [form.route for form in self.forms.values()]
        return any(len({step.authority_kind for step in route if step.role}) > 1 for route in routes)

    def specialty_words(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Names in the order of the codes; a code of an older edition stands as it is."""
        names = {one.code: one.name for one in self.specialties}
        return tuple(names.get(code, code) for code in codes)

    def form(self, kind: RegistrationKind) -> KindForm:
        return self.forms[kind]

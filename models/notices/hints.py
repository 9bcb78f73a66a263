"""Hints to a person by the present state of their registrations, for the notice box of their own page (S2-18).

News tell what happened; a hint stands as long as the state does, and goes when the person has done what it says.
"""

from dataclasses import dataclass

from models.authorities.kinds import Profession
from models.kernel.clock import today
from models.kernel.ids import global_id
from models.kernel.viewer import Viewer, ViewerKind
from models.people.corrections.kinds import CorrectionState
from models.people.corrections.tables import IdentityCorrection
from models.people.corrections.workflow import CORRECTION
from models.people.identity import upgraded
from models.people.tables import Person
from models.professions.shelf import rulebook_on
from models.professions.words import PROFESSION_WORDS
from models.registration.credentials import Certificate
from models.registration.kinds import CredentialState, RegistrationKind, RegistrationState
from models.registration.surrounding import newest_certificates, open_cases_of
from models.registration.tables import Registration
from models.registration.validity import present_state
from models.registration.words import KIND_WORDS

UNDER_WAY = (CorrectionState.SUBMITTED, CorrectionState.CONFIRMED)
CONTINUING = {
    CredentialState.EXPIRING: RegistrationKind.RENEWAL,
    CredentialState.EXPIRED: RegistrationKind.RE_REGISTRATION,
}
"""What follows a certificate that ends."""


@dataclass(frozen=True)
class Hint:
    """`code` is stable; `link` is a page of the web app; what is `urgent` waits for the person."""

    code: str
    text: str
    link: str
    urgent: bool = False


async def hints(viewer: Viewer) -> list[Hint]:
    """What the person should know now: what waits for them first."""
    if viewer.kind is not ViewerKind.PERSON or viewer.person_id is None:
        return []
    person = await Person.get(id=viewer.person_id)
    cases = [case for open_ones in (await open_cases_of([person.id])).values() for case in open_ones]
    held = await newest_certificates([person.id])
    found = [
        *_of_number(person),
        *(hint for case in cases if (hint := _of_case(case))),
        *(hint for rows in held.values() if rows and (hint := _of_certificate(rows[0], cases))),
        *await _of_correction(person.id),
    ]
    return sorted(found, key=lambda hint: not hint.urgent)


def _of_number(person: Person) -> list[Hint]:
    if not person.identity_number or upgraded(person.identity_number) is None:
        return []
    return [Hint("OLD_NUMBER", "您登记的是15位的一代身份证号，请更新为18位", "/me/identity", urgent=True)]


def _of_case(case: Registration) -> Hint | None:
    link, kind = f"/registrations/{global_id(case.prefix, case.id)}", KIND_WORDS[case.kind]
    match case.state:
        case RegistrationState.RETURNED:
            return Hint(
                "RETURNED", f"{kind}申请{case.number}已退回，请按意见补正后重新提交", link, urgent=True
            )
        case RegistrationState.DRAFT if not case.filed_by_employer:
            return Hint("DRAFT", f"您有一份{kind}的草稿没有提交", f"{link}/edit/pledge")
        case RegistrationState.IN_REVIEW:
            return Hint("IN_REVIEW", f"{kind}申请{case.number}正在审核，现在不需要您做任何事", link)
        case RegistrationState.GRANTED:
            return Hint("GRANTED", f"{kind}申请{case.number}已准予注册，正在制证", link)
    return None


def _of_certificate(row: Certificate, cases: list[Registration]) -> Hint | None:
    """Unless what should follow is under way."""
    profession = Profession(row.profession)
    state = present_state(row.state, row.valid_until, rulebook_on(profession).renewal_months, today())
    kind = CONTINUING.get(state)
    if kind is None or any(case.profession == row.profession and case.kind is kind for case in cases):
        return None
    name = PROFESSION_WORDS[profession]
    ends = "将于" if state is CredentialState.EXPIRING else "已于"
    return Hint(
        state.value,
        f"{name}注册证{row.number}{ends}{row.valid_until}到期，请办理{KIND_WORDS[kind]}",
        f"/registrations/new?kind={kind.value}&profession={row.profession}",
        urgent=True,
    )


async def _of_correction(person_id: int) -> list[Hint]:
    rows = IdentityCorrection.filter(person_id=person_id, state__in=UNDER_WAY)
    return [
        Hint("CORRECTION", f"您的证件信息更正申请：{CORRECTION.words[row.state]}", "/me/corrections")
        for row in await rows.order_by("id")
    ]

"""Masked, in full for the person; names also for who handles them; the rest is shown one by one, on record."""

from dataclasses import replace

from models.authorities.tables import Reviewer
from models.kernel.tables import JournalRow
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import PUBLIC_VIEWER, SYSTEM_VIEWER, Viewer, ViewerKind
from models.people.tables import Account
from models.registration.kinds import RegistrationKind, RegistrationState
from models.registration.tables import Registration
from tests.models.people.stories import enter, member, reviewer
from tests.schema.asking import ask, fault

MOBILE, OTHER, STAFF = "13211111111", "13222222222", "13511111111"
IDENTITY = "211322196402200016"
PERSON = """query($id: ID!) { node(id: $id) { ... on Person { title birthDate name { masked full }
    identityNumber { masked full } mobile { masked full } email { masked full } } } }"""
REVEAL = """mutation($input: RevealSensitiveInput!) { revealSensitive(input: $input) {
    revealed { value hideAt } cursor userErrors { code message path ... on InvalidField { received wanted } } } }"""


async def test_the_person_gets_all_and_an_outsider_nothing(sqlite: str) -> None:
    account = await member(MOBILE, identity_number=IDENTITY)
    await member(OTHER)
    _, owner = await enter(MOBILE)
    _, outsider = await enter(OTHER)
    mine = (await ask(owner, PERSON, id=_person(account)))["node"]
    assert mine["identityNumber"] == {"masked": "211322********0016", "full": IDENTITY}
    assert (mine["title"], mine["name"]["masked"], mine["email"]) == ("王小宁", "王*宁", None)
    for viewer in (PUBLIC_VIEWER, outsider):
        assert await ask(viewer, PERSON, id=_person(account)) == {"node": None}


async def test_a_reviewer_of_the_case_sees_the_name_and_may_have_a_mask_lifted_on_record(
    database: str,
) -> None:
    account = await member(MOBILE, identity_number=IDENTITY)
    _, staff = await reviewer(STAFF)
    _, viewer = await enter(STAFF)
    assert await ask(viewer, PERSON, id=_person(account)) == {"node": None}
    await _submitted(SYSTEM_VIEWER, account=account, staff=staff)
    seen = (await ask(viewer, PERSON, id=_person(account)))["node"]
    assert seen["identityNumber"] == {"masked": "211322********0016", "full": None}
    assert (seen["title"], seen["name"]) == ("王小宁", {"masked": "王*宁", "full": "王小宁"})
    given = {"subjectId": _person(account), "path": ["identityNumber"], "idempotencyKey": "k"}
    for _ in range(2):
        shown = (await ask(viewer, REVEAL, input=given))["revealSensitive"]
        assert shown["revealed"]["value"] == IDENTITY and shown["cursor"]
    row = await JournalRow.filter(name="SENSITIVE_REVEALED").get()
    assert row.facts == {"field": "identityNumber", "label": "证件号码"}
    assert (row.actor_id, row.subject, row.subject_id) == (viewer.account_id, "per", account.person_id)
    assert IDENTITY not in str(row.facts)


async def test_who_may_not_is_refused_and_leaves_no_record(sqlite: str) -> None:
    account = await member(MOBILE, identity_number=IDENTITY)
    await member(OTHER)
    _, outsider = await enter(OTHER)
    given = {"subjectId": _person(account), "path": ["identityNumber"], "idempotencyKey": "k"}
    administrator = replace(outsider, kind=ViewerKind.ADMINISTRATOR, person_id=None)
    assert await fault(PUBLIC_VIEWER, REVEAL, input=given) == "UNAUTHENTICATED"
    assert await fault(outsider, REVEAL, input=given) == "NOT_FOUND"
    assert await fault(administrator, REVEAL, input=given) == "FORBIDDEN"
    for id_ in ("per_999999", "acc_1", "nonsense"):
        assert await fault(outsider, REVEAL, input=given | {"subjectId": id_}) == "NOT_FOUND"
    assert await JournalRow.filter(name="SENSITIVE_REVEALED").count() == 0


async def test_an_unknown_or_empty_field_says_which_there_are(sqlite: str) -> None:
    account = await member(MOBILE)
    _, owner = await enter(MOBILE)
    problem = await _problem(owner, account, ["passwordHash"])
    assert problem["received"] == "passwordHash"
    assert problem["wanted"] == "name、identityNumber、mobile、email"
    assert (await _problem(owner, account, ["email"]))["message"] == "邮箱没有填写"


async def _problem(viewer: Viewer, account: Account, path: list[str]) -> dict[str, str]:
    given = {"subjectId": _person(account), "path": path, "idempotencyKey": ".".join(path)}
    (problem,) = (await ask(viewer, REVEAL, input=given))["revealSensitive"]["userErrors"]
    return dict(problem)


def _person(account: Account) -> str:
    return f"per_{account.person_id}"


@unit_of_work
async def _submitted(unit: Unit, *, account: Account, staff: Reviewer) -> None:
    await Registration.create(
        profession="FIRE_ENGINEER",
        kind=RegistrationKind.INITIAL,
        state=RegistrationState.IN_REVIEW,
        edition="2021",
        submitted_at=unit.now,
        applicant_id=account.person_id,
        region="320102",
        authority_id=staff.authority_id,
    )

"""Every kind after the initial one, from sign-in to its end, over HTTP and sockets alone."""

from datetime import date, timedelta

import pytest

from api.demo.employers import FIRMS
from api.demo.known import PASSWORD
from models.kernel.clock import today
from tests import holders
from tests.journeys.cast import Cast, gathering
from tests.journeys.client import Declined, Faulted, Json
from tests.journeys.entering import sign_in
from tests.journeys.filling import choose_authority, take_pledge
from tests.journeys.holding import Engineer, engineer, proof, seen_through
from tests.server import Server
from tests.waiting import until

WHOLE = ("PRE_EXAMINATION", "ACCEPTANCE", "EXAMINATION", "DECISION", "CERTIFICATE_MAKING")
SHORT = ("PRE_EXAMINATION", "ACCEPTANCE", "DECISION", "CERTIFICATE_MAKING")
LEAVING = ("ACCEPTANCE", "DECISION")
STARTABLE = "{ viewer { startable { profession kind legal findings { rule met message metAt } } } }"
FORM = """query ($id: ID!) { node(id: $id) { ... on Registration {
  original { number } basic { name { full } education address { full } photo { id } } employment { name creditCode post }
  differences { path before after } applicationForm { downloadUrl } } } }"""
IN_THREE_YEARS = 3


async def asks_for_a_sign_in(cast: Cast, kind: str) -> None:
    """Whoever is not signed in cannot begin any kind but the initial one."""
    stranger = await cast.stranger()
    with pytest.raises(Faulted) as refused:
        await Engineer(stranger).start(kind)
    assert refused.value.codes[0] in ("UNAUTHENTICATED", "FORBIDDEN")


async def doors_of(person: Engineer) -> list[Json]:
    """What may be started as a fire engineer."""
    doors = (await person.client.ask(STARTABLE))["viewer"]["startable"]
    return [door for door in doors if door["profession"] == "FIRE_ENGINEER"]


async def form_of(person: Engineer) -> Json:
    found: Json = (await person.client.ask(FORM, id=person.case["id"]))["node"]
    return found


@pytest.mark.requirement("S0-24", "S0-26", "S0-28", "S0-30", "S0-31")
async def test_renewal(server: Server) -> None:
    async with gathering(server) as cast:
        await asks_for_a_sign_in(cast, "RENEWAL")
        person = await engineer(cast, holders.RENEWS)
        (old,) = await person.certificates()
        assert old["state"] == "EXPIRING"
        doors = await doors_of(person)
        assert {one["kind"] for one in doors if one["legal"]} == {
            "RENEWAL",
            "CHANGE",
            "REISSUE",
            "DEREGISTRATION",
        }
        await person.start("RENEWAL", certificateId=old["id"])
        form = await form_of(person)
        assert form["original"]["number"] == old["number"]
        assert form["basic"]["name"]["full"] == person.who.name
        assert (form["employment"]["name"], form["basic"]["photo"]) == (FIRMS[0].name, None)
        await person.act("discardRegistration")

        await person.apply("RENEWAL")
        assert person.unmet() == set()
        assert (await form_of(person))["differences"] == []
        names = await seen_through(cast, person, *WHOLE)
        assert names[0] == "REGISTRATION_SUBMITTED"
        new, before = await person.certificates()
        last = date.fromisoformat(old["validUntil"])
        assert (new["state"], before["state"]) == ("VALID", "REPLACED")
        assert date.fromisoformat(new["validUntil"]).year == last.year + IN_THREE_YEARS
        assert before["replacedBy"]["number"] == new["number"]
        assert new["registration"]["kind"] == "RENEWAL"
        shown = await proof(await cast.stranger(), before["verifyCode"])
        assert (shown["state"], shown["replacedByNumber"]) == ("REPLACED", new["number"])


@pytest.mark.requirement("S0-25", "S0-32", "S0-33", "S0-36")
async def test_change_of_employer(server: Server) -> None:
    async with gathering(server) as cast:
        await asks_for_a_sign_in(cast, "CHANGE")
        person = await engineer(cast, holders.CHANGES)
        await person.apply("CHANGE")
        assert {"REG-FORM"} <= person.unmet(), "nothing is ticked yet"
        found = await person.client.ask('{ findEmployers(text: "云锦里") { id name } }')
        (to,) = found["findEmployers"]
        await person.act("saveRegistration", changes=["EMPLOYER"])
        assert "REG-CHANGE" in person.unmet(), "ticked, but the same employer"
        await person.act("saveRegistration", employment={"employerId": to["id"], "post": "技术负责人"})
        await person.attach_demanded()
        assert person.unmet() == set()
        differing = {tuple(one["path"]): one for one in (await form_of(person))["differences"]}
        assert differing["employment", "name"]["before"] == FIRMS[0].name
        assert differing["employment", "name"]["after"] == to["name"]
        await seen_through(cast, person, *WHOLE)
        new, old = await person.certificates()
        assert (new["employer"]["name"], new["validUntil"]) == (to["name"], old["validUntil"])
        assert [seal["state"] for seal in (*new["seals"], *old["seals"])] == ["VALID", "REPLACED"]


@pytest.mark.requirement("S0-39", "S0-40", "S0-42", "S0-43", "S0-44")
@pytest.mark.parametrize(
    ("whose", "objects", "reason"),
    [(holders.LOST, ["CERTIFICATE"], "LOST"), (holders.SOILED, ["CERTIFICATE", "SEAL"], "SOILED")],
)
async def test_reissue(server: Server, whose: holders.Holder, objects: list[str], reason: str) -> None:
    async with gathering(server) as cast:
        await asks_for_a_sign_in(cast, "REISSUE")
        person = await engineer(cast, whose)
        (old,) = await person.certificates()
        await person.apply("REISSUE")
        assert "REG-FORM" in person.unmet()
        await person.act("saveRegistration", reissueOf=objects, reissueReason=reason, reason="搬家时遗失")
        if reason == "SOILED":
            assert "REG-DOCS" in person.unmet(), "the soiled one is to be seen"
            await person.attach("OLD_CERTIFICATE", "污损的注册证")
        assert person.unmet() == set()
        await seen_through(cast, person, *SHORT)
        new, before = await person.certificates()
        assert (new["state"], before["state"], new["validUntil"]) == ("VALID", "REPLACED", old["validUntil"])
        same_seal = new["seals"][0]["number"] == old["seals"][0]["number"]
        assert same_seal is ("SEAL" not in objects)

        async def printed() -> Json | None:
            held = await person.client.ask(
                "{ certificates(first: 1, orderBy: NEWEST) { nodes { document { id } } } }"
            )
            found: Json | None = held["certificates"]["nodes"][0]["document"]
            return found

        assert await until(printed)


@pytest.mark.requirement("S0-37", "S0-38")
async def test_re_registration_after_expiry(server: Server) -> None:
    async with gathering(server) as cast:
        await asks_for_a_sign_in(cast, "RE_REGISTRATION")
        person = await engineer(cast, holders.EXPIRED)
        (old,) = await person.certificates()
        assert old["state"] == "EXPIRED"
        with pytest.raises(Declined) as refused:
            await person.start("RENEWAL")
        assert "重新注册" in str(refused.value.errors[0]["message"]) or refused.value.codes == [
            "UNMET_REQUIREMENT"
        ]
        book = (
            await person.client.ask("{ rulebook(profession: FIRE_ENGINEER) { forms { kind sections } } }")
        )["rulebook"]
        sections = {form["kind"]: form["sections"] for form in book["forms"]}
        assert sections["RE_REGISTRATION"] == sections["INITIAL"]
        await person.apply("RE_REGISTRATION")
        await seen_through(cast, person, *WHOLE)
        new, before = await person.certificates()
        assert (new["state"], before["state"]) == ("VALID", "EXPIRED")
        assert new["validFrom"] == today().isoformat()


async def test_deregistration(server: Server) -> None:
    async with gathering(server) as cast:
        person = await engineer(cast, holders.LEAVES)
        await person.apply("DEREGISTRATION", photo=False, reason="转做其他工作")
        assert person.unmet() == set()
        names = await seen_through(cast, person, *LEAVING)
        assert "REGISTRATION_GRANTED" in names
        (gone,) = await person.certificates()
        assert (gone["state"], gone["reason"]) == ("CANCELLED", "转做其他工作")
        assert (await proof(await cast.stranger(), gone["verifyCode"]))["state"] == "CANCELLED"
        doors = await doors_of(person)
        assert [one["kind"] for one in doors if one["legal"]] == ["RE_REGISTRATION"]


async def test_forced_deregistration_by_the_employer(server: Server) -> None:
    async with gathering(server) as cast:
        person, client = await engineer(cast, holders.LEFT), await cast.stranger()
        (certificate,) = await person.certificates()
        await sign_in(client, FIRMS[0].credit_code, PASSWORD)
        firm = Engineer(client, person.who)
        found = await client.ask(
            "query ($id: ID!) { node(id: $id) { ... on Certificate { person { id } } } }",
            id=certificate["id"],
        )
        about = {"certificateId": certificate["id"], "personId": found["node"]["person"]["id"]}
        await firm.start("FORCED_DEREGISTRATION", **about)
        assert (await person.client.ask("query ($id: ID!) { node(id: $id) { id } }", id=firm.case["id"]))[
            "node"
        ] is None
        await take_pledge(firm)
        await firm.act("saveRegistration", reason="劳动合同已于上月解除，本人没有办理注销")
        await firm.attach_demanded()
        await choose_authority(firm)
        assert firm.unmet() == set()
        await seen_through(cast, firm, *LEAVING)
        (gone,) = await person.certificates()
        assert gone["state"] == "CANCELLED"
        inbox = await person.client.ask("{ notifications(first: 20) { nodes { event { name } } } }")
        told = {one["event"]["name"] for one in inbox["notifications"]["nodes"]}
        assert {"REGISTRATION_SUBMITTED", "CERTIFICATE_CANCELLED", "EMPLOYMENT_ENDED"} <= told


async def test_too_early_a_renewal_says_from_when(server: Server) -> None:
    async with gathering(server) as cast:
        person = await engineer(cast, holders.CHANGES_AT_DESK)
        doors = await doors_of(person)
        (renewal,) = [one for one in doors if one["kind"] == "RENEWAL"]
        (finding,) = [one for one in renewal["findings"] if not one["met"]]
        opens = date.fromisoformat(finding["metAt"])
        assert timedelta(days=350) < opens - today() < timedelta(days=365)
        assert f"{opens}起可以申请" in finding["message"]

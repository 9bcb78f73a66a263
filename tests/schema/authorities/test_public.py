"""What everybody may read of authorities, regions and the site, and what only colleagues may."""

import pytest

from models.agencies.tables import Employer, EmployerNature
from models.authorities.kinds import SiteKey
from models.authorities.regions import load_regions
from models.authorities.tables import Contact, SiteText
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import PUBLIC_VIEWER, SYSTEM_VIEWER
from tests.models.people.stories import enter, member, reviewer
from tests.schema.asking import ask, fault

MOBILE, STAFF = "13211111111", "13511111111"
AUTHORITIES = """query($filter: AuthorityFilter) { authorities(first: 10, filter: $filter) { totalCount nodes {
    name kind professions regions { code fullName } contacts { label people phones hours }
    sameReviewerMayPassTwoStages reviewers(first: 5) { totalCount nodes { name roles { role regions { name } } } } } } }"""
FIND = (
    "query($text: String!) { findEmployers(text: $text) { id name creditCode regionName reportsUpOnline } }"
)


async def test_regions_are_loaded_once_and_read_by_everybody(database: str) -> None:
    assert (await load_regions(SYSTEM_VIEWER)).value > 360
    assert (await load_regions(SYSTEM_VIEWER)).value == 0
    provinces = (await ask(PUBLIC_VIEWER, "{ regions { code name } }"))["regions"]
    assert len(provinces) == 34 and {"code": "320000", "name": "江苏省"} in provinces
    query = 'query { regions(parentCode: "320000") { code fullName parent { name children { code } } } }'
    cities = (await ask(PUBLIC_VIEWER, query))["regions"]
    assert len(cities) == len(cities[0]["parent"]["children"]) == 13
    assert cities[0] | {"parent": None} == {"code": "320100", "fullName": "江苏省南京市", "parent": None}


async def test_authorities_and_contacts_are_public_but_not_who_works_there(database: str) -> None:
    await load_regions(SYSTEM_VIEWER)
    _, staff = await reviewer(STAFF)
    await _contact(SYSTEM_VIEWER, authority_id=staff.authority_id)
    everybody = (await ask(PUBLIC_VIEWER, AUTHORITIES))["authorities"]["nodes"][0]
    assert everybody["regions"] == [{"code": "320000", "fullName": "江苏省"}]
    assert everybody["contacts"][0]["phones"] == ["025-83000000", "025-83000001"]
    assert everybody["professions"] == ["FIRE_ENGINEER"]
    assert everybody["sameReviewerMayPassTwoStages"] is None
    assert everybody["reviewers"] == {"totalCount": 0, "nodes": []}
    _, colleague = await enter(STAFF)
    inside = (await ask(colleague, AUTHORITIES))["authorities"]["nodes"][0]
    assert inside["sameReviewerMayPassTwoStages"] is False
    assert inside["reviewers"]["nodes"] == [
        {"name": "李审", "roles": [{"role": "ACCEPTOR", "regions": [{"name": "南京市"}]}]}
    ]


@pytest.mark.parametrize(
    ("filter", "found"),
    [
        ({"profession": "FIRE_ENGINEER"}, 1),
        ({"profession": "SAFETY_ENGINEER"}, 0),
        ({"kind": "CORPS"}, 1),
        ({"kind": "CENTRE"}, 0),
        ({"regionCode": "320100"}, 1),
        ({"regionCode": "330100"}, 0),
        ({"stage": "DECISION"}, 0),
    ],
)
async def test_authorities_by_filter(database: str, filter: dict[str, str], found: int) -> None:
    await reviewer(STAFF)
    assert (await ask(PUBLIC_VIEWER, AUTHORITIES, filter=filter))["authorities"]["totalCount"] == found


@pytest.mark.requirement("S4-1")
async def test_the_site_says_what_an_administrator_wrote(sqlite: str) -> None:
    query = "{ siteInformation { name address demonstration browsers supportContacts { label } } }"
    site = (await ask(PUBLIC_VIEWER, query))["siteInformation"]
    assert (site["address"], site["demonstration"]) == ("http://localhost:8000", True)
    await _text(SYSTEM_VIEWER, key=SiteKey.ADDRESS, text="https://zhiye.example")
    await _contact(SYSTEM_VIEWER, authority_id=None)
    site = (await ask(PUBLIC_VIEWER, query))["siteInformation"]
    assert (site["address"], site["supportContacts"]) == ("https://zhiye.example", [{"label": "业务咨询"}])


async def test_employers_are_found_by_name_or_code_by_who_is_signed_in(database: str) -> None:
    await load_regions(SYSTEM_VIEWER)
    await _employers(SYSTEM_VIEWER, count=25)
    await member(MOBILE)
    assert await fault(PUBLIC_VIEWER, FIND, text="消防") == "UNAUTHENTICATED"
    _, viewer = await enter(MOBILE)
    assert (await ask(viewer, FIND, text="消"))["findEmployers"] == []
    assert (await ask(viewer, FIND, text="100%"))["findEmployers"] == []
    assert len((await ask(viewer, FIND, text="消防技术"))["findEmployers"]) == 20
    (one,) = (await ask(viewer, FIND, text="91320100ma00000007"))["findEmployers"]
    assert one | {"id": ""} == {
        "id": "",
        "name": "江苏消防技术服务有限公司07",
        "creditCode": "91320100MA00000007",
        "regionName": "江苏省",
        "reportsUpOnline": False,
    }
    node = await ask(viewer, "query($id: ID!) { node(id: $id) { id } }", id=one["id"])
    assert node == {"node": None}, "public facts of a choice do not open the employer"


async def test_a_reviewer_is_shown_an_agency_as_one(sqlite: str) -> None:
    await _employers(SYSTEM_VIEWER, count=1)
    await reviewer(STAFF)
    _, viewer = await enter(STAFF)
    employer = await Employer.all().get()
    query = "query($id: ID!) { node(id: $id) { __typename ... on Employer { name state status } } }"
    seen = (await ask(viewer, query, id=employer.global_id))["node"]
    assert seen == {"__typename": "Agency", "name": employer.name, "state": "ON_RECORD", "status": "在册"}


@unit_of_work
async def _contact(unit: Unit, *, authority_id: int | None) -> None:
    await Contact.create(
        authority_id=authority_id,
        label="业务咨询",
        people=["张"],
        phones=["025-83000000", "025-83000001"],
        hours="工作日 9:00-17:00",
    )


@unit_of_work
async def _text(unit: Unit, *, key: SiteKey, text: str) -> None:
    await SiteText.create(key=key, text=text)


@unit_of_work
async def _employers(unit: Unit, *, count: int) -> None:
    for number in range(count):
        await Employer.create(
            name=f"江苏消防技术服务有限公司{number:02d}",
            credit_code=f"91320100MA{number:08d}",
            nature=EmployerNature.PROFESSIONAL_SERVICE,
            fire_agency=True,
            region_code="320100",
        )

"""Identity numbers: the check character, what a number says, and what is wrong with a wrong one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.people.identity import check_character, identity_facts, identity_problem, upgraded
from models.people.kinds import IdentityKind, Sex

MANUAL, STANDARD = "211322196402200016", "440524188001010014"
DAYS = st.dates(date(1900, 1, 1), date(2020, 1, 1))
REGIONS = st.sampled_from(["320102", "330106", "110101", "650105", "440524"])


@st.composite
def numbers(draw: st.DrawFn) -> str:
    body = f"{draw(REGIONS)}{draw(DAYS):%Y%m%d}{draw(st.integers(0, 999)):03d}"
    return body + check_character(body)


@pytest.mark.parametrize("number", [MANUAL, STANDARD, "11010519491231002X", "11010519491231002x"])
def test_numbers_of_the_manual_and_the_standard_are_right(number: str) -> None:
    assert identity_problem(IdentityKind.RESIDENT, number) is None


@given(numbers(), st.integers(0, 16), st.integers(1, 9))
def test_any_one_wrong_digit_is_found(number: str, place: int, shift: int) -> None:
    wrong = str((int(number[place]) + shift) % 10)
    changed = number[:place] + wrong + number[place + 1 :]
    assert identity_problem(IdentityKind.RESIDENT, number) is None
    assert identity_problem(IdentityKind.RESIDENT, changed) is not None


@given(numbers(), st.integers(0, 16))
def test_any_two_neighbours_swapped_are_found(number: str, place: int) -> None:
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    assert swapped == number or identity_problem(IdentityKind.RESIDENT, swapped) is not None


@given(numbers())
def test_a_number_says_birth_sex_and_region(number: str) -> None:
    facts = identity_facts(number)
    assert facts is not None
    assert f"{facts.birth_date:%Y%m%d}" == number[6:14]
    assert facts.sex is (Sex.MALE if int(number[16]) % 2 else Sex.FEMALE)
    assert facts.region_code == number[:6]


def test_the_region_has_its_name() -> None:
    facts = identity_facts(MANUAL)
    assert facts is not None and facts.region_name == "辽宁省朝阳市建平县"


def test_a_new_region_does_not_make_a_number_wrong() -> None:
    body = "32999919900101001"
    facts = identity_facts(body + check_character(body))
    assert facts is not None and facts.region_name is None


@given(numbers().filter(lambda number: number[6:8] == "19"))
def test_a_15_digit_number_has_one_18_digit_form(number: str) -> None:
    old = number[:6] + number[8:17]
    assert upgraded(old) == number
    assert identity_problem(IdentityKind.RESIDENT_OLD, old) is None


@pytest.mark.parametrize(
    ("number", "message"),
    [
        ("", "身份证号应为 18 位，收到 0 位"),
        ("2113221964022000", "身份证号应为 18 位，收到 16 位"),
        ("211322640220001", "请先更新身份证号：收到 15 位的一代号码"),
        ("211322196402300016", "身份证号中的出生日期 19640230 不是有效日期"),
        ("211322196402200017", "身份证号校验位不正确：末位收到 7，按前 17 位应为 6。请逐位核对"),
        ("21132219640220001X", "身份证号校验位不正确：末位收到 X，按前 17 位应为 6。请逐位核对"),
    ],
)
def test_a_wrong_number_is_told_what_is_wrong(number: str, message: str) -> None:
    problem = identity_problem(IdentityKind.RESIDENT, number)
    assert problem is not None
    assert (problem.message, problem.path) == (message, ("input", "identityNumber"))
    assert problem.wanted
    assert len(number) < 14 or number[6:14] not in f"{problem.received}"


def test_a_birth_in_the_future_is_no_birth() -> None:
    body = f"320102{date.today() + timedelta(days=3):%Y%m%d}001"
    assert identity_problem(IdentityKind.RESIDENT, body + check_character(body)) is not None


@pytest.mark.parametrize(
    ("number", "right"), [("H12345678", True), ("军字第0012345号", True), ("a", False), ("x" * 33, False)]
)
def test_other_papers_are_checked_by_length_and_characters(number: str, right: bool) -> None:
    assert (identity_problem(IdentityKind.PASSPORT, number) is None) is right

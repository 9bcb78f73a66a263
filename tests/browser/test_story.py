"""The whole story by clicking: the applicant at a telephone, the reviewer at a desk, both at once."""

from tests.browser.conftest import PHONE, Opens
from tests.browser.wizard import Applicant


def test_two_browsers(opens: Opens) -> None:
    person = Applicant(opens(PHONE))
    person.arrive()
    person.fill_in()
    person.submit()
    person.set_password()
    person.submit()
    person.at.sees_heading("申请已提交")

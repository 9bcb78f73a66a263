"""The application form says what each later kind asks, and nothing of it for an initial registration."""

from datetime import date

from models.kernel.clock import freeze
from models.registration.kind_papers import kind_paper
from models.registration.kinds import RegistrationKind
from printing.documents.application_form import ChangedField, KindPart, application_form
from tests.kind_story import ISSUED_AT, filled_in, registered
from tests.printing.reading import text_of
from tests.printing.samples import application_data

ABOUT = KindPart(
    original_number="苏1消2026000001",
    original_until=date(2029, 3, 1),
    items="变更聘用单位、变更个人信息",
    changes=(ChangedField(label="单位名称", before="南京安澜公司", after="苏州听澜公司"),),
    objects="注册证、执业印章",
    cause="污损",
    reason="仓库漏水浸湿",
)


def test_what_is_changed_stands_with_its_old_and_new_value() -> None:
    text = text_of(application_form(application_data(kind="变更注册", of_kind=ABOUT)))
    for fact in (
        "变更注册申请表",
        "苏1消2026000001",
        "2029年3月1日",
        "变更前",
        "南京安澜公司",
        "苏州听澜公司",
    ):
        assert fact in text
    for fact in (ABOUT.items, ABOUT.objects, ABOUT.cause, ABOUT.reason):
        assert fact in text


def test_an_initial_registration_has_no_such_part() -> None:
    text = text_of(application_form(application_data()))
    for heading in ("原注册证号", "变更前", "补办对象", "申请原因"):
        assert heading not in text


async def test_the_paper_of_a_change_holds_both_values_of_what_differs(sqlite: str) -> None:
    with freeze(ISSUED_AT):
        story, certificate = await registered()
        said = {"changes": ["PERSONAL"], "name": "王海澜", "post": "技术负责人"}
        story = await filled_in(story, RegistrationKind.CHANGE, said)
        paper = await kind_paper(story.case)
    assert (paper.original_number, paper.items) == (certificate.number, "变更个人信息")
    assert [(one.label, one.before, one.after) for one in paper.changes] == [
        ("姓名", "王海宁", "王海澜"),
        ("岗位", "项目负责人", "技术负责人"),
    ]

"""Forms that must fit their pages: the two of an application, and the single one of a reissue or a deregistration."""

from dataclasses import replace

import pytest

from printing.documents.application_form import ApplicationFormData, OpinionPart, application_form
from printing.documents.decision_letter import LetterKind, Remark, decision_letter
from tests.printing.reading import reader, rows_of, text_of
from tests.printing.samples import letter_data
from tests.printing.short_samples import leaving_data, reissue_data, renewal_data

WHO = (
    "姓名林晓安性别女出生年月1990年3月",
    "证件名称居民身份证证件号码510104199003070023",
    "注册证号安2021000001",
    "联系电话13200000123",
)
EMPLOYER = (
    "名称四川安平消防技术服务有限公司",
    "通讯地址四川省成都市高新区天府大道北段100号9层邮政编码610041",
    "联系电话028-80000100传真028-80000101",
)
BY_EMPLOYER = "负责人（签名）：（单位公章）年月日"


def written(data: ApplicationFormData) -> str:
    return rows_of(application_form(data))


def assert_all(text: str, *facts: str) -> None:
    assert [fact for fact in facts if fact not in text] == []


def assert_bodies(pdf: bytes) -> None:
    """A box each for the first body and the national one, with handler, seal and date."""
    text = text_of(pdf)
    assert_all(text, "初审机构意见", "国家注册机构意见")
    assert (text.count("经办人："), text.count("（公章）")) == (2, 2)


@pytest.mark.requirement("S4-67", "S4-68", "S4-69", "S4-70", "S4-71", "S4-72", "S4-73", "S4-74", "D-20")
def test_the_reissue_form_has_every_field_of_the_annex() -> None:
    text = written(reissue_data())
    assert_all(text, "中级注册安全工程师注册证书（标签）补办申请表", *WHO, *EMPLOYER)
    assert_all(text, "注册证号安2021000001注册类别化工安全", "联系电话13200000123E-maillin.xiaoan@example.cn")
    assert "☑注册证（请确认注册系统中是否已上传个人证件照：☑是☐否）" in text
    assert "☐注册证标签" in text
    assert "申请原因：污损。仓库漏水浸湿" in text
    assert "本人签名：年月日" in text
    assert BY_EMPLOYER in text
    assert_bodies(application_form(reissue_data()))
    assert "注：请在背面复印本人身份证件，并提交污损的注册证书（标签）（如有）。" in text


@pytest.mark.requirement("S4-69")
def test_without_a_photo_the_box_says_no() -> None:
    data = reissue_data()
    without = replace(data, applicant=replace(data.applicant, photo=None))
    assert "是否已上传个人证件照：☐是☑否" in written(without)


@pytest.mark.requirement("S4-75", "S4-76", "S4-77", "S4-78", "D-20")
def test_the_deregistration_form_has_neither_category_nor_mail() -> None:
    text = written(leaving_data())
    assert_all(text, "中级注册安全工程师注销注册申请表", *WHO, *EMPLOYER)
    assert "申请注销的原因：退休，不再从事安全生产工作" in text
    for absent in ("注册类别", "E-mail", "申请补办"):
        assert absent not in text
    assert BY_EMPLOYER in text
    assert "本人签名：年月日" in text
    assert_bodies(application_form(leaving_data()))
    assert "注：请在背面复印本人身份证件，并提交注册证书（原件）。" in text


def test_whom_the_employer_deregisters_does_not_sign() -> None:
    text = text_of(application_form(leaving_data(by_employer=True, heading="强制注销注册申请表")))
    assert "本人签名" not in text
    assert "被注销人" in text


@pytest.mark.parametrize("data", [reissue_data(), leaving_data()])
def test_the_short_forms_have_one_page(data: ApplicationFormData) -> None:
    assert len(reader(application_form(data)).pages) == 1
    three = (*data.opinions, OpinionPart(heading="审批意见", signer="负责人"))
    assert len(reader(application_form(replace(data, opinions=three))).pages) == 1


@pytest.mark.requirement("S4-34", "S4-43")
@pytest.mark.parametrize(("pieces", "courses"), [(0, 0), (3, 2), (8, 6), (12, 10)])
def test_the_form_has_two_pages_however_much_there_is_to_say(pieces: int, courses: int) -> None:
    pdf = application_form(renewal_data(pieces, courses))
    assert len(reader(pdf).pages) == 2
    text = text_of(pdf)
    assert text.count("成都云岭化工有限公司") == pieces
    assert text.count("四川省安全科学技术研究院") == courses


def test_sections_are_numbered_one_after_the_other() -> None:
    text = written(renewal_data())
    headings = (
        "一、申请人", "二、资格证书与申请事项", "三、聘用单位", "四、工作经历、继续教育与领取方式",
        "五、诚信承诺", "六、签署与审核意见",
    )  # fmt: skip
    places = [text.index(one) for one in headings]
    assert places == sorted(places)


@pytest.mark.requirement("S4-44", "S4-46")
def test_boxes_are_those_of_the_route() -> None:
    text = written(renewal_data())
    assert "签名：年月日" in text
    assert BY_EMPLOYER in text
    assert text.count("经办人：（公章）年月日") == 2
    assert_bodies(application_form(renewal_data()))
    for other in ("受理意见", "审核意见经办人", "注册决定"):
        assert other not in text


def test_the_letter_of_a_deregistration_says_what_ends() -> None:
    ended = (
        Remark(subject="注册证", text="编号安2021000001，有效期至2026年8月1日，自本决定书作出之日起注销"),
        Remark(subject="申请原因", text="退休"),
    )
    data = letter_data(LetterKind.DEREGISTERED, kind="注销注册", remarks=ended, reasons=())
    text = text_of(decision_letter(data))
    assert_all(text, "准予注销注册决定书", "准予注销注册：", "编号安2021000001", "60日内")
    by_firm = text_of(decision_letter(replace(data, filed_by="青砚公司", kind="强制注销")))
    assert "青砚公司于2026年11月20日提交的对你的" in by_firm

"""Papers of made-up people, for the tests of printing."""

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import lru_cache
from io import BytesIO
from typing import Any

from PIL import Image

from printing.documents.application_form import (
    ApplicantPart,
    ApplicationFormData,
    AttachedFile,
    EmploymentPart,
    QualificationPart,
)
from printing.documents.batch_cover import BatchCoverData, BatchCoverRow
from printing.documents.certificate import CertificateData
from printing.documents.decision_letter import DecisionLetterData, LetterKind, Reason, Remark
from printing.documents.receipt import NextStep, ReceiptData, ReceiptKind

RARE_NAME = "陈䶮㙟𠮷"
AUTHORITY = "四川省消防救援总队"
EMPLOYER = "四川安平消防技术服务有限公司"
VERIFY_URL = "http://localhost:8000/verify/" + "AQ-_" * 32
SUBMITTED_AT = datetime(2026, 11, 20, 7, 4, tzinfo=UTC)


@lru_cache(maxsize=1)
def photo(width: int = 295, height: int = 413) -> bytes:
    """A blue sheet with a head and shoulders drawn on it, as JPEG."""
    image = Image.new("RGB", (width, height), "#4a86c8")
    image.paste("#2b2b33", (40, 300, 255, 413))
    image.paste("#e8c4a0", (95, 90, 200, 300))
    image.paste("#1d1a1a", (90, 60, 205, 130))
    out = BytesIO()
    image.save(out, "JPEG")
    return out.getvalue()


def certificate_data(**changes: Any) -> CertificateData:
    """A first-grade fire engineer's certificate."""
    whole = CertificateData(
        number="5126110200381",
        name="林晓安",
        sex="女",
        identity_masked="5101**********0023",
        profession="注册消防工程师",
        grade="一级",
        employer_name=EMPLOYER,
        valid_from=date(2026, 11, 21),
        valid_until=date(2029, 11, 20),
        issued_on=date(2026, 11, 21),
        authority_name=AUTHORITY,
        region_name="四川省",
        seal_number="川51260381（00）",
        photo=photo(),
        verify_url=VERIFY_URL,
        demonstration=False,
    )
    return replace(whole, **changes)


def application_data(name: str = "林晓安", **changes: Any) -> ApplicationFormData:
    """An initial registration, submitted."""
    whole = ApplicationFormData(
        profession="注册消防工程师",
        grade="一级",
        kind="初始注册",
        number="FIRE-2026-000381",
        submitted_at=SUBMITTED_AT,
        authority_name=AUTHORITY,
        applicant=ApplicantPart(
            name=name,
            sex="女",
            birth_date=date(1990, 3, 7),
            identity_kind="居民身份证",
            identity_number="510104199003070023",
            mobile="13200000123",
            email="lin.xiaoan@example.cn",
            education="本科，安全工程",
            address="四川省成都市锦江区春熙路8号2栋1单元1203室",
            photo=photo(),
        ),
        qualification=QualificationPart(
            certificate_number="XF20260012345",
            management_number="2026011510000123",
            obtained_on=date(2026, 4, 18),
            region_name="四川省",
        ),
        employment=EmploymentPart(
            name=EMPLOYER,
            credit_code="91510100MA6CEXAMP1",
            nature="企业",
            address="四川省成都市高新区天府大道北段100号9层",
            postcode="610041",
            phone="028-80000100",
            fax="028-80000101",
            department="检测部",
            post="项目负责人",
            term_from=date(2026, 5, 1),
            term_until=None,
            retired=False,
        ),
        attachments=(
            AttachedFile(kind="资格证书", file_name="资格证书.jpg", pages=1),
            AttachedFile(kind="身份证件", file_name="身份证正反面.jpg", pages=1),
            AttachedFile(kind="劳动合同或聘用文件", file_name="劳动合同（2026）.pdf", pages=6),
        ),
        pledge=(
            "本人所填写的信息和提交的材料真实、合法、有效，不存在隐瞒或者虚假。",
            "本人只受聘于一个单位，不出租、出借注册证和执业印章，不以他人名义执业。",
            "如有不实，本人愿意承担由此产生的一切法律责任。",
        ),
        pledge_accepted_at=SUBMITTED_AT,
        digest="9f2c41d7a0b35e86c1f4",
        demonstration=False,
    )
    return replace(whole, **changes)


def receipt_data(**changes: Any) -> ReceiptData:
    """The receipt of a submission."""
    whole = ReceiptData(
        receipt=ReceiptKind.SUBMISSION,
        number="FIRE-2026-000381",
        applicant="林晓安",
        identity_masked="5101**********0023",
        profession="注册消防工程师",
        grade="一级",
        kind="初始注册",
        employer_name=EMPLOYER,
        authority_name=AUTHORITY,
        authority_contact="成都市金牛区一环路北三段1号，028-80000119，工作日9:00至17:00",
        submitted_at=SUBMITTED_AT,
        accepted_on=None,
        materials=("近期免冠照片", "资格证书", "身份证件", "劳动合同或聘用文件"),
        next_steps=(
            NextStep(stage="预审", authority_name=AUTHORITY, workdays=3, due_on=date(2026, 11, 25)),
            NextStep(stage="受理", authority_name=AUTHORITY, workdays=5, due_on=None),
            NextStep(stage="审核、决定", authority_name=AUTHORITY, workdays=20, due_on=None),
            NextStep(stage="制证", authority_name=AUTHORITY, workdays=10, due_on=None),
        ),
        law="《注册消防工程师管理规定》（公安部令第143号）",
        progress_url="http://localhost:8000/registrations/reg_381",
        demonstration=False,
    )
    return replace(whole, **changes)


REMARKS = (
    Remark(
        subject="劳动合同或聘用文件",
        text="第3页缺少聘用单位公章，请重新扫描上传完整的合同。",
        law="《注册消防工程师管理规定》第十一条",
    ),
    Remark(subject="近期免冠照片", text="背景不是单一颜色，请按照片要求重新上传。"),
)

REASONS = (
    Reason(
        rule="FIRE-AGE",
        law="《注册消防工程师管理规定》第十九条",
        message="申请人应不超过70周岁，您已满71周岁",
        present="71周岁",
        needed="不超过70周岁",
    ),
    Reason(
        rule="FIRE-WHO",
        law="《注册消防工程师管理规定》第九条",
        message="聘用单位应为消防技术服务机构或消防安全重点单位",
        present="咨询公司",
        needed="消防技术服务机构或消防安全重点单位",
        advice="受聘于符合条件的单位后再次申请",
    ),
)


def letter_data(letter: LetterKind, **changes: Any) -> DecisionLetterData:
    """A letter of that kind, with remarks for a return and reasons for a refusal."""
    returned = letter is LetterKind.RETURNED
    whole = DecisionLetterData(
        letter=letter,
        document_number="川消注〔2026〕第0381号",
        applicant="林晓安",
        profession="注册消防工程师",
        grade="一级",
        kind="初始注册",
        registration_number="FIRE-2026-000381",
        submitted_on=date(2026, 11, 20),
        authority_name=AUTHORITY,
        authority_contact="成都市金牛区一环路北三段1号，028-80000119",
        issued_on=date(2026, 11, 24),
        law="《注册消防工程师管理规定》第十三条",
        remarks=REMARKS if returned else (),
        reasons=() if returned else REASONS,
        answer_by=date(2026, 12, 24) if returned else None,
        review_body="" if returned else "国家消防救援局",
        demonstration=False,
    )
    return replace(whole, **changes)


def cover_data(rows: int = 3) -> BatchCoverData:
    """The list of a batch with so many cases."""
    return BatchCoverData(
        heading="初审上报批次2026-22",
        authority_name=AUTHORITY,
        day=date(2026, 12, 1),
        deed="上报",
        postponed="",
        stamp_number="川应急注字第22号",
        stamped_on=date(2026, 12, 1),
        rows=tuple(
            BatchCoverRow(
                place=place,
                number=f"川消注 2026-{place:06d}",
                name="林晓安" if place == 1 else RARE_NAME,
                identity_masked="510102********0011",
                kind="初始注册",
                title="一级注册消防工程师",
                employer_name=EMPLOYER,
            )
            for place in range(1, rows + 1)
        ),
        demonstration=False,
    )

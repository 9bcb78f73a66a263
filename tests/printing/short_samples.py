"""Applications of a made-up safety engineer, for the tests of the forms that must fit their pages."""

from dataclasses import replace
from datetime import date
from typing import Any

from printing.documents.application_form import (
    ApplicationFormData,
    Choice,
    ExperiencePart,
    HoursPart,
    KindPart,
    OpinionPart,
)
from tests.printing.samples import application_data

OPINIONS = (
    OpinionPart(heading="初审机构意见", signer="经办人"),
    OpinionPart(heading="国家注册机构意见", signer="经办人"),
)
ABOUT = KindPart(original_number="安2021000001", original_until=date(2026, 8, 1))
CLAUSE = "本人填写的信息和上传的材料真实、完整、有效，申请表由本人签名，聘用单位的印章真实有效。"


def renewal_data(pieces: int = 3, courses: int = 2, **changes: Any) -> ApplicationFormData:
    """A renewal with so many pieces of work experience and so many courses."""
    whole = application_data(
        profession="注册安全工程师",
        grade="中级",
        kind="延续注册",
        specialties=("化工安全",),
        pages=2,
        opinions=OPINIONS,
        of_kind=ABOUT,
        delivery="快递，运费到付　林晓安　13200000123　四川省成都市锦江区春熙路8号2栋1单元1203室",
        experience=tuple(_piece(2005 + one) for one in range(pieces)),
        hours=tuple(_course(2015 + one) for one in range(courses)),
        pledge=(CLAUSE,) * 5,
    )
    return replace(whole, **changes)


def reissue_data(**changes: Any) -> ApplicationFormData:
    """A soiled certificate, its label still good."""
    about = replace(
        ABOUT,
        choices=(
            Choice(word="注册证", chosen=True, pictured=True),
            Choice(word="注册证标签", chosen=False, pictured=False),
        ),
        cause="污损",
        reason="仓库漏水浸湿",
    )
    short = renewal_data(
        kind="补办注册证、印章",
        pages=1,
        heading="注册证书（标签）补办申请表",
        note="注：请在背面复印本人身份证件，并提交污损的注册证书（标签）（如有）。",
        of_kind=about,
    )
    return replace(short, **changes)


def leaving_data(**changes: Any) -> ApplicationFormData:
    short = renewal_data(
        kind="注销注册",
        pages=1,
        heading="注销注册申请表",
        note="注：请在背面复印本人身份证件，并提交注册证书（原件）。",
        of_kind=replace(ABOUT, reason="退休，不再从事安全生产工作"),
    )
    return replace(short, **changes)


def _piece(year: int) -> ExperiencePart:
    work = "安全生产管理、隐患排查治理与应急预案编制"
    return ExperiencePart(
        since=date(year, 7, 1), until=date(year + 1, 6, 30), employer="成都云岭化工有限公司", work=work
    )


def _course(year: int) -> HoursPart:
    return HoursPart(
        provider="四川省安全科学技术研究院", specialty="化工安全", hours="8", until=date(year, 6, 1)
    )

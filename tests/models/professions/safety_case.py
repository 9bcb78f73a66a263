"""A safety engineer's case as plain values, for the tests of its rules."""

from dataclasses import replace
from datetime import date
from typing import Any

from models.authorities.kinds import AuthorityKind, Grade
from models.kernel.rules import Finding
from models.professions.facts import (
    AuthorityFacts,
    CaseFacts,
    EmployerFacts,
    FileFacts,
    HoursFacts,
    QualificationFacts,
    WorkFacts,
)
from models.professions.safety_engineer import EDITION_2019
from models.registration.kinds import AttachmentKind, RegistrationKind
from tests.factories import credit_code, identity_number

DAY = date(2026, 6, 1)
MB = 1024 * 1024
FUJIAN = AuthorityFacts(1, "福建省应急管理厅", AuthorityKind.PROVINCIAL_BODY, "350000")
SHANXI = AuthorityFacts(2, "山西省应急管理厅", AuthorityKind.PROVINCIAL_BODY, "140000")
COAL = AuthorityFacts(3, "山西煤监局", AuthorityKind.COAL_MINE_BODY, "140000", ("COAL_MINE",))
HOUSING = AuthorityFacts(4, "住房和城乡建设部", AuthorityKind.OTHER_MINISTRY, None, ("BUILDING",))
TRANSPORT = AuthorityFacts(5, "交通运输部", AuthorityKind.OTHER_MINISTRY, None, ("ROAD_TRANSPORT",))
GROUP = AuthorityFacts(6, "中国石油化工集团有限公司", AuthorityKind.CENTRAL_ENTERPRISE, None)
CENTRE = AuthorityFacts(7, "注册管理中心", AuthorityKind.CENTRE, None)
FORM = FileFacts("申请表.pdf", "application/pdf", MB, pages=2)
SCAN = FileFacts("合同.pdf", "application/pdf", MB, pages=9)
HOLDING = FileFacts("手持.jpg", "image/jpeg", MB)
PHOTO = FileFacts("照片.jpg", "image/jpeg", 120 * 1024, 295, 413, plain_background=True)
CHOSEN = ("CHEMICAL",)


def facts(**values: Any) -> CaseFacts:
    """A case that meets every rule, changed as said."""
    form = {
        "name": "林知夏", "sex": "FEMALE", "birth_date": date(1990, 5, 1), "identity_kind": "RESIDENT",
        "identity_number": identity_number(date(1990, 5, 1), 7), "mobile": "13800000000", "education": "本科",
        "address": "福州市", "capable": True, "photo_id": 1, "qualification_id": 1, "employer_name": "闽化公司",
        "employer_code": credit_code(5), "employer_nature": "ENTERPRISE", "employer_address": "福州市",
        "department": "安全部", "post": "安全管理员", "term": "OPEN_ENDED", "term_from": DAY, "retired": False,
        "specialties": list(CHOSEN), "delivery_method": "COURIER_COLLECT", "delivery_receiver": "林知夏",
        "delivery_phone": "13800000000", "delivery_address": "福州市鼓楼区",
    }  # fmt: skip
    known = CaseFacts(
        kind=RegistrationKind.INITIAL,
        day=DAY,
        form=form | values.pop("form", {}),
        grade=Grade.INTERMEDIATE,
        pledge_edition="2026-1",
        photo=PHOTO,
        attachments={
            AttachmentKind.APPLICATION_FORM: (FORM,),
            AttachmentKind.CONTRACT: (SCAN,),
            AttachmentKind.HOLDING_IDENTITY: (HOLDING,),
        },
        qualification=QualificationFacts("AQ1", date(2024, 3, 1), Grade.INTERMEDIATE, "350000", CHOSEN),
        experience=(WorkFacts(date(2020, 1, 1), None, "闽化公司"),),
        employer=EmployerFacts("闽化公司", credit_code(5), "350100"),
        authority=FUJIAN,
        choices=(FUJIAN, SHANXI, COAL, HOUSING, TRANSPORT, GROUP, CENTRE),
    )
    return replace(known, **values)


def unmet(case: CaseFacts) -> list[Finding]:
    return [finding for finding in EDITION_2019.findings(case) if not finding.met]


def of_rule(case: CaseFacts, rule: str) -> Finding:
    return next(one for one in EDITION_2019.findings(case) if one.rule == rule)


def blocking(case: CaseFacts) -> set[str]:
    return {finding.rule for finding in unmet(case) if finding.blocks}


def hours(key: int = 1, of: float = 48, **values: Any) -> HoursFacts:
    known = HoursFacts(key, "省安科院", of, date(2026, 3, 1), date(2026, 3, 9), "CHEMICAL")
    return replace(known, **values)


def late(*records: HoursFacts, **values: Any) -> CaseFacts:
    old = QualificationFacts("AQ1", date(2020, 1, 1), Grade.INTERMEDIATE, "350000", CHOSEN)
    return facts(kind=RegistrationKind.LATE_INITIAL, qualification=old, hours=records, **values)

"""中级注册安全工程师: how each kind of registration is filed and handled: pledge, sections, attachments, route.

Sources: the list of attachments and its exact demands in the applicant's guide (manual S4), and its two annexed forms;
the renewal guide (S2) for the order of the steps.
"""

from functools import partial
from typing import Any

from models.agencies.tables import EmployerNature
from models.authorities.kinds import AuthorityKind
from models.professions.asking import OCTETS_PER_KB, OCTETS_PER_MB
from models.professions.facts import CaseFacts
from models.professions.file_rules import PhotoSize
from models.professions.kind_rules import changing, soiled
from models.professions.leaving import FORCED_PLEDGE, WHO
from models.professions.rulebook import Demand, HoursNeed, KindForm, Pledge, RouteStep, ShortForm
from models.registration.kinds import (
    AttachmentKind,
    ChangeItem,
    CredentialKind,
    FormSection,
    RegistrationKind,
    StageKind,
)

GUIDE = "中级注册安全工程师注册管理系统使用指南"
LIST = f"{GUIDE}附件材料清单表"
DEMANDS = f"{GUIDE}附件材料的具体要求"
ANNEX = f"{GUIDE}附件1、附件2"

HOURS = HoursNeed(total=48, own=24)
PICTURE_BYTES = 300 * OCTETS_PER_KB
SCAN_BYTES = 5 * OCTETS_PER_MB
PICTURES = ("image/jpeg", "image/png")
SCANS = (*PICTURES, "application/pdf")
FORM_PAGES = 2
PHOTO = PhotoSize(295, 413, PICTURE_BYTES, PICTURES)

PLEDGE = Pledge(
    "2026-1",
    "注册安全工程师注册申请诚信承诺书",
    (
        "一、本人填写的信息和上传的材料真实、完整、有效，申请表由本人签名，聘用单位的印章真实有效。",
        "二、本人受聘于所填聘用单位，从事安全生产管理、安全工程技术工作或者安全生产专业服务。",
        "三、本人只在一个单位注册和执业，不以他人名义执业，也不允许他人以本人名义执业。",
        "四、本人知悉通过预审和初审不代表最终准予注册，同意注册机构为核对信息查询有关记录。",
        "五、如有隐瞒或者提供虚假材料，本人愿意承担不予受理、不予注册、撤销注册等法律责任。",
    ),
)

_EMPLOYED = (
    "employer_name", "employer_code", "employer_nature", "employer_address", "department", "post", "term",
    "term_from", "retired",
)  # fmt: skip
_REQUIRED = (
    *WHO, "sex", "birth_date", "mobile", "education", "address", "capable", "photo_id", "qualification_id",
    *_EMPLOYED, "delivery_method",
)  # fmt: skip
_ON_PAPER = (*WHO, "sex", "birth_date", "mobile", "employer_name", "employer_code", "employer_address")
"""What the annexed forms ask of everybody."""
_TO_REISSUE = (*_ON_PAPER, "photo_id", "reissue_of", "reissue_reason", "delivery_method")

_S = FormSection
_SECTIONS = (
    _S.PLEDGE, _S.AUTHORITY, _S.BASIC, _S.PHOTO, _S.SPECIALTY, _S.EMPLOYMENT, _S.HOURS, _S.EXPERIENCE, _S.DELIVERY,
    _S.PREVIEW, _S.ATTACHMENTS,
)  # fmt: skip
"""The steps of the guide: the form is previewed, printed, signed and stamped before it is attached."""
_RENEWAL_SECTIONS = tuple(one for one in _SECTIONS if one is not _S.SPECIALTY)
_CHANGE_SECTIONS = (_S.PLEDGE, _S.CHANGES, *(one for one in _SECTIONS[1:] if one is not _S.HOURS))
_REISSUE_SECTIONS = (
    _S.PLEDGE, _S.REISSUE, _S.AUTHORITY, _S.BASIC, _S.PHOTO, _S.EMPLOYMENT, _S.DELIVERY, _S.PREVIEW, _S.ATTACHMENTS,
)  # fmt: skip
_LEAVING_SECTIONS = (
    _S.PLEDGE, _S.DEREGISTRATION, _S.AUTHORITY, _S.BASIC, _S.EMPLOYMENT, _S.PREVIEW, _S.ATTACHMENTS,
)  # fmt: skip
_FORCED_SECTIONS = (_S.PLEDGE, _S.DEREGISTRATION, _S.ATTACHMENTS, _S.AUTHORITY, _S.PREVIEW)


def _of_institution(facts: CaseFacts) -> bool:
    return facts.form.get("employer_nature") == EmployerNature.INSTITUTION


_A = AttachmentKind
_demand = partial(Demand, law=LIST, max_bytes=SCAN_BYTES, media_types=SCANS)

_FORM = _demand(
    kind=_A.APPLICATION_FORM,
    demand="共2页，均须上传；有本人签名和日期；所在部门、岗位、聘用期限与合同一致，长期聘用的截止日期写“无固定期限”；"
    "加盖单位公章或人事部门公章（其他印章无效）并有日期，印章清晰，其中单位名称与申请表完全一致",
    min_pages=FORM_PAGES,
)
_CONTRACT = _demand(
    kind=_A.CONTRACT,
    demand="可只传部分页，但须有：单位名称、法定代表人或主要负责人，本人姓名和证件号码，期限，工作内容或岗位，双方签字盖章，"
    "签订日期。企业职工交劳动合同（聘书、聘用证明无效）；退休人员、事业单位职工交聘用合同或协议；单位已更名而合同未重签的，加交更名材料",
)
_HOLDING = _demand(
    kind=_A.HOLDING_IDENTITY,
    demand="本人手持本人身份证件的半身照，能认出是本人，证件信息清晰",
    media_types=PICTURES,
)
_PERFORMANCE = _demand(
    kind=_A.PERFORMANCE_STATEMENT,
    demand="本注册期内完成或参与的具体主要安全生产工作（或项目、成果），写明时间、地点、对象、内容，有本人签名和日期；"
    "仅描述工作职责的，或与安全生产工作不相关的，视为未提供",
)
_RENAMED = _demand(
    kind=_A.NAME_CHANGE_PROOF,
    demand="变更聘用单位名称的，交单位名称变更的证明材料；单位已更名而合同尚未重签的，补充更名材料",
    required=False,
    required_when=changing(ChangeItem.EMPLOYER_NAME),
)
_ADDED = _demand(
    kind=_A.ADDITIONAL_EXAMINATION,
    demand="通过增项考试的证书",
    when=changing(ChangeItem.SPECIALTY),
)
_INSTITUTION = _demand(
    kind=_A.INSTITUTION_CERTIFICATE,
    demand="事业单位职员须交事业单位法人证书",
    law=DEMANDS,
    required=False,
    required_when=_of_institution,
)
_RETIREMENT = _demand(
    kind=_A.RETIREMENT_CERTIFICATE, demand="退休人员建议提供退休证", law=DEMANDS, required=False
)
_OTHER = _demand(kind=_A.OTHER, demand="其他需要说明的材料", law=DEMANDS, required=False)
_ALWAYS = (_FORM, _CONTRACT)
_EMPLOYER_PAPERS = (_RENAMED, _INSTITUTION, _RETIREMENT)

_annexed = partial(_demand, law=ANNEX)
_SHORT_FORM = _annexed(
    kind=_A.APPLICATION_FORM,
    demand="本系统打印的申请表，有本人签名和日期，聘用单位负责人签名并加盖单位公章；背面复印本人身份证件",
)
_IDENTITY = _annexed(kind=_A.IDENTITY, demand="本人身份证件（即申请表背面的复印件）")
_SOILED = _annexed(
    kind=_A.OLD_CERTIFICATE, demand="污损的注册证书（标签）的照片，原件随申请表交回", when=soiled
)
_ORIGINAL = _annexed(
    kind=_A.OLD_CERTIFICATE, demand="注册证书（原件）的照片，原件随申请表交回；已遗失的，上传书面说明"
)
_REASON = _annexed(kind=_A.REASON_PROOF, demand="解除或终止聘用关系的证明")

_CENTRE = AuthorityKind.CENTRE
# fmt: off
_PRE = RouteStep(stage=StageKind.PRE_EXAMINATION, authority_kind=AuthorityKind.TEST_CENTRE, workdays=5, may_return=True, may_decline=True)
_FIRST = RouteStep(stage=StageKind.FIRST_EXAMINATION, batched=True, may_return=True, may_refuse=True, opinion="初审机构意见")
_FINAL = RouteStep(stage=StageKind.FINAL_EXAMINATION, authority_kind=_CENTRE, workdays=20, may_return=True, may_refuse=True, decides=True, opinion="国家注册机构意见")
_ANNOUNCE = RouteStep(stage=StageKind.ANNOUNCEMENT, authority_kind=_CENTRE, batched=True)
_MAKE = RouteStep(stage=StageKind.CERTIFICATE_MAKING, authority_kind=_CENTRE, workdays=10)
_DELIVER = RouteStep(stage=StageKind.DELIVERY, authority_kind=_CENTRE)
# fmt: on
ROUTE = (_PRE, _FIRST, _FINAL, _ANNOUNCE, _MAKE, _DELIVER)
REISSUE_ROUTE = (_PRE, _FIRST, _FINAL, _MAKE, _DELIVER)
LEAVING_ROUTE = (_PRE, _FIRST, _FINAL)

_K = RegistrationKind


def _form(kind: RegistrationKind, *demands: Demand, **values: Any) -> KindForm:
    known: dict[str, Any] = {"pledge": PLEDGE, "sections": _SECTIONS, "required": _REQUIRED, "route": ROUTE}
    return KindForm(kind=kind, demands=(*demands, _OTHER), **(known | values))


_ALL = (
    _form(_K.INITIAL, *_ALWAYS, _HOLDING, *_EMPLOYER_PAPERS),
    _form(_K.LATE_INITIAL, *_ALWAYS, _HOLDING, *_EMPLOYER_PAPERS, hours=HOURS),
    _form(_K.RENEWAL, *_ALWAYS, _PERFORMANCE, *_EMPLOYER_PAPERS, sections=_RENEWAL_SECTIONS, hours=HOURS),
    _form(
        _K.CHANGE,
        *_ALWAYS,
        _ADDED,
        *_EMPLOYER_PAPERS,
        sections=_CHANGE_SECTIONS,
        required=("changes", *_REQUIRED),
        items=(ChangeItem.EMPLOYER, ChangeItem.EMPLOYER_NAME, ChangeItem.SPECIALTY),
    ),
    _form(_K.RE_REGISTRATION, *_ALWAYS, *_EMPLOYER_PAPERS, hours=HOURS),
    _form(
        _K.REISSUE,
        _SHORT_FORM,
        _IDENTITY,
        _SOILED,
        sections=_REISSUE_SECTIONS,
        required=_TO_REISSUE,
        route=REISSUE_ROUTE,
        objects=(CredentialKind.CERTIFICATE, CredentialKind.LABEL),
        short=ShortForm(
            "注册证书（标签）补办申请表",
            "注：请在背面复印本人身份证件，并提交污损的注册证书（标签）（如有）。",
        ),
    ),
    _form(
        _K.DEREGISTRATION,
        _SHORT_FORM,
        _IDENTITY,
        _ORIGINAL,
        sections=_LEAVING_SECTIONS,
        required=(*_ON_PAPER, "reason"),
        route=LEAVING_ROUTE,
        short=ShortForm("注销注册申请表", "注：请在背面复印本人身份证件，并提交注册证书（原件）。"),
    ),
    _form(
        _K.FORCED_DEREGISTRATION,
        _REASON,
        pledge=FORCED_PLEDGE,
        sections=_FORCED_SECTIONS,
        required=(*WHO, "reason"),
        route=LEAVING_ROUTE,
        short=ShortForm("强制注销注册申请表", "注：由聘用单位申请，请附解除或终止聘用关系的证明。"),
    ),
)
FORMS = {form.kind: form for form in _ALL}

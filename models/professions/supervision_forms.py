"""注册监理工程师: how each kind of registration is filed and handled: pledges, sections, attachments, route.

The employer reports every application up, but not its own forced deregistration. Sources: 《注册监理工程师管理规定》
（建设部令第147号）; the enterprise edition of the registration system (manual S3).
"""

from dataclasses import replace
from functools import partial
from typing import Any

from models.authorities.kinds import AuthorityKind
from models.professions.asking import OCTETS_PER_KB, OCTETS_PER_MB
from models.professions.file_rules import PhotoSize
from models.professions.kind_rules import changing, soiled
from models.professions.leaving import FORCED_PLEDGE, WHO
from models.professions.rulebook import Demand, HoursNeed, KindForm, Pledge, RouteStep, ShortForm, Withdrawal
from models.registration.kinds import (
    AttachmentKind,
    ChangeItem,
    CredentialKind,
    FormSection,
    RegistrationKind,
    StageKind,
)

ORDER_147 = "《注册监理工程师管理规定》（建设部令第147号）"

HOURS = HoursNeed(total=96, own=0)
PICTURE_BYTES = 300 * OCTETS_PER_KB
SCAN_BYTES = 5 * OCTETS_PER_MB
PICTURES = ("image/jpeg", "image/png")
SCANS = (*PICTURES, "application/pdf")
PHOTO = PhotoSize(295, 413, PICTURE_BYTES, PICTURES)

PLEDGE = Pledge(
    "2026-1",
    "注册监理工程师注册申请诚信承诺书",
    (
        "一、本人填写的信息和上传的材料真实、完整、有效，与原件一致。",
        "二、本人具有完全民事行为能力，只受聘于一个建设工程单位，只在该单位注册和执业。",
        "三、本人不出租、出借、转让注册证书和执业印章，不允许他人以本人名义执业。",
        "四、如有隐瞒或者提供虚假材料，本人愿意承担不予受理、不予注册、撤销注册以及一年内不得再次申请等法律责任。",
    ),
)
EMPLOYER_PLEDGE = Pledge(
    "2026-1",
    "聘用单位上报承诺",
    (
        "一、申请人与本单位签订了劳动合同或聘用合同，确在本单位从事所申请专业的工作。",
        "二、本单位已核对申请人填写的信息和上传的材料，与原件一致。",
        "三、上报内容不实的，本单位愿意承担相应的法律责任。",
    ),
)

_REQUIRED = (
    *WHO, "sex", "birth_date", "mobile", "education", "address", "capable", "photo_id", "qualification_id",
    "employer_name", "employer_code", "employer_nature", "employer_address", "post", "term", "term_from", "retired",
)  # fmt: skip
_ON_PAPER = (*WHO, "sex", "birth_date", "mobile", "employer_name", "employer_code", "employer_address")
_TO_REISSUE = (*_ON_PAPER, "photo_id", "reissue_of", "reissue_reason")

_S = FormSection
_SECTIONS = (
    _S.PLEDGE, _S.BASIC, _S.PHOTO, _S.SPECIALTY, _S.EMPLOYMENT, _S.HOURS, _S.EXPERIENCE, _S.ATTACHMENTS, _S.AUTHORITY,
    _S.PREVIEW,
)  # fmt: skip
_RENEWAL_SECTIONS = tuple(one for one in _SECTIONS if one is not _S.SPECIALTY)
_CHANGE_SECTIONS = (_S.PLEDGE, _S.CHANGES, *(one for one in _SECTIONS[1:] if one is not _S.HOURS))
_REISSUE_SECTIONS = (
    _S.PLEDGE, _S.REISSUE, _S.BASIC, _S.PHOTO, _S.EMPLOYMENT, _S.ATTACHMENTS, _S.AUTHORITY, _S.PREVIEW,
)  # fmt: skip
_LEAVING_SECTIONS = (
    _S.PLEDGE, _S.DEREGISTRATION, _S.BASIC, _S.EMPLOYMENT, _S.ATTACHMENTS, _S.AUTHORITY, _S.PREVIEW,
)  # fmt: skip
_FORCED_SECTIONS = (_S.PLEDGE, _S.DEREGISTRATION, _S.ATTACHMENTS, _S.AUTHORITY, _S.PREVIEW)

_A = AttachmentKind
_scan = partial(Demand, law=ORDER_147, max_bytes=SCAN_BYTES, media_types=SCANS)
_IDENTITY = _scan(kind=_A.IDENTITY, demand="身份证件正反两面的彩色扫描件，在有效期内")
_CONTRACT = _scan(kind=_A.CONTRACT, demand="与聘用单位签订的劳动合同，双方签字盖章页和期限清楚")
_INITIAL_DEMANDS = (
    _scan(kind=_A.QUALIFICATION, demand="监理工程师资格证书的彩色扫描件，文字和印章清楚"),
    _IDENTITY,
    _CONTRACT,
)
_NEW_EMPLOYER = changing(ChangeItem.EMPLOYER)
_CHANGE_DEMANDS = (
    _scan(
        kind=_A.CONTRACT,
        demand="与新聘用单位签订的劳动合同，双方签字盖章页和期限清楚",
        when=_NEW_EMPLOYER,
    ),
    _scan(
        kind=_A.LEAVING_PROOF,
        demand="与原聘用单位解除劳动合同的证明，或者劳动仲裁、法院的生效文书",
        when=_NEW_EMPLOYER,
    ),
    _scan(
        kind=_A.NAME_CHANGE_PROOF,
        demand="单位名称变更的证明材料",
        when=changing(ChangeItem.EMPLOYER_NAME),
    ),
    _scan(
        kind=_A.PRACTICE_RECORD,
        demand="拟注册专业的学历证明或者工程业绩证明",
        when=changing(ChangeItem.SPECIALTY),
    ),
)
_SOILED = _scan(kind=_A.OLD_CERTIFICATE, demand="污损的注册证书或者执业印章的照片", when=soiled)
_ORIGINAL = _scan(kind=_A.OLD_CERTIFICATE, demand="注册证书和执业印章的照片；遗失的不必交", required=False)
_REASON = _scan(kind=_A.REASON_PROOF, demand="解除或终止劳动合同的证明，或者证明应当注销的其他材料")
_OTHER = _scan(kind=_A.OTHER, demand="学历、职称、工程业绩等其他证明材料", required=False)

_MINISTRY, _CENTRE = AuthorityKind.MINISTRY, AuthorityKind.CENTRE
# fmt: off
_EMPLOYER = RouteStep(stage=StageKind.EMPLOYER, may_return=True)
_ACCEPT = RouteStep(stage=StageKind.ACCEPTANCE, authority_kind=_MINISTRY, workdays=5, may_return=True, may_decline=True, opinion="受理意见")
_EXAMINE = RouteStep(stage=StageKind.EXAMINATION, authority_kind=_CENTRE, workdays=20, may_return=True, may_refuse=True, opinion="审核意见")
_DECIDE = RouteStep(stage=StageKind.DECISION, authority_kind=_MINISTRY, workdays=20, extension=10, may_refuse=True, decides=True, opinion="审批意见", signer="负责人")
_MAKE = RouteStep(stage=StageKind.CERTIFICATE_MAKING, authority_kind=_CENTRE, workdays=10)
# fmt: on
_SOONER = (replace(_EXAMINE, workdays=5), replace(_DECIDE, workdays=10))
"""Of whoever is registered already."""
ROUTE = (_EMPLOYER, _ACCEPT, _EXAMINE, _DECIDE, _MAKE)
SHORT_ROUTE = (_EMPLOYER, _ACCEPT, *_SOONER, _MAKE)
LEAVING_ROUTE = (_EMPLOYER, _ACCEPT, *_SOONER)
FORCED_ROUTE = (_ACCEPT, *_SOONER)

_K = RegistrationKind


def _form(kind: RegistrationKind, *demands: Demand, **values: Any) -> KindForm:
    known: dict[str, Any] = {
        "pledge": PLEDGE,
        "sections": _SECTIONS,
        "required": _REQUIRED,
        "route": ROUTE,
        "employer_pledge": EMPLOYER_PLEDGE,
    }
    return KindForm(kind=kind, demands=(*demands, _OTHER), **(known | values))


_ALL = (
    _form(_K.INITIAL, *_INITIAL_DEMANDS),
    _form(_K.LATE_INITIAL, *_INITIAL_DEMANDS, hours=HOURS),
    _form(_K.RENEWAL, _CONTRACT, sections=_RENEWAL_SECTIONS, route=SHORT_ROUTE, hours=HOURS),
    _form(
        _K.CHANGE,
        *_CHANGE_DEMANDS,
        sections=_CHANGE_SECTIONS,
        required=("changes", *_REQUIRED),
        route=SHORT_ROUTE,
        items=(ChangeItem.EMPLOYER, ChangeItem.EMPLOYER_NAME, ChangeItem.SPECIALTY),
    ),
    _form(_K.RE_REGISTRATION, *_INITIAL_DEMANDS, hours=HOURS),
    _form(
        _K.REISSUE,
        _IDENTITY,
        _SOILED,
        sections=_REISSUE_SECTIONS,
        required=_TO_REISSUE,
        route=SHORT_ROUTE,
        objects=(CredentialKind.CERTIFICATE, CredentialKind.SEAL),
        short=ShortForm(
            "注册证书（执业印章）补办申请表", "注：注册证书、执业印章污损的，领取新件时交回原件。"
        ),
    ),
    _form(
        _K.DEREGISTRATION,
        _ORIGINAL,
        sections=_LEAVING_SECTIONS,
        required=(*_ON_PAPER, "reason"),
        route=LEAVING_ROUTE,
        short=ShortForm("注销注册申请表", "注：准予注销后，交回注册证书和执业印章。"),
    ),
    _form(
        _K.FORCED_DEREGISTRATION,
        _REASON,
        pledge=FORCED_PLEDGE,
        employer_pledge=None,
        sections=_FORCED_SECTIONS,
        required=(*WHO, "reason"),
        route=FORCED_ROUTE,
        withdraw_until=Withdrawal.ACCEPTED,
        short=ShortForm("强制注销注册申请表", "注：由聘用单位申请，请附解除或终止劳动合同的证明。"),
    ),
)
FORMS = {form.kind: form for form in _ALL}

"""注册消防工程师: how each kind of registration is filed and handled: pledge, sections, attachments, route."""

from typing import Any

from models.authorities.kinds import AuthorityKind
from models.professions.asking import OCTETS_PER_KB
from models.professions.file_rules import PhotoSize
from models.professions.fire_hours import HOURS_WORDS
from models.professions.kind_rules import changing, soiled
from models.professions.leaving import FORCED_PLEDGE, WHO
from models.professions.rulebook import Demand, KindForm, Pledge, RouteStep, Withdrawal
from models.registration.kinds import (
    AttachmentKind,
    ChangeItem,
    CredentialKind,
    FormSection,
    RegistrationKind,
    StageKind,
)

ORDER_143 = "《注册消防工程师管理规定》（公安部令第143号）"
FILING = f"{ORDER_143}第十三条"
PICTURE_BYTES = 300 * OCTETS_PER_KB
PICTURES = ("image/jpeg", "image/png")
PHOTO = PhotoSize(295, 413, PICTURE_BYTES, PICTURES)

PLEDGE = Pledge(
    "2026-1",
    "注册消防工程师注册申请诚信承诺书",
    (
        "一、本人填写的各项信息和上传的各项材料真实、完整、有效，与原件一致。",
        "二、本人具有完全民事行为能力，只在一个聘用单位注册和执业，不出租、出借、转让资格证书、注册证和执业印章。",
        "三、本人知悉注册条件和办理流程，同意注册机构为核对信息查询有关记录。",
        "四、如有隐瞒或者提供虚假材料，本人愿意承担不予受理、不予注册、撤销注册以及一年内不得再次申请等法律责任。",
    ),
)

_REQUIRED = (
    "name", "sex", "birth_date", "identity_kind", "identity_number", "mobile", "education", "address",
    "capable", "photo_id", "qualification_id", "employer_name", "employer_code", "employer_nature",
    "employer_address", "post", "term", "term_from", "retired",
)  # fmt: skip
_TO_REISSUE = (*WHO, "mobile", "address", "photo_id", "reissue_of", "reissue_reason")

_S = FormSection
_SECTIONS = (_S.PLEDGE, _S.BASIC, _S.PHOTO, _S.EMPLOYMENT, _S.ATTACHMENTS, _S.AUTHORITY, _S.PREVIEW)
_CHANGE_SECTIONS = (_S.PLEDGE, _S.CHANGES, *_SECTIONS[1:])
_REISSUE_SECTIONS = (
    _S.PLEDGE, _S.REISSUE, _S.BASIC, _S.PHOTO, _S.ATTACHMENTS, _S.AUTHORITY, _S.PREVIEW,
)  # fmt: skip
_LEAVING_SECTIONS = (_S.PLEDGE, _S.DEREGISTRATION, _S.ATTACHMENTS, _S.AUTHORITY, _S.PREVIEW)


def _scan(kind: AttachmentKind, demand: str, **values: Any) -> Demand:
    return Demand(
        kind=kind, demand=demand, law=FILING, max_bytes=PICTURE_BYTES, media_types=PICTURES, **values
    )


_A = AttachmentKind
_IDENTITY = _scan(_A.IDENTITY, "身份证件正反两面的彩色扫描件，在有效期内")
_CONTRACT = _scan(_A.CONTRACT, "与聘用单位签订的劳动合同或聘用文件，双方签字盖章页清楚")
_INITIAL_DEMANDS = (
    _scan(_A.QUALIFICATION, "注册消防工程师资格证书的彩色扫描件，文字和印章清楚"),
    _IDENTITY,
    _CONTRACT,
)
_OTHER = _scan(_A.OTHER, "其他需要说明的材料", required=False)
_HOURS_PROOF = _scan(_A.HOURS_PROOF, f"取得资格以来的继续教育证明（{HOURS_WORDS}）")
_HOURS_OF_PERIOD = _scan(_A.HOURS_PROOF, f"上一注册期的继续教育证明（{HOURS_WORDS}）")
_NEW_EMPLOYER = changing(ChangeItem.EMPLOYER)
_CHANGE_DEMANDS = (
    _scan(_A.CONTRACT, "与新聘用单位签订的劳动合同或聘用文件，双方签字盖章页清楚", when=_NEW_EMPLOYER),
    _scan(_A.LEAVING_PROOF, "与原聘用单位解除或终止劳动关系的证明", when=_NEW_EMPLOYER),
    _scan(
        _A.NAME_CHANGE_PROOF,
        "市场监督管理部门出具的单位名称变更证明",
        when=changing(ChangeItem.EMPLOYER_NAME),
    ),
    _scan(
        _A.IDENTITY, "变更后的身份证件正反两面的彩色扫描件，在有效期内", when=changing(ChangeItem.PERSONAL)
    ),
)
_RENEWAL_DEMANDS = (
    _CONTRACT,
    _HOURS_OF_PERIOD,
    _scan(_A.PRACTICE_RECORD, "本注册期内的执业业绩，加盖聘用单位公章"),
)
_REISSUE_DEMANDS = (
    _IDENTITY,
    _scan(_A.OLD_CERTIFICATE, "污损的注册证或者执业印章的照片", when=soiled),
)
_LEAVING_DEMANDS = (_scan(_A.OLD_CERTIFICATE, "注册证和执业印章的照片；遗失的不必交", required=False),)
_FORCED_DEMANDS = (_scan(_A.REASON_PROOF, "解除或终止聘用关系的证明"),)

_CORPS = AuthorityKind.CORPS
_FROM_ACCEPTANCE = StageKind.ACCEPTANCE
"""Examination and decision share the 20 working days that run from acceptance."""

# fmt: off
_PRE = RouteStep(stage=StageKind.PRE_EXAMINATION, authority_kind=_CORPS, workdays=3, may_return=True)
_ACCEPT = RouteStep(stage=StageKind.ACCEPTANCE, authority_kind=_CORPS, workdays=5, deemed_passed=True, may_return=True, may_decline=True, opinion="受理意见")
_EXAMINE = RouteStep(stage=StageKind.EXAMINATION, authority_kind=_CORPS, workdays=20, since=_FROM_ACCEPTANCE, extension=10, may_return=True, may_refuse=True, opinion="审核意见")
_DECIDE = RouteStep(stage=StageKind.DECISION, authority_kind=_CORPS, workdays=20, since=_FROM_ACCEPTANCE, extension=10, may_refuse=True, decides=True, opinion="注册决定", signer="负责人")
_MAKE = RouteStep(stage=StageKind.CERTIFICATE_MAKING, authority_kind=_CORPS, workdays=10)
# fmt: on
ROUTE = (_PRE, _ACCEPT, _EXAMINE, _DECIDE, _MAKE)
REISSUE_ROUTE = (_PRE, _ACCEPT, _DECIDE, _MAKE)
LEAVING_ROUTE = (_ACCEPT, _DECIDE)

_K = RegistrationKind


def _form(kind: RegistrationKind, *demands: Demand, **values: Any) -> KindForm:
    known: dict[str, Any] = {"pledge": PLEDGE, "sections": _SECTIONS, "required": _REQUIRED, "route": ROUTE}
    return KindForm(kind=kind, demands=(*demands, _OTHER), **(known | values))


_ALL = (
    _form(_K.INITIAL, *_INITIAL_DEMANDS),
    _form(_K.LATE_INITIAL, *_INITIAL_DEMANDS, _HOURS_PROOF),
    _form(_K.RENEWAL, *_RENEWAL_DEMANDS),
    _form(
        _K.CHANGE,
        *_CHANGE_DEMANDS,
        sections=_CHANGE_SECTIONS,
        required=("changes", *_REQUIRED),
        items=(ChangeItem.EMPLOYER, ChangeItem.EMPLOYER_NAME, ChangeItem.PERSONAL),
    ),
    _form(
        _K.REISSUE,
        *_REISSUE_DEMANDS,
        sections=_REISSUE_SECTIONS,
        required=_TO_REISSUE,
        route=REISSUE_ROUTE,
        objects=(CredentialKind.CERTIFICATE, CredentialKind.SEAL),
    ),
    _form(_K.RE_REGISTRATION, *_INITIAL_DEMANDS, _HOURS_OF_PERIOD),
    _form(
        _K.DEREGISTRATION,
        *_LEAVING_DEMANDS,
        sections=_LEAVING_SECTIONS,
        required=(*WHO, "reason"),
        route=LEAVING_ROUTE,
    ),
    _form(
        _K.FORCED_DEREGISTRATION,
        *_FORCED_DEMANDS,
        pledge=FORCED_PLEDGE,
        sections=_LEAVING_SECTIONS,
        required=(*WHO, "reason"),
        route=LEAVING_ROUTE,
        withdraw_until=Withdrawal.ACCEPTED,
    ),
)
FORMS = {form.kind: form for form in _ALL}

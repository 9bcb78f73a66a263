"""The bodies of the demonstration: real names of authorities, invented numbers."""

from dataclasses import dataclass

from models.authorities.kinds import AuthorityKind, Profession
from models.registration.kinds import StageKind

FIRE, SAFETY, SUPERVISION = (
    Profession.FIRE_ENGINEER,
    Profession.SAFETY_ENGINEER,
    Profession.SUPERVISION_ENGINEER,
)
FIRE_ROUTE = (
    StageKind.PRE_EXAMINATION,
    StageKind.ACCEPTANCE,
    StageKind.EXAMINATION,
    StageKind.DECISION,
    StageKind.CERTIFICATE_MAKING,
)
JIANGSU, ZHEJIANG = "江苏省消防救援总队", "浙江省消防救援总队"


@dataclass(frozen=True, slots=True)
class Body:
    """One authority. `short_name` begins its receipt numbers; `parent` is the name of the body above."""

    name: str
    kind: AuthorityKind
    profession: Profession
    stages: tuple[StageKind, ...]
    region: str | None = None
    short_name: str = ""
    parent: str | None = None
    city: str = "北京市西城区"


MINISTRY_STAGES = (StageKind.FINAL_EXAMINATION, StageKind.DECISION, StageKind.ANNOUNCEMENT)
CENTRE_STAGES = (StageKind.ACCEPTANCE, StageKind.EXAMINATION, StageKind.CERTIFICATE_MAKING)
PROVINCE_STAGES = (StageKind.FIRST_EXAMINATION,)

BODIES = (
    Body("国家消防救援局", AuthorityKind.MINISTRY, FIRE, ()),
    Body(
        JIANGSU, AuthorityKind.CORPS, FIRE, FIRE_ROUTE, "320000", "苏", "国家消防救援局", "江苏省南京市建邺区"
    ),
    Body(
        ZHEJIANG, AuthorityKind.CORPS, FIRE, FIRE_ROUTE, "330000", "浙", "国家消防救援局", "浙江省杭州市拱墅区"
    ),
    Body("注册安全工程师注册中心", AuthorityKind.CENTRE, SAFETY, CENTRE_STAGES),
    Body(
        "江苏省应急管理厅", AuthorityKind.PROVINCIAL_BODY, SAFETY, PROVINCE_STAGES, "320000", "苏",
        "注册安全工程师注册中心", "江苏省南京市鼓楼区",
    ),
    Body(
        "浙江省应急管理厅", AuthorityKind.PROVINCIAL_BODY, SAFETY, PROVINCE_STAGES, "330000", "浙",
        "注册安全工程师注册中心", "浙江省杭州市西湖区",
    ),
    Body("安全工程师考试中心", AuthorityKind.TEST_CENTRE, SAFETY, (), parent="注册安全工程师注册中心"),
    Body("住房和城乡建设部", AuthorityKind.MINISTRY, SUPERVISION, MINISTRY_STAGES),
    Body(
        "住房和城乡建设部执业资格注册中心", AuthorityKind.CENTRE, SUPERVISION, CENTRE_STAGES,
        parent="住房和城乡建设部",
    ),
    Body(
        "江苏省住房和城乡建设厅", AuthorityKind.PROVINCIAL_BODY, SUPERVISION, PROVINCE_STAGES, "320000", "苏",
        "住房和城乡建设部", "江苏省南京市鼓楼区",
    ),
    Body(
        "浙江省住房和城乡建设厅", AuthorityKind.PROVINCIAL_BODY, SUPERVISION, PROVINCE_STAGES, "330000", "浙",
        "住房和城乡建设部", "浙江省杭州市西湖区",
    ),
)  # fmt: skip
"""Each body stands after the one above it."""

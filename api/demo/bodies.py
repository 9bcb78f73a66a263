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
    specialties: tuple[str, ...] = ()
    """Codes of the only ones that it examines."""


SAFETY_CENTRE, TEST_CENTRE = "注册安全工程师注册管理中心", "江苏省安全生产科学研究院考试中心"
JIANGSU_SAFETY, HOUSING_MINISTRY = "江苏省应急管理厅", "住房和城乡建设部"
SUPERVISION_CENTRE = "住房和城乡建设部执业资格注册中心"
SAFETY_CENTRE_STAGES = (
    StageKind.FINAL_EXAMINATION,
    StageKind.ANNOUNCEMENT,
    StageKind.CERTIFICATE_MAKING,
    StageKind.DELIVERY,
)
MINISTRY_STAGES = (StageKind.ACCEPTANCE, StageKind.DECISION)
CENTRE_STAGES = (StageKind.EXAMINATION, StageKind.CERTIFICATE_MAKING)
PROVINCE_STAGES = (StageKind.FIRST_EXAMINATION,)
FIRST_BODY_STAGES = (StageKind.PRE_EXAMINATION, StageKind.FIRST_EXAMINATION)
"""Of a first body without a test centre below it."""

BODIES = (
    Body("国家消防救援局", AuthorityKind.MINISTRY, FIRE, ()),
    Body(
        JIANGSU, AuthorityKind.CORPS, FIRE, FIRE_ROUTE, "320000", "苏", "国家消防救援局", "江苏省南京市建邺区"
    ),
    Body(
        ZHEJIANG, AuthorityKind.CORPS, FIRE, FIRE_ROUTE, "330000", "浙", "国家消防救援局", "浙江省杭州市拱墅区"
    ),
    Body(SAFETY_CENTRE, AuthorityKind.CENTRE, SAFETY, SAFETY_CENTRE_STAGES, short_name="安"),
    Body(
        JIANGSU_SAFETY, AuthorityKind.PROVINCIAL_BODY, SAFETY, FIRST_BODY_STAGES, "320000", "苏", SAFETY_CENTRE,
        "江苏省南京市鼓楼区",
    ),
    Body(
        "浙江省应急管理厅", AuthorityKind.PROVINCIAL_BODY, SAFETY, FIRST_BODY_STAGES, "330000", "浙", SAFETY_CENTRE,
        "浙江省杭州市西湖区",
    ),
    Body(
        TEST_CENTRE, AuthorityKind.TEST_CENTRE, SAFETY, (StageKind.PRE_EXAMINATION,), "320000",
        parent=JIANGSU_SAFETY, city="江苏省南京市建邺区",
    ),
    Body(
        "住房和城乡建设部（安全工程师初审）", AuthorityKind.OTHER_MINISTRY, SAFETY, FIRST_BODY_STAGES, None, "建",
        specialties=("BUILDING",),
    ),
    Body(
        "交通运输部", AuthorityKind.OTHER_MINISTRY, SAFETY, FIRST_BODY_STAGES, None, "交",
        specialties=("ROAD_TRANSPORT",),
    ),
    Body("中国石油化工集团有限公司", AuthorityKind.CENTRAL_ENTERPRISE, SAFETY, FIRST_BODY_STAGES, None, "石化"),
    Body(HOUSING_MINISTRY, AuthorityKind.MINISTRY, SUPERVISION, MINISTRY_STAGES, short_name="建"),
    Body(
        SUPERVISION_CENTRE, AuthorityKind.CENTRE, SUPERVISION, CENTRE_STAGES, short_name="建",
        parent=HOUSING_MINISTRY,
    ),
    Body(
        "江苏省住房和城乡建设厅", AuthorityKind.PROVINCIAL_BODY, SUPERVISION, PROVINCE_STAGES, "320000", "苏",
        HOUSING_MINISTRY, "江苏省南京市鼓楼区",
    ),
    Body(
        "浙江省住房和城乡建设厅", AuthorityKind.PROVINCIAL_BODY, SUPERVISION, PROVINCE_STAGES, "330000", "浙",
        HOUSING_MINISTRY, "浙江省杭州市西湖区",
    ),
)  # fmt: skip
"""Each body stands after the one above it."""

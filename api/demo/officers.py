"""Reviewers and the administrator of the demonstration; all invented."""

from dataclasses import dataclass

from api.demo.bodies import (
    FIRE,
    HOUSING_MINISTRY,
    JIANGSU,
    JIANGSU_SAFETY,
    SAFETY,
    SAFETY_CENTRE,
    SUPERVISION,
    SUPERVISION_CENTRE,
    TEST_CENTRE,
    ZHEJIANG,
)
from models.authorities.kinds import Profession
from models.authorities.kinds import ReviewerRole as Role

ADMINISTRATOR_MOBILE = "13800000000"


@dataclass(frozen=True, slots=True)
class Officer:
    """One reviewer. `regions`: region-code prefixes, empty for the whole province."""

    name: str
    mobile: str
    body: str
    roles: tuple[Role, ...]
    regions: tuple[str, ...] = ()
    profession: Profession = FIRE


OFFICERS = (
    Officer("李慧", "13800000101", JIANGSU, (Role.PRE_EXAMINER, Role.ACCEPTOR)),
    Officer("陈卓然", "13800000102", JIANGSU, (Role.PRE_EXAMINER,)),
    Officer("周敏之", "13800000103", JIANGSU, (Role.ACCEPTOR,)),
    Officer("吴越泽", "13800000104", JIANGSU, (Role.ACCEPTOR,)),
    Officer("沈晴川", "13800000105", JIANGSU, (Role.EXAMINER,)),
    Officer("顾言蹊", "13800000106", JIANGSU, (Role.EXAMINER, Role.DECIDER)),
    Officer("钱沐风", "13800000107", JIANGSU, (Role.DECIDER,)),
    Officer("孙昭宁", "13800000108", JIANGSU, (Role.DECIDER,)),
    Officer("郑禾", "13800000109", JIANGSU, (Role.CERTIFICATE_MAKER,)),
    Officer("冯筱竹", "13800000110", JIANGSU, (Role.CERTIFICATE_MAKER,)),
    Officer("赵启航", "13800000111", JIANGSU, (Role.HEAD,)),
    Officer("许若岚", "13800000112", JIANGSU, (Role.HEAD, Role.AUTHORITY_ADMIN)),
    Officer("唐棣华", "13800000113", JIANGSU, (Role.PRE_EXAMINER,), ("3205",)),
    Officer("叶知微", "13800000201", ZHEJIANG, (Role.PRE_EXAMINER,)),
    Officer("楼明远", "13800000202", ZHEJIANG, (Role.ACCEPTOR,)),
    Officer("俞静姝", "13800000203", ZHEJIANG, (Role.EXAMINER,)),
    Officer("裘立恒", "13800000204", ZHEJIANG, (Role.DECIDER,)),
    Officer("竺清和", "13800000205", ZHEJIANG, (Role.CERTIFICATE_MAKER,)),
    Officer("陆鸣谦", "13800000206", ZHEJIANG, (Role.HEAD,)),
    Officer("江若谷", "13800000301", TEST_CENTRE, (Role.PRE_EXAMINER,), profession=SAFETY),
    Officer("袁以宁", "13800000302", JIANGSU_SAFETY, (Role.FIRST_EXAMINER,), profession=SAFETY),
    Officer("文舒白", "13800000303", SAFETY_CENTRE, (Role.FINAL_EXAMINER,), profession=SAFETY),
    Officer("简宁远", "13800000304", SAFETY_CENTRE, (Role.ANNOUNCER,), profession=SAFETY),
    Officer("苏未央", "13800000305", SAFETY_CENTRE, (Role.CERTIFICATE_MAKER,), profession=SAFETY),
    Officer("温良玉", "13800000306", SAFETY_CENTRE, (Role.CERTIFICATE_MAKER,), profession=SAFETY),
    Officer("池北辰", "13800000401", HOUSING_MINISTRY, (Role.ACCEPTOR,), profession=SUPERVISION),
    Officer("安之若", "13800000402", SUPERVISION_CENTRE, (Role.EXAMINER,), profession=SUPERVISION),
    Officer("秦望舒", "13800000403", HOUSING_MINISTRY, (Role.DECIDER,), profession=SUPERVISION),
    Officer("柳长青", "13800000404", SUPERVISION_CENTRE, (Role.CERTIFICATE_MAKER,), profession=SUPERVISION),
)
"""Two at least for every role of the Jiangsu corps, so that nobody needs to handle two stages of a case."""

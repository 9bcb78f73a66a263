"""Reviewers and the administrator of the demonstration; all invented."""

from dataclasses import dataclass

from api.demo.bodies import JIANGSU, ZHEJIANG
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
    Officer("许若岚", "13800000112", JIANGSU, (Role.HEAD,)),
    Officer("唐棣华", "13800000113", JIANGSU, (Role.PRE_EXAMINER,), ("3205",)),
    Officer("叶知微", "13800000201", ZHEJIANG, (Role.PRE_EXAMINER,)),
    Officer("楼明远", "13800000202", ZHEJIANG, (Role.ACCEPTOR,)),
    Officer("俞静姝", "13800000203", ZHEJIANG, (Role.EXAMINER,)),
    Officer("裘立恒", "13800000204", ZHEJIANG, (Role.DECIDER,)),
    Officer("竺清和", "13800000205", ZHEJIANG, (Role.CERTIFICATE_MAKER,)),
    Officer("陆鸣谦", "13800000206", ZHEJIANG, (Role.HEAD,)),
)
"""Two at least for every role of the Jiangsu corps, so that nobody needs to handle two stages of a case."""

"""Enumerations of professions and authorities in the graph."""

from models.authorities.kinds import AuthorityKind, Grade, Profession, ReviewerRole
from schema.common.enums import expose


def show() -> None:
    """Give each its words; before a schema is built."""
    expose(
        Profession,
        {
            Profession.FIRE_ENGINEER: "注册消防工程师",
            Profession.SAFETY_ENGINEER: "注册安全工程师",
            Profession.SUPERVISION_ENGINEER: "注册监理工程师",
        },
    )
    expose(Grade, {Grade.FIRST: "一级", Grade.SECOND: "二级", Grade.INTERMEDIATE: "中级"})
    expose(
        AuthorityKind,
        {
            AuthorityKind.MINISTRY: "部级",
            AuthorityKind.CENTRE: "注册管理中心",
            AuthorityKind.CORPS: "消防救援总队",
            AuthorityKind.PROVINCIAL_BODY: "省级注册初审机构",
            AuthorityKind.COAL_MINE_BODY: "省级煤监初审机构",
            AuthorityKind.OTHER_MINISTRY: "其他部委注册机构",
            AuthorityKind.CENTRAL_ENTERPRISE: "备案央企",
            AuthorityKind.TEST_CENTRE: "预审机构",
        },
    )
    expose(
        ReviewerRole,
        {
            ReviewerRole.PRE_EXAMINER: "预审员",
            ReviewerRole.ACCEPTOR: "受理员",
            ReviewerRole.FIRST_EXAMINER: "初审员",
            ReviewerRole.EXAMINER: "审核员",
            ReviewerRole.FINAL_EXAMINER: "终审员",
            ReviewerRole.DECIDER: "决定人",
            ReviewerRole.ANNOUNCER: "公告员",
            ReviewerRole.CERTIFICATE_MAKER: "制证员",
            ReviewerRole.SUPERVISOR: "监督检查员",
            ReviewerRole.HEAD: "负责人",
            ReviewerRole.AUTHORITY_ADMIN: "机构管理员",
        },
    )

"""The accounts that a visitor may sign in with. docs/demo.md holds the same table."""

from dataclasses import dataclass

from api.demo.employers import CLERK_FIRM, SUPERVISOR
from api.demo.officers import ADMINISTRATOR_MOBILE, OFFICERS, Officer
from models.authorities.kinds import ReviewerRole as Role

PASSWORD = "Zhiye_demo_2026"
"""Of every account of the demonstration; fits the rule for agencies as well as the common one."""
FRESH_MOBILE = "13612345678"
"""Belongs to nobody in the demonstration: for opening an account of one's own."""

RETURNED, IN_REVIEW, DRAFT, HOLDER, EXPIRING = (f"1390000000{digit}" for digit in range(1, 6))
SAFETY_HOLDER, SAFETY_WAITING, SUPERVISION_HOLDER, SUPERVISION_WAITING = (
    f"1390000000{digit}" for digit in range(6, 10)
)


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """One line of the table: who it is, what to sign in with, what to try."""

    who: str
    role: str
    login: str
    password: str
    attempt: str


ROLE_WORDS = {
    Role.PRE_EXAMINER: "预审",
    Role.ACCEPTOR: "受理",
    Role.EXAMINER: "审核",
    Role.DECIDER: "决定",
    Role.CERTIFICATE_MAKER: "制证",
    Role.HEAD: "负责人",
    Role.AUTHORITY_ADMIN: "机构管理员",
    Role.FIRST_EXAMINER: "初审",
    Role.FINAL_EXAMINER: "终审",
    Role.ANNOUNCER: "公告",
}

ATTEMPTS = {
    "13800000101": "领取并通过预审，再试自己受理同一件：不能一人办两个环节",
    "13800000102": "与上一账号同时打开同一件，看谁在办理",
    "13800000103": "退回补正：在附件上圈出位置写意见",
    "13800000105": "左右对照附件核对，不予注册时选择未满足的规则",
    "13800000107": "批量通过，准予注册",
    "13800000109": "制证，然后打开查验页",
    "13800000111": "把待办转给别人，延长审核期限",
    "13800000112": "导入学时、考试记录、原有注册证：下载模板，上传后逐行预览再确认",
    "13800000113": "只看到苏州市的待办",
    "13800000201": "看不到江苏的申请",
    "13800000301": "预审安全工程师的申请：看得到申请表、合同、手持证件照的要求",
    "13800000302": "初审安全工程师的申请",
    "13800000303": "终审安全工程师的申请，由中心作出决定",
    "13800000304": "公告准予注册的安全工程师",
    "13800000305": "为安全工程师制证：证书带标签，没有执业印章",
    "13800000306": "登记证书送达",
    "13800000401": "受理监理工程师的申请：聘用单位上报后才看得到",
    "13800000402": "审核监理工程师的申请",
    "13800000403": "对监理工程师的申请作出决定",
    "13800000404": "为监理工程师制证",
}


def accounts() -> list[DemoAccount]:
    """The table, in the order in which the story is best played."""
    return [
        _person("沈䶮", RETURNED, "被退回补正的申请人", "按意见补正后重新提交，期限继续计算"),
        _person(
            "何婉清", IN_REVIEW, "申请正在审核的申请人", "打开时间线，另一窗口由审核人员办理，看它自己前进"
        ),
        _person("周㙟", DRAFT, "有草稿的申请人", "接着填写，查看未满足的要求"),
        _person("陈𠮷安", HOLDER, "持证人", "打开注册证和查验页，查看执业印章"),
        _person("方砚秋", EXPIRING, "注册证临期的持证人", "查看有效期和可办理的业务"),
        _person("苗思远", SAFETY_HOLDER, "安全工程师持证人", "打开带标签的注册证，办理变更、补办或注销"),
        _person("蔺长风", SAFETY_WAITING, "申请等待批次的安全工程师", "查看所在批次和上报日期"),
        _person("慕云舟", SUPERVISION_HOLDER, "监理工程师持证人", "打开注册证，办理变更、补办或注销"),
        _person("宁知远", SUPERVISION_WAITING, "申请在聘用单位的监理工程师", "等单位上报，看它自己前进"),
        DemoAccount(
            CLERK_FIRM.name,
            "消防技术服务机构",
            CLERK_FIRM.credit_code,
            PASSWORD,
            "查看本单位人员的申请和注册证",
        ),
        DemoAccount(
            SUPERVISOR.name,
            "聘用单位（监理）",
            SUPERVISOR.credit_code,
            PASSWORD,
            "核对本单位人员的申请，上报、退回或取回，查看已注册人员",
        ),
        *(_reviewer(officer) for officer in OFFICERS if officer.mobile in ATTEMPTS),
        DemoAccount("系统管理员", "系统管理员", ADMINISTRATOR_MOBILE, PASSWORD, "看不到申请人的私人信息"),
    ]


def _person(who: str, mobile: str, role: str, attempt: str) -> DemoAccount:
    return DemoAccount(who, role, mobile, PASSWORD, attempt)


def _reviewer(officer: Officer) -> DemoAccount:
    words = "、".join(ROLE_WORDS[role] for role in officer.roles)
    return DemoAccount(
        officer.name, f"{officer.body} {words}", officer.mobile, PASSWORD, ATTEMPTS[officer.mobile]
    )

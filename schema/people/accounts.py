"""Accounts and their sessions."""

from datetime import datetime

from models.kernel.viewer import Viewer
from models.people import shown
from models.people.kinds import AccountKind, AccountState, MessageKind, SessionState
from models.people.reads import accounts_visible_to, sessions_visible_to
from models.people.sessions import idle_at
from models.people.tables import Account as AccountRow
from models.people.tables import Session as SessionRow
from models.people.workflow import ACCOUNT, account_actions
from schema.agencies.types import Employer
from schema.authorities.types import Reviewer
from schema.common.findings import AvailableAction, Sensitive, actions
from schema.common.interfaces import Node, Subject
from schema.people.persons import Person
from schema.plans.binding import rows
from schema.plans.connection import Connection
from schema.plans.declare import column, computed, connection, one


def status_of(state: AccountState) -> str:
    return ACCOUNT.words[state]


def actions_of(id: int, state: AccountState, viewer: Viewer) -> list[AvailableAction]:
    return actions(account_actions(viewer, id, state))


def messages_of(sms_off: list[str] | None) -> list[MessageKind]:
    return [kind for kind in MessageKind if kind not in (sms_off or ())]


@rows(SessionRow, visible=sessions_visible_to, prefix=SessionRow.prefix, description="一次登录")
class Session(Node):
    state: SessionState = column(description="状态")
    device: str = column(description="设备与浏览器")
    city: str | None = computed(shown.rough_place, description="大致地点")
    opened_at: datetime = column(description="登录时间")
    last_seen_at: datetime = column(description="最近活动")
    idle_at: datetime = computed(idle_at, description="何时因闲置退出")
    current: bool = computed(shown.is_current, description="就是现在这个")


@rows(AccountRow, visible=accounts_visible_to, prefix=AccountRow.prefix, description="账号")
class Account(Subject):
    title: str = computed(shown.account_title)
    status: str | None = computed(status_of)
    available_actions: list[AvailableAction] = computed(actions_of)
    kind: AccountKind = column(description="种类")
    state: AccountState = column(description="状态")
    mobile: Sensitive = computed(shown.account_mobile, description="手机号，登录账号")
    email: Sensitive | None = computed(shown.account_email, description="邮箱")
    reminders: bool = column(description="是否要到期提醒")
    messages: list[MessageKind] = computed(messages_of, description="哪些进展发短信")
    person: Person | None = one(description="个人")
    employer: Employer | None = one(description="机构或企业")
    reviewer: Reviewer | None = one(description="审核人员")
    sessions: Connection[Session] = connection("account", description="会话")

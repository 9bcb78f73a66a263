"""Steps: the same words as the mutations. Buttons are drawn from them."""

from enum import StrEnum

from schema.common.enums import expose


class Action(StrEnum):
    """步骤：与操作同名"""

    OPEN_ACCOUNT = "OPEN_ACCOUNT"
    SET_PASSWORD = "SET_PASSWORD"
    CHANGE_PASSWORD = "CHANGE_PASSWORD"
    RESET_PASSWORD = "RESET_PASSWORD"
    CHANGE_MOBILE = "CHANGE_MOBILE"
    CHANGE_EMAIL = "CHANGE_EMAIL"
    CHANGE_REMINDERS = "CHANGE_REMINDERS"
    REQUEST_RECOVERY = "REQUEST_RECOVERY"
    GRANT_RECOVERY = "GRANT_RECOVERY"
    REFUSE_RECOVERY = "REFUSE_RECOVERY"
    START_SLIDER = "START_SLIDER"
    REQUEST_CODE = "REQUEST_CODE"
    PROVE_CODE = "PROVE_CODE"
    SIGN_IN = "SIGN_IN"
    SIGN_IN_WITH_CODE = "SIGN_IN_WITH_CODE"
    SIGN_OUT = "SIGN_OUT"
    END_SESSION = "END_SESSION"
    START_REGISTRATION = "START_REGISTRATION"
    ACCEPT_PLEDGE = "ACCEPT_PLEDGE"
    SAVE_REGISTRATION = "SAVE_REGISTRATION"
    ATTACH_TO_REGISTRATION = "ATTACH_TO_REGISTRATION"
    DETACH_FROM_REGISTRATION = "DETACH_FROM_REGISTRATION"
    CHOOSE_AUTHORITY = "CHOOSE_AUTHORITY"
    SUBMIT_REGISTRATION = "SUBMIT_REGISTRATION"
    RESUBMIT_REGISTRATION = "RESUBMIT_REGISTRATION"
    WITHDRAW_REGISTRATION = "WITHDRAW_REGISTRATION"
    REQUEST_WITHDRAWAL = "REQUEST_WITHDRAWAL"
    DISCARD_REGISTRATION = "DISCARD_REGISTRATION"
    PASS_REGISTRATION = "PASS_REGISTRATION"
    RETURN_REGISTRATION = "RETURN_REGISTRATION"
    DECLINE_REGISTRATION = "DECLINE_REGISTRATION"
    REFUSE_REGISTRATION = "REFUSE_REGISTRATION"
    PASS_REGISTRATIONS = "PASS_REGISTRATIONS"
    RETURN_REGISTRATIONS = "RETURN_REGISTRATIONS"
    EXTEND_DEADLINE = "EXTEND_DEADLINE"
    ALLOW_WITHDRAWAL = "ALLOW_WITHDRAWAL"
    DENY_WITHDRAWAL = "DENY_WITHDRAWAL"
    ISSUE_CERTIFICATE = "ISSUE_CERTIFICATE"
    REVOKE_CERTIFICATE = "REVOKE_CERTIFICATE"
    CLAIM_WORK = "CLAIM_WORK"
    CLAIM_NEXT_WORK = "CLAIM_NEXT_WORK"
    KEEP_CLAIM = "KEEP_CLAIM"
    RELEASE_WORK = "RELEASE_WORK"
    REASSIGN_WORK = "REASSIGN_WORK"
    READ_NOTIFICATIONS = "READ_NOTIFICATIONS"
    REVEAL_SENSITIVE = "REVEAL_SENSITIVE"
    REQUEST_UPLOAD = "REQUEST_UPLOAD"
    CROP_PHOTO = "CROP_PHOTO"
    TOUCH_PRESENCE = "TOUCH_PRESENCE"


expose(
    Action,
    {
        Action.OPEN_ACCOUNT: "凭手机验证码开户，草稿即归此账号",
        Action.SET_PASSWORD: "首次设置密码",
        Action.CHANGE_PASSWORD: "修改密码，其他会话随之结束",
        Action.RESET_PASSWORD: "重设密码",
        Action.CHANGE_MOBILE: "修改登录手机号",
        Action.CHANGE_EMAIL: "修改邮箱",
        Action.CHANGE_REMINDERS: "打开或关闭到期提醒",
        Action.REQUEST_RECOVERY: "没有邮箱和手机时，向主管机构申请重置",
        Action.GRANT_RECOVERY: "同意重置密码",
        Action.REFUSE_RECOVERY: "不同意重置密码",
        Action.START_SLIDER: "要一个滑块",
        Action.REQUEST_CODE: "拖动滑块后发送验证码",
        Action.PROVE_CODE: "验证",
        Action.SIGN_IN: "登录",
        Action.SIGN_IN_WITH_CODE: "验证码登录",
        Action.SIGN_OUT: "安全退出",
        Action.END_SESSION: "结束某个会话，或除现在外的全部",
        Action.START_REGISTRATION: "开始一件注册申请，得到草稿",
        Action.ACCEPT_PLEDGE: "勾选诚信承诺书",
        Action.SAVE_REGISTRATION: "保存",
        Action.ATTACH_TO_REGISTRATION: "上传附件",
        Action.DETACH_FROM_REGISTRATION: "删除附件",
        Action.CHOOSE_AUTHORITY: "选择受理或初审机构",
        Action.SUBMIT_REGISTRATION: "确认提交（上报）",
        Action.RESUBMIT_REGISTRATION: "补正后提交",
        Action.WITHDRAW_REGISTRATION: "撤回",
        Action.REQUEST_WITHDRAWAL: "已进入审核，申请撤回",
        Action.DISCARD_REGISTRATION: "删除草稿",
        Action.PASS_REGISTRATION: "通过本环节",
        Action.RETURN_REGISTRATION: "退回补正",
        Action.DECLINE_REGISTRATION: "不予受理",
        Action.REFUSE_REGISTRATION: "不予注册",
        Action.PASS_REGISTRATIONS: "批量通过，最多 500 件，一件一个事务",
        Action.RETURN_REGISTRATIONS: "批量退回，最多 500 件，一件一个事务",
        Action.EXTEND_DEADLINE: "延长期限",
        Action.ALLOW_WITHDRAWAL: "同意撤回",
        Action.DENY_WITHDRAWAL: "不同意撤回",
        Action.ISSUE_CERTIFICATE: "制证",
        Action.REVOKE_CERTIFICATE: "撤销注册证",
        Action.CLAIM_WORK: "领取",
        Action.CLAIM_NEXT_WORK: "领取最急的下一件",
        Action.KEEP_CLAIM: "领取续期",
        Action.RELEASE_WORK: "退领",
        Action.REASSIGN_WORK: "转办",
        Action.READ_NOTIFICATIONS: "标为已读",
        Action.REVEAL_SENSITIVE: "显示一处敏感文字，留有记录",
        Action.REQUEST_UPLOAD: "要一张上传凭证，随后用普通 HTTP 上传",
        Action.CROP_PHOTO: "照片处理",
        Action.TOUCH_PRESENCE: "我在看、在编辑",
    },
)

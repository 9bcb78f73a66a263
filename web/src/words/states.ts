import type {
  AccountState, ChallengeState, ClaimState, CredentialState, EmployerState, FileState, NotificationState, RegistrationState,
  SessionState, StageState,
} from "../gql/enums";
import type { Family } from "../theme/tokens";

export interface StateWord {
  family: Family;
  word: string;
}

const of = (family: Family, word: string): StateWord => ({ family, word });

export const registrationStates: Record<RegistrationState, StateWord> = {
  DRAFT: of("draft", "草稿"),
  IN_REVIEW: of("progress", "审查中"),
  RETURNED: of("action", "待补正"),
  GRANTED: of("granted", "准予注册"),
  COMPLETED: of("granted", "审核完成"),
  REFUSED: of("refused", "不予注册"),
  NOT_ACCEPTED: of("refused", "不予受理"),
  WITHDRAWN: of("ended", "已撤回"),
  LAPSED: of("ended", "已失效"),
};

export const stageStates: Record<StageState, StateWord> = {
  WAITING: of("draft", "未到"),
  OPEN: of("progress", "正在办理"),
  BATCHED: of("progress", "待批次"),
  PAUSED: of("action", "已退回"),
  PASSED: of("granted", "已通过"),
  STOPPED: of("ended", "已终止"),
};

export const claimStates: Record<ClaimState, StateWord> = {
  FREE: of("draft", "待领取"),
  HELD: of("progress", "办理中"),
  DONE: of("granted", "已办结"),
};

export const credentialStates: Record<CredentialState, StateWord> = {
  VALID: of("granted", "有效"),
  EXPIRING: of("action", "临期"),
  EXPIRED: of("ended", "已过期"),
  REPLACED: of("ended", "已换发"),
  CANCELLED: of("ended", "已注销"),
  REVOKED: of("refused", "已撤销"),
};

export const fileStates: Record<FileState, StateWord> = {
  EXPECTED: of("draft", "待上传"),
  SCANNING: of("progress", "检查中"),
  CLEAN: of("granted", "已上传"),
  REFUSED: of("refused", "不合要求"),
};

export const accountStates: Record<AccountState, StateWord> = {
  PASSWORDLESS: of("action", "待设密码"),
  ACTIVE: of("granted", "正常"),
  SUSPENDED: of("refused", "已停用"),
  CLOSED: of("ended", "已注销"),
};

export const employerStates: Record<EmployerState, StateWord> = {
  ON_RECORD: of("draft", "在册"),
  MATERIALS: of("action", "待上传材料"),
  VERIFYING: of("progress", "认证中"),
  ACTIVE: of("granted", "已开通"),
  SUSPENDED: of("refused", "已停用"),
  CLOSED: of("ended", "已注销"),
};

export const sessionStates: Record<SessionState, StateWord> = {
  OPEN: of("granted", "在线"),
  ENDED: of("ended", "已结束"),
};

export const challengeStates: Record<ChallengeState, StateWord> = {
  ISSUED: of("progress", "已发送"),
  PROVED: of("granted", "已验证"),
  USED: of("ended", "已使用"),
  EXPIRED: of("ended", "已过期"),
  EXHAUSTED: of("refused", "次数用尽"),
};

export const notificationStates: Record<NotificationState, StateWord> = {
  UNREAD: of("progress", "未读"),
  READ: of("ended", "已读"),
};

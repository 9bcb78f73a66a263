import type { StageKind } from "../gql/enums";

interface StageWord {
  waiting: string;
  open: string;
  passed: string;
}

export const stageSteps: Record<StageKind, StageWord> = {
  EMPLOYER: { waiting: "单位上报", open: "等待单位上报", passed: "单位已上报" },
  PRE_EXAMINATION: { waiting: "预审", open: "正在预审", passed: "预审通过" },
  ACCEPTANCE: { waiting: "受理", open: "正在受理", passed: "已受理" },
  FIRST_EXAMINATION: { waiting: "初审", open: "正在初审", passed: "初审通过" },
  EXAMINATION: { waiting: "审查", open: "正在审查", passed: "审查通过" },
  FINAL_EXAMINATION: { waiting: "复审", open: "正在复审", passed: "复审通过" },
  DECISION: { waiting: "作出决定", open: "正在作出决定", passed: "准予注册" },
  ANNOUNCEMENT: { waiting: "公告", open: "正在公告", passed: "已公告" },
  CERTIFICATE_MAKING: { waiting: "制证与领取", open: "正在制证", passed: "证书已制成" },
  DELIVERY: { waiting: "发放", open: "正在发放", passed: "已发放" },
};

export const timelineWords = {
  submitted: "已提交申请",
  material: (count: number): string => `材料 ${count} 份`,
  returned: (stage: string): string => `${stage}：退回补正`,
  returnedDetail: "轮到您补正",
  stopped: (stage: string, how: string): string => `${stage}：${how}`,
};

export const narrowWords = {
  stageLabel: "按环节筛选",
  allStages: "全部环节",
  professionLabel: "按执业资格筛选",
  allProfessions: "全部执业资格",
  regionLabel: "按区域筛选",
  allRegions: "全部区域",
};

export const reassignWords = {
  busy: "正在转办…",
  title: (count: number): string => `转办 ${count} 件`,
  body: "转给能办这个环节的同事，由其继续办理。原处理人会看到。",
  to: "转给",
  reason: "原因",
  empty: "请选择转给谁，并写明原因。",
  ofOne: (name: string, why: string): string => `${name}：${why}`,
};

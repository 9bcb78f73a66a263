/** Pages of employers are one part: each part costs every first visit its name. */
export { default as forced } from "./ForcedPage";
export { default as people } from "./PeoplePage";
export { default as report } from "./ReportPage";
export { default as reports } from "./ReportsPage";

/** Seldom pages of one's account are one part: each part costs every first visit its name. */
export { default as corrections } from "../corrections/OwnPage";
export { default as history } from "../history/HistoryPage";
export { default as complete } from "./CompletePage";
export { default as email } from "../me/EmailPage";
export { default as holder } from "./HolderPage";
export { default as upgrade } from "./UpgradePage";
export { default as upgraded } from "./UpgradedPage";

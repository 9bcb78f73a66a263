/** Ways back into an account are one part: each part costs every first visit its name. */
export { default as link } from "./LinkPage";
export { default as newPassword } from "./NewPasswordPage";
export { default as recover } from "./RecoverPage";

/** Seldom pages of the desk are one part: each part costs every first visit its name. */
export { default as batch } from "../batches/BatchPage";
export { default as batches } from "../batches/ListPage";
export { default as corrections } from "../corrections/DeskPage";
export { default as deliveries } from "../deliveries/DeskPage";
export { default as exports } from "../exports/ListPage";
export { default as file } from "../imports/ImportPage";
export { default as imports } from "../imports/ListPage";
export { default as recoveries } from "./recoveries/RecoveriesPage";
export { default as revocations } from "../revocations/RevocationsPage";
export { default as workload } from "./WorkloadPage";

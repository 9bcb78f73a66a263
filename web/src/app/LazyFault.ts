import { lazy } from "react";

/** The failure panel's button is not worth its weight in the first load. */
export const LazyFault = lazy(() => import("../components/FaultNote").then(({ FaultNote }) => ({ default: FaultNote })));

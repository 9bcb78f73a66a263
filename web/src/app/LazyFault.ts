import { lazy, type ComponentType } from "react";
import type { FaultProps } from "../components/FaultNote";
import { PartFault } from "./PartFault";

/** The failure panel's button is not worth its weight in the first load. */
export const LazyFault = lazy<ComponentType<FaultProps>>(() =>
  import("../components/FaultNote").then(({ FaultNote }) => ({ default: FaultNote }), () => ({ default: PartFault })),
);

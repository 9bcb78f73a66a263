import type { ReactNode } from "react";
import { Page } from "../../app/Page";
import { common } from "../../words/common";

export default function FrontPage(): ReactNode {
  return <Page title={common.productLong}>{null}</Page>;
}

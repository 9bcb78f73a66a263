import type { ReactNode } from "react";
import { Page } from "../../app/Page";
import { shell } from "../../words/shell";

export default function HomePage(): ReactNode {
  return <Page title={shell.home}>{null}</Page>;
}

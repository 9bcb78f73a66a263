import type { ReactNode } from "react";
import { NextBatch } from "../../components/NextBatch";
import type { DeskCaseFragment } from "../../gql/graphql";
import { CertificatePanel } from "./CertificatePanel";
import { KindPanel } from "./KindPanel";

/** What stands before the findings of some cases: the certificate made, the batch they wait for, the certificate they are about. */
export default function Beginning({ one }: { one: DeskCaseFragment }): ReactNode {
  return (
    <>
      {one.certificate && <CertificatePanel certificate={one.certificate} />}
      {one.nextBatch && <NextBatch batch={one.nextBatch} />}
      {(one.original != null || one.differences.length > 0) && <KindPanel one={one} />}
    </>
  );
}

import type { ReactNode } from "react";
import { Link } from "../../app/router";
import { FieldRow } from "../../components/FieldRow";
import { common } from "../../words/common";
import { upgradeWords as words } from "../../words/holder";

/** The number on record; only who has one of the old 15 digits is offered the new one (S2-20). */
export function IdentityRow({ masked, old }: { masked: string; old: boolean }): ReactNode {
  return (
    <FieldRow label={words.identity} action={old ? <Link className="tap" to="/me/identity">{words.menu}</Link> : undefined}>
      <span className="tn">{masked || common.none}</span>
    </FieldRow>
  );
}

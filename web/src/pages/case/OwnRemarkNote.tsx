import Edit from "@ant-design/icons/es/icons/EditOutlined";
import type { ReactNode } from "react";
import { caseWords as words } from "../../words/case";
import { common } from "../../words/common";
import { useCaseDesk } from "./CaseContext";
import type { OwnRemark } from "./remarks";

export function OwnRemarkNote({ remark }: { remark: OwnRemark }): ReactNode {
  const { write, mayRemark } = useCaseDesk();
  return (
    <div className="own-remark">
      <Edit aria-hidden="true" />
      <div>
        <strong>{words.yourRemark}{remark.box && <span className="fine"> · {words.boxed}</span>}</strong>
        <p>{remark.text}</p>
        {mayRemark && <button type="button" className="link small" onClick={() => write(remark)}>{common.change}</button>}
      </div>
    </div>
  );
}

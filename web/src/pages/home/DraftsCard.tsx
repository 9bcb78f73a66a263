import Edit from "@ant-design/icons/es/icons/EditOutlined";
import Right from "@ant-design/icons/es/icons/RightOutlined";
import type { ReactNode } from "react";
import { Link } from "../../app/router";
import { EmptyState } from "../../components/EmptyState";
import type { CasePartsFragment } from "../../gql/graphql";
import { moment } from "../../words/format";
import { homeWords as words } from "../../words/home";
import { professionTitle, registrationKinds } from "../../words/terms";

export function DraftsCard({ title = words.others, drafts }: { title?: string; drafts: CasePartsFragment[] }): ReactNode {
  return (
    <section className="card">
      <h2>{title}</h2>
      {drafts.length === 0 && <EmptyState title={words.noOthers} reason={words.noOthersReason} />}
      <ul className="list">
        {drafts.map(({ id, kind, profession, grade, updatedAt }) => (
          <li key={id}>
            <Link className="draft-line" to={`/registrations/${id}/edit/pledge`}>
              <Edit aria-hidden="true" />
              <span>
                {registrationKinds[kind]}
                <span className="small secondary">{words.draftSaved(professionTitle(profession, grade), moment(updatedAt))}</span>
              </span>
              <Right aria-hidden="true" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { graphql } from "@/gql";
import { useState, type ReactNode } from "react";
import { useMutation } from "urql";
import { ActDialog } from "../../../components/ActDialog";
import { Field } from "../../../components/Field";
import { Writing } from "../../../components/Writing";
import type { QueueItemFragment } from "../../../gql/graphql";
import { faultOf } from "../../../live/faults";
import { newKey } from "../../../live/newKey";
import { answerOf, type Answer } from "../../../live/useAct";
import { useData } from "../../../live/useData";
import { common } from "../../../words/common";
import { deskWords as words } from "../../../words/desk";
import { reassignWords as more } from "../../../words/deskQueue";
import { nameOf } from "../items";

const ColleaguesDocument = graphql(/* GraphQL */ `
  query Colleagues { viewer { reviewer { id authority { id reviewers(first: 100) { nodes { id name } } } } } }
`);
const ReassignDocument = graphql(/* GraphQL */ `
  mutation Reassign($input: ReassignWorkInput!) { reassignWork(input: $input) { cursor workItem { ...QueueItem } userErrors { ...ErrorParts } } }
`);
const LONGEST_REASON = 500;

/** The head gives work to a colleague who may do it; the first that cannot be given stops, and says why. */
export default function ReassignDialog({ chosen, onClose }: { chosen: QueueItemFragment[]; onClose: (done: boolean) => void }): ReactNode {
  const [, reassign] = useMutation(ReassignDocument);
  const colleagues = useData(ColleaguesDocument, {}).data?.viewer.reviewer?.authority.reviewers.nodes ?? [];
  const [to, setTo] = useState("");
  const [reason, setReason] = useState("");
  const give = async (): Promise<Answer<unknown>> => {
    let answer: Answer<unknown> = { kind: "done", payload: null };
    for (const item of chosen) {
      const { data, error } = await reassign({ input: { id: item.id, reviewerId: to, reason: reason.trim(), idempotencyKey: newKey() } });
      answer = answerOf(data, faultOf(error));
      if (answer.kind === "refused") return { ...answer, errors: answer.errors.map((one) => ({ ...one, message: more.ofOne(nameOf(item), one.message) })) };
      if (answer.kind === "failed") return answer;
    }
    return answer;
  };
  return (
    <ActDialog
      title={more.title(chosen.length)} body={more.body} words={{ act: words.reassign, busy: more.busy, keep: common.cancel }}
      missing={() => (to === "" || reason.trim() === "" ? more.empty : null)} act={give} onDone={() => onClose(true)} onClose={() => onClose(false)}
    >
      <Field id="reassign-to" label={more.to} required>
        {({ id }) => (
          <select id={id} className="select" value={to} onChange={(event) => setTo(event.target.value)}>
            <option value="">{common.choose}</option>
            {colleagues.map(({ id: key, name }) => <option key={key} value={key}>{name}</option>)}
          </select>
        )}
      </Field>
      <Field id="reassign-reason" label={more.reason} required>{(wiring) => <Writing wiring={wiring} rows={3} longest={LONGEST_REASON} value={reason} onText={setReason} />}</Field>
    </ActDialog>
  );
}

import Button from "antd/es/button";
import Input from "antd/es/input/Input";
import { useState, type ReactNode } from "react";
import { ActDialog } from "../../components/ActDialog";
import { Field } from "../../components/Field";
import { Writing } from "../../components/Writing";
import type { DeliveryPartsFragment } from "../../gql/graphql";
import { newKey } from "../../live/newKey";
import { useAct } from "../../live/useAct";
import { deliveryWords as words } from "../../words/delivery";
import { AddressDialog } from "./AddressDialog";
import { ConfirmDeliveryDocument, DeliveryBackDocument, SendDeliveryDocument } from "./documents";

type Deed = "CHANGE_DELIVERY_ADDRESS" | "SEND_DELIVERY" | "CONFIRM_DELIVERY" | "REPORT_DELIVERY_BACK";
const LONGEST_REASON = 500;
const common = { busy: words.working, keep: words.keep };

/** The buttons that the service offers to whoever looks: the holder, or the maker of certificates. */
export function DeliveryActs({ one }: { one: DeliveryPartsFragment }): ReactNode {
  const [chosen, choose] = useState<Deed | null>(null);
  const close = (): void => choose(null);
  const word: Record<Deed, string> = {
    CHANGE_DELIVERY_ADDRESS: words.change,
    SEND_DELIVERY: one.method === "PICK_UP" ? words.handOver : words.send,
    CONFIRM_DELIVERY: words.confirm,
    REPORT_DELIVERY_BACK: words.reportBack,
  };
  const offered = one.availableActions.flatMap(({ action, ready }) => (ready && action in word ? [action as Deed] : []));
  return (
    <div className="row">
      {offered.map((deed) => <Button key={deed} type={deed === "SEND_DELIVERY" ? "primary" : "default"} onClick={() => choose(deed)}>{word[deed]}</Button>)}
      {chosen === "CHANGE_DELIVERY_ADDRESS" && <AddressDialog one={one} onClose={close} />}
      {chosen === "SEND_DELIVERY" && <Send one={one} act={word.SEND_DELIVERY} onClose={close} />}
      {chosen === "CONFIRM_DELIVERY" && <Confirm one={one} onClose={close} />}
      {chosen === "REPORT_DELIVERY_BACK" && <Back one={one} onClose={close} />}
    </div>
  );
}

interface Props {
  one: DeliveryPartsFragment;
  onClose: () => void;
}

function Send({ one: { id, version, method, title }, act, onClose }: Props & { act: string }): ReactNode {
  const [send] = useAct(SendDeliveryDocument);
  const [courier, setCourier] = useState("");
  const [number, setNumber] = useState("");
  const [key] = useState(newKey);
  const byCourier = method !== "PICK_UP";
  const given = byCourier ? { courier: courier.trim(), courierNumber: number.trim() } : {};
  return (
    <ActDialog
      title={act} body={title} words={{ act, ...common }}
      missing={() => (byCourier && (courier.trim() === "" || number.trim() === "") ? words.empty : null)}
      act={() => send({ input: { id, version, ...given, idempotencyKey: key } })} onDone={onClose} onClose={onClose}
    >
      {byCourier && (
        <>
          <Field id="courier" label={words.courier} required>{(wiring) => <Input {...wiring} value={courier} onChange={(event) => setCourier(event.target.value)} />}</Field>
          <Field id="courier-number" label={words.courierNumber} required>{(wiring) => <Input {...wiring} value={number} onChange={(event) => setNumber(event.target.value)} />}</Field>
        </>
      )}
    </ActDialog>
  );
}

function Confirm({ one: { id, version, title }, onClose }: Props): ReactNode {
  const [confirm] = useAct(ConfirmDeliveryDocument);
  const [key] = useState(newKey);
  return <ActDialog title={words.confirm} body={title} words={{ act: words.confirm, ...common }} act={() => confirm({ input: { id, version, idempotencyKey: key } })} onDone={onClose} onClose={onClose} />;
}

function Back({ one: { id, version }, onClose }: Props): ReactNode {
  const [back] = useAct(DeliveryBackDocument);
  const [reason, setReason] = useState("");
  const [key] = useState(newKey);
  return (
    <ActDialog
      title={words.reportBack} body={words.reportBackBody} words={{ act: words.reportBack, ...common }}
      missing={() => (reason.trim() === "" ? words.empty : null)}
      act={() => back({ input: { id, version, reason: reason.trim(), idempotencyKey: key } })} onDone={onClose} onClose={onClose}
    >
      <Field id="back-reason" label={words.reason} required>{(wiring) => <Writing wiring={wiring} rows={3} longest={LONGEST_REASON} value={reason} onText={setReason} />}</Field>
    </ActDialog>
  );
}

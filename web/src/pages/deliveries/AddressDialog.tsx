import Input from "antd/es/input/Input";
import { useState, type ReactNode } from "react";
import { ActDialog } from "../../components/ActDialog";
import { Field } from "../../components/Field";
import type { DeliveryMethod } from "../../gql/enums";
import type { DeliveryPartsFragment } from "../../gql/graphql";
import { newKey } from "../../live/newKey";
import { useAct } from "../../live/useAct";
import { deliveryMethods, deliveryWords as words } from "../../words/delivery";
import { ChangeAddressDocument } from "./documents";

const METHODS: DeliveryMethod[] = ["COURIER_COLLECT", "PICK_UP"];

/** Where the certificate goes; what is wrong is said by the service, field by field. */
export function AddressDialog({ one, onClose }: { one: DeliveryPartsFragment; onClose: () => void }): ReactNode {
  const [change] = useAct(ChangeAddressDocument);
  const [method, setMethod] = useState(one.method);
  const [receiver, setReceiver] = useState(one.receiver?.full ?? "");
  const [phone, setPhone] = useState(one.phone?.full ?? "");
  const [address, setAddress] = useState(one.address?.full ?? "");
  const [key] = useState(newKey);
  const delivery = { method, receiver, phone, address, regionCode: one.regionCode };
  return (
    <ActDialog
      title={words.change} body={words.changeBody} words={{ act: words.save, busy: words.working, keep: words.keep }}
      act={() => change({ input: { id: one.id, version: one.version, delivery, idempotencyKey: key } })} onDone={onClose} onClose={onClose}
    >
      <fieldset>
        <legend>{words.method}</legend>
        {METHODS.map((each) => <label key={each} className="choice"><input type="radio" name="method" checked={method === each} onChange={() => setMethod(each)} /> {deliveryMethods[each]}</label>)}
      </fieldset>
      <Field id="receiver" label={words.receiver} required={method === "COURIER_COLLECT"}>{(wiring) => <Input {...wiring} value={receiver} onChange={(event) => setReceiver(event.target.value)} />}</Field>
      <Field id="phone" label={words.phone} required={method === "COURIER_COLLECT"} hint={words.phoneHint}>{(wiring) => <Input {...wiring} inputMode="tel" value={phone} onChange={(event) => setPhone(event.target.value)} />}</Field>
      <Field id="address" label={words.address} required={method === "COURIER_COLLECT"}>{(wiring) => <Input {...wiring} value={address} onChange={(event) => setAddress(event.target.value)} />}</Field>
    </ActDialog>
  );
}

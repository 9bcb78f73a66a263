import type { ReactNode } from "react";
import { Facts, FieldRow } from "../../components/FieldRow";
import { Status } from "../../components/Status";
import type { DeliveryPartsFragment } from "../../gql/graphql";
import { deliveryMethods, deliveryStates, deliveryWords as words } from "../../words/delivery";
import { moment } from "../../words/format";

type Text = DeliveryPartsFragment["receiver"];
const shown = (text: Text): string | null => text?.full ?? text?.masked ?? null;

/** How it goes, to whom, and how far it is. */
export function DeliveryFacts({ one }: { one: DeliveryPartsFragment }): ReactNode {
  return (
    <>
      <div className="row"><Status {...deliveryStates[one.state]} /></div>
      {one.state === "CAME_BACK" && one.reason && <p>{words.back(one.reason)}</p>}
      <Facts>
        <FieldRow label={words.method} note={one.method === "PICK_UP" ? words.pickUpBody : undefined}>{deliveryMethods[one.method]}</FieldRow>
        {shown(one.receiver) && <FieldRow label={words.receiver}>{shown(one.receiver)}</FieldRow>}
        {shown(one.phone) && <FieldRow label={words.phone} note={one.phoneAdvice}>{shown(one.phone)}</FieldRow>}
        {shown(one.address) && <FieldRow label={words.address}>{shown(one.address)}</FieldRow>}
        {one.courierNumber && <FieldRow label={words.courierNumber} note={one.sentAt ? words.sentAt(moment(one.sentAt)) : undefined}>{one.courier} <span className="tn">{one.courierNumber}</span></FieldRow>}
        {one.receivedAt && <FieldRow label={words.confirm}>{words.receivedAt(moment(one.receivedAt))}</FieldRow>}
      </Facts>
    </>
  );
}

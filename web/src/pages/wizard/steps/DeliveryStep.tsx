import type { ReactNode } from "react";
import { deliveryMethods } from "../../../words/terms";
import { deliveryWords as words } from "../../../words/wizardLists";
import { useEditing } from "../DraftContext";
import { RadioInput, TextInput } from "../inputs";

export default function DeliveryStep(): ReactNode {
  const { draft } = useEditing();
  const courier = draft.values["delivery.method"] === "COURIER_COLLECT";
  return (
    <section className="card">
      <h2>{words.title}</h2>
      <div className="fields">
        <RadioInput field="delivery.method" label={words.method} words={deliveryMethods} required />
        <div />
        {courier && (
          <>
            <TextInput field="delivery.receiver" label={words.receiver} required />
            <TextInput field="delivery.phone" label={words.phone} hint={words.phoneHint} type="tel" required />
            <TextInput field="delivery.address" label={words.address} required wide />
          </>
        )}
      </div>
    </section>
  );
}

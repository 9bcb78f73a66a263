import Button from "antd/es/button";
import Input from "antd/es/input/Input";
import type { ReactNode } from "react";
import { Field } from "../../components/Field";
import { frontWords as words } from "../../words/registrations";

/** The service decides what was meant: a certificate leads to its page, anything else to the notices that say it. */
export function Search(): ReactNode {
  return (
    <form className="card stack" action="/search" method="get" role="search">
      <Field id="q" label={words.search} plain hint={words.searchHint}>
        {(wiring) => <Input {...wiring} name="q" maxLength={200} autoComplete="off" />}
      </Field>
      <div><Button htmlType="submit">{words.search}</Button></div>
    </form>
  );
}

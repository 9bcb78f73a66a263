import { mapExchange, type CombinedError, type Exchange } from "@urql/core";

/** Codes of faults that the client acts on; all others are shown with their message. */
export type FaultCode = "UNAUTHENTICATED" | "FORBIDDEN" | "NOT_FOUND" | "NETWORK" | (string & {});

export interface Fault {
  code: FaultCode;
  message: string;
  reference: string | null;
}

export function faultOf(error: CombinedError | undefined): Fault | null {
  if (error === undefined) return null;
  const [first] = error.graphQLErrors;
  if (first === undefined) return { code: "NETWORK", message: "", reference: null };
  const { code, reference } = first.extensions;
  return {
    code: typeof code === "string" ? code : "INTERNAL",
    message: first.message,
    reference: typeof reference === "string" ? reference : null,
  };
}

export const isUnauthenticated = (error: CombinedError): boolean => faultOf(error)?.code === "UNAUTHENTICATED";

/** Tells the operator that something failed: code, route and reference, never a value or a name. */
export const reportFaults: Exchange = mapExchange({
  onError(error) {
    const fault = faultOf(error);
    if (fault === null || fault.code === "NETWORK" || fault.code === "UNAUTHENTICATED") return;
    report({ code: fault.code, reference: fault.reference });
  },
});

export function report(facts: { code: string; reference: string | null }): void {
  const route = location.pathname.replace(/[a-z]+_\d+/g, ":id");
  navigator.sendBeacon("/telemetry", JSON.stringify({ ...facts, route }));
}

import { createStore } from "./store";

/** Whose data this tab holds. */
export const account = createStore<string | null>(null);

/** Set while the page waits for the person to sign in again; operations are held meanwhile. */
export const signInWanted = createStore<boolean>(false);

let waiting: (() => void)[] = [];

/** Opens the sign-in dialog over the page; resolves when the person has signed in. */
export function awaitSignIn(): Promise<void> {
  signInWanted.set(true);
  return new Promise((resolve) => waiting.push(resolve));
}

/** Nobody is asked to sign in again: the page begins anew, and what the last account held is let go. */
export function forgetSignIn(): void {
  waiting = [];
  signInWanted.set(false);
}

export function signedInAgain(): void {
  signInWanted.set(false);
  const held = waiting;
  waiting = [];
  held.forEach((resolve) => resolve());
}

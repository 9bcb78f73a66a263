import { Component, type ReactNode } from "react";
import { report } from "../live/faults";
import { PartFault } from "./PartFault";

interface Props {
  /** Changes when the person goes elsewhere: a broken page must not stay on the next one. */
  at: string;
  children: ReactNode;
}

interface State {
  failed: boolean;
  at: string;
}

/** One per route and per panel: a broken panel does not take the page down. */
export class Boundary extends Component<Props, State> {
  override state: State = { failed: false, at: this.props.at };

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.at === state.at ? null : { failed: false, at: props.at };
  }

  override componentDidCatch(error: Error): void {
    report({ code: `RENDER_${error.name}`, reference: null });
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <PartFault />;
  }
}

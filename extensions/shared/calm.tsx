import { Component, render } from 'preact';
import type { ComponentChildren } from 'preact';

interface CalmProps {
  readonly children: ComponentChildren;
  /** Shown in place of what broke; null: nothing. */
  readonly instead: ComponentChildren;
}

/** A defect of ours ends here: it never leaves the extension, and the page around it goes on. */
class Calm extends Component<CalmProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static override getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ComponentChildren {
    return this.state.isBroken ? this.props.instead : this.props.children;
  }
}

/** Renders an extension into its place; `instead` stands there should it break. Never throws. */
export function renderCalmly(children: ComponentChildren, instead: ComponentChildren = null): void {
  try {
    render(<Calm instead={instead}>{children}</Calm>, document.body);
  } catch {
    // The host has no place for us: then nothing is shown.
  }
}

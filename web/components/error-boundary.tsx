import { Component, type ReactNode } from 'react';
import { Trouble } from './trouble.tsx';

/** A defect of a page never leaves a white frame: words, and two ways out. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return <Trouble kind="defect" onRetry={() => this.setState({ hasFailed: false })} />;
  }
}

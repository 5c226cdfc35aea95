import { Component, type ReactNode } from 'react';
import { Failure } from './Failure.tsx';

/** What is shown, unless showing it fails. */
export interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly failure: { readonly error: unknown } | undefined;
}

/** Keeps the rest of the pane usable where a part of it cannot be shown, and lets the person try again. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failure: undefined };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { failure: { error } };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === undefined) return this.props.children;
    return <Failure error={failure.error} onRetry={() => this.setState({ failure: undefined })} />;
  }
}

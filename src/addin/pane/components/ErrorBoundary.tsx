import { Component, type ReactNode } from 'react';
import { Failure } from './Failure.tsx';

/** The view that may fail. */
export interface ErrorBoundaryProps {
  /** Identifies the view: a failure is cleared when it changes. */
  readonly of?: unknown;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly of: unknown;
  readonly failure: { readonly error: unknown } | undefined;
}

/** Keeps the rest of the pane usable where a part of it cannot be shown, and lets the person try again. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { of: this.props.of, failure: undefined };

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { failure: { error } };
  }

  static getDerivedStateFromProps({ of }: ErrorBoundaryProps, last: ErrorBoundaryState): ErrorBoundaryState | null {
    return of === last.of ? null : { of, failure: undefined };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === undefined) return this.props.children;
    return <Failure error={failure.error} onRetry={() => this.setState({ failure: undefined })} />;
  }
}

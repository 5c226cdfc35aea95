import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { Component, type ContextType, type ReactNode } from 'react';
import { VoiceContext } from '../voice.ts';

/** What is shown, unless showing it fails. */
export interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly failure: { readonly error: unknown } | undefined;
}

/** Keeps the rest of the pane usable where a part of it cannot be shown, and lets the person try again. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  static override readonly contextType = VoiceContext;
  declare context: ContextType<typeof VoiceContext>;
  override state: ErrorBoundaryState = { failure: undefined };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { failure: { error } };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === undefined) return this.props.children;
    const { label } = this.context;
    return (
      <MessageBar intent="error" layout="multiline" role="alert">
        <MessageBarBody>
          <MessageBarTitle>{label('not-shown')}</MessageBarTitle>
          {label('not-shown-remedy', { detail: String(failure.error) })}
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={() => this.setState({ failure: undefined })}>{label('try-again')}</Button>
        </MessageBarActions>
      </MessageBar>
    );
  }
}

/** The host's user interface beside the workbook. Every method rejects with a `HostFault`. */
export interface AddInShell {
  /** Brings the pane to the front. */
  openPane(): Promise<void>;
  /** Whether the pane is visible. */
  readonly isPaneOpen: boolean;
  /**
   * Shows a notice in a small window, replacing the previous one.
   * @returns the action that the person chose; undefined if the window was closed in another way
   */
  showNotice(notice: ShellNotice): Promise<string | undefined>;
}

/** A notice and its buttons. */
export interface ShellNotice {
  readonly heading: string;
  /** Paragraphs. */
  readonly lines: readonly string[];
  readonly actions: readonly ShellAction[];
}

/** The action of a button. */
export interface ShellAction {
  readonly id: string;
  readonly label: string;
}

/** What the host shows beside the workbook. Every method fails with a `HostFault`. */
export interface AddInShell {
  /** Brings the pane to the front. */
  openPane(): Promise<void>;
  /** Whether the pane is visible now. */
  readonly isPaneOpen: boolean;
  /**
   * Shows a message in a small window of its own, in place of the message before.
   * @returns the action that the person chose; undefined where it was closed otherwise
   */
  showNotice(notice: ShellNotice): Promise<string | undefined>;
}

/** A message to a person, and what they can do about it. */
export interface ShellNotice {
  readonly heading: string;
  /** Paragraphs. */
  readonly lines: readonly string[];
  readonly actions: readonly ShellAction[];
}

/** What a button of a notice stands for. */
export interface ShellAction {
  readonly id: string;
  readonly label: string;
}

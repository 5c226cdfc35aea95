import type { TextRun } from '../../../domain/spreadsheet/content.ts';
import { damaged, limitText, tooLarge } from '../faults.ts';
import type { ReadLimits } from '../limits.ts';
import { detach } from '../xml/detach.ts';
import { standsAt } from '../xml/scanned-tag.ts';
import { unescapeXstring } from '../xml/spreadsheet-escapes.ts';
import type { XmlAttributes, XmlHandler } from '../xml/xml-events.ts';
import { plainText, startOfText } from './cell-scanner.ts';
import { RunCollector } from './text-runs.ts';

/**
 * Collects the text of strings: of `si` in the shared string table, of `is` in a cell. Runs are joined; phonetic runs
 * (`rPh`) are left out.
 */
export class StringCollector {
  text = '';
  #piece = '';
  /** Depth within `t` and `rPh`: text within an unexpected element in them counts all the same. */
  #texts = 0;
  #phonetics = 0;
  #runs: RunCollector | undefined;

  /** Runs of rich text, with neighbours of the same formatting merged; undefined for plain text. */
  get runs(): readonly TextRun[] | undefined {
    return this.#runs?.runs;
  }

  start(): void {
    this.text = '';
    this.#runs = undefined;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'rPh') this.#phonetics += 1;
    else if (name === 't') {
      if (this.#phonetics === 0) this.#texts += 1;
    } else if (name === 'r') (this.#runs ??= new RunCollector()).start(this.text.length);
    else this.#runs?.format(name, attributes);
  }

  add(text: string): void {
    if (this.#texts === 0 || this.#phonetics > 0) return;
    this.#piece += text;
    limitText(this.#piece.length);
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetics -= 1;
    else if (name === 't') {
      if (this.#phonetics === 0 && --this.#texts === 0) this.#flush();
    } else if (name === 'r') this.#runs?.end(this.text.length);
  }

  #flush(): void {
    this.text += unescapeXstring(this.#piece);
    this.#piece = '';
    limitText(this.text.length);
  }
}

/** Reads the shared string table: the text of each item, in order. */
export class SharedStringsHandler implements XmlHandler {
  readonly strings: string[] = [];
  /** Runs of the rich texts by index. */
  readonly runs = new Map<number, readonly TextRun[]>();
  readonly #string = new StringCollector();
  readonly #part: string;
  readonly #most: number;
  #inItem = false;

  /** A workbook needs no more strings than cells. */
  constructor(part: string, { cells }: Pick<ReadLimits, 'cells'>) {
    this.#part = part;
    this.#most = cells;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'si') {
      // It would shift the index of every later string.
      if (this.#inItem) throw damaged(this.#part, 'xml', '<si> in <si>');
      this.#inItem = true;
      this.#string.start();
    } else this.#string.open(name, attributes);
  }

  text(text: string): void {
    this.#string.add(text);
  }

  skim(xml: string, at: number): number {
    if (this.#inItem) return at;
    for (let end = at; ;) {
      const start = standsAt(xml, end, '<si>') ? startOfText(xml, end + 4) : -1;
      const textEnd = start < 0 ? -1 : xml.indexOf('<', start);
      const text = plainText(xml, start, textEnd);
      if (text === undefined || !standsAt(xml, textEnd, '</t></si>')) return end;
      end = textEnd + 9;
      this.#add(unescapeXstring(text));
    }
  }

  close(name: string): void {
    if (name !== 'si') this.#string.close(name);
    else {
      this.#inItem = false;
      const { text, runs } = this.#string;
      if (runs !== undefined) this.runs.set(this.strings.length, runs);
      this.#add(text);
    }
  }

  #add(text: string): void {
    this.strings.push(detach(text));
    if (this.strings.length > this.#most) throw tooLarge('cells', this.#most, 'shared strings');
  }
}

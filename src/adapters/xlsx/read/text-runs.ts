import type { TextRun } from '../../../domain/spreadsheet/content.ts';
import type { XmlAttributes } from '../xml/xml-events.ts';
import { detach } from '../xml/detach.ts';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Gathers the runs of one rich text (CT_RElt, ISO/IEC 29500-1, 18.4.4); neighbours of the same formatting are merged. */
export class RunCollector {
  readonly runs: TextRun[] = [];
  #run: Mutable<TextRun> = { start: 0 };

  /** Starts a run after this many UTF-16 code units. */
  start(length: number): void {
    this.#run = { start: length };
  }

  /** Adds a property of the run (`rPr`). */
  format(name: string, attributes: XmlAttributes): void {
    const value = attributes.get('val');
    const isOn = value !== '0' && value !== 'false' && value !== 'none';
    if (name === 'rFont' && value !== undefined) this.#run.font = detach(value);
    else if (name === 'b' && isOn) this.#run.bold = true;
    else if (name === 'i' && isOn) this.#run.italic = true;
    else if (name === 'u' && isOn) this.#run.underline = true;
    else if (name === 'strike' && isOn) this.#run.struck = true;
    else if (name === 'color') {
      const color = attributes.get('rgb')?.slice(-6).toUpperCase();
      if (color !== undefined) this.#run.color = color;
    }
  }

  /** Ends the run; an empty run is dropped. */
  end(length: number): void {
    const last = this.runs.at(-1);
    if (length > this.#run.start && (last === undefined || !looksSame(last, this.#run))) this.runs.push(this.#run);
  }
}

function looksSame(a: TextRun, b: TextRun): boolean {
  return (
    a.font === b.font &&
    a.bold === b.bold &&
    a.italic === b.italic &&
    a.underline === b.underline &&
    a.struck === b.struck &&
    a.color === b.color
  );
}

import type { MeasureKey } from '../programme/programme.ts';
import type { CellPosition } from '../spreadsheet/address.ts';
import type { TextStore } from '../submissions/entry-store.ts';
import type { Finding } from './finding.ts';
import { FindingCompactor } from './compact-findings.ts';
import type { CellMove } from './rules/rule.ts';

/** What only whoever describes a finding, or fixes it, asks for. */
type Described = Pick<Finding, 'field' | 'contact' | 'end' | 'found' | 'suggestion' | 'facts' | 'fix'>;

/** The column of a store in which findings are. */
const COLUMN = 'findings';

/** Makes equal findings that take little memory: what describes them is in a store, where there is one. */
export function findingKeeper(store: TextStore | undefined): (finding: Finding) => Finding {
  if (store === undefined) {
    const compactor = new FindingCompactor();
    return (finding) => compactor.compact(finding);
  }
  const findings = new FindingStore(store);
  return (finding) => findings.keep(finding);
}

/** Keeps what describes findings in a store. */
class FindingStore {
  readonly #store: TextStore;
  #last: { readonly number: number; readonly described: Described } | undefined;

  constructor(store: TextStore) {
    this.#store = store;
  }

  /** An equal finding, of which the description is in the store. */
  keep(finding: Finding): Finding {
    const { field, contact, end, found, suggestion, facts, fix } = finding;
    const described: Described = { field, contact, end, found, suggestion, facts, fix };
    return new StoredFinding(this, this.#store.keep(JSON.stringify(described), COLUMN), finding);
  }

  /** What describes a finding. */
  read(number: number): Described {
    // Whoever describes a finding asks for several of its facts.
    if (this.#last?.number !== number) {
      this.#last = { number, described: JSON.parse(this.#store.read(number)) as Described };
    }
    return this.#last.described;
  }
}

/** A finding of which the description is read whenever it is asked for. `{ ...finding }` would have none. */
class StoredFinding implements Finding {
  readonly code: Finding['code'];
  readonly severity: Finding['severity'];
  readonly agency?: NonNullable<Finding['agency']>;
  readonly file?: string;
  readonly sheet?: string;
  readonly cell?: CellPosition;
  readonly measure?: MeasureKey;
  readonly start?: number;
  readonly move?: CellMove;
  readonly #findings: FindingStore;
  readonly #number: number;

  constructor(findings: FindingStore, number: number, finding: Finding) {
    const { agency, file, sheet, cell, measure, start, move } = finding;
    this.#findings = findings;
    this.#number = number;
    this.code = finding.code;
    this.severity = finding.severity;
    if (agency !== undefined) this.agency = agency;
    if (file !== undefined) this.file = file;
    if (sheet !== undefined) this.sheet = sheet;
    if (cell !== undefined) this.cell = cell;
    if (measure !== undefined) this.measure = measure;
    if (start !== undefined) this.start = start;
    if (move !== undefined) this.move = move;
  }

  get field(): Finding['field'] {
    return this.#described.field;
  }

  get contact(): Finding['contact'] {
    return this.#described.contact;
  }

  get end(): Finding['end'] {
    return this.#described.end;
  }

  get found(): string {
    return this.#described.found;
  }

  get suggestion(): Finding['suggestion'] {
    return this.#described.suggestion;
  }

  get facts(): Finding['facts'] {
    return this.#described.facts;
  }

  get fix(): Finding['fix'] {
    return this.#described.fix;
  }

  get #described(): Described {
    return this.#findings.read(this.#number);
  }
}

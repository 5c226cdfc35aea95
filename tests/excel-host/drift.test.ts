import { DEFINED } from '../support/excel-host/host-object.ts';
import { openInExcel } from '../support/excel-host/open-host.ts';
import { HostWorkbook } from '../support/excel-host/model.ts';

/** What office.js says of its own classes, on their prototypes. */
interface RealClass {
  readonly prototype: {
    readonly _scalarPropertyOriginalNames?: readonly string[];
    readonly _scalarPropertyUpdateable?: readonly boolean[];
    readonly _navigationPropertyNames?: readonly string[];
  } & Readonly<Record<string, unknown>>;
}

/** Services that office.js keeps to itself: it shows no class of theirs. */
const INTERNAL = new Set(['AddinInternalService', 'CustomFunctions']);

/** Classes that are not of Excel only. */
declare const OfficeCore: object;

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

describe('the member table of the emulated Excel', () => {
  beforeAll(async () => {
    const workbook = new HostWorkbook();
    workbook.addSheet('Sheet1');
    await openInExcel(workbook);
  });

  const types = DEFINED.filter(({ type }) => !INTERNAL.has(type)).map((names) => [names.type, names] as const);

  it.each(types)('knows of %s only what office.js has', (type, names) => {
    const { prototype } = ({ ...OfficeCore, ...Excel } as unknown as Readonly<Record<string, RealClass>>)[type]!;
    const scalars = prototype._scalarPropertyOriginalNames ?? [];
    const updateable = scalars.filter((_, index) => prototype._scalarPropertyUpdateable?.[index]);
    expect(names.scalars.filter((name) => !scalars.includes(name))).toEqual([]);
    expect(names.setters.filter((name) => !updateable.includes(name))).toEqual([]);
    const members = Object.getOwnPropertyNames(prototype);
    const known = (name: string): boolean => members.includes(name) || members.includes(lowerFirst(name));
    expect([...names.objects, ...names.methods].filter((name) => !known(name))).toEqual([]);
  });
});

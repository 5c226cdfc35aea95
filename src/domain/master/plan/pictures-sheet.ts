import { fitInto, shownSize } from '../../image/picture.ts';
import { agencyByCode } from '../../programme/responsibility.ts';
import { measureByKey, measuresOf } from '../../programme/programme.ts';
import { cellName, type CellLocation } from '../../spreadsheet/address.ts';
import { columnPoints } from '../../spreadsheet/column-width.ts';
import { MAX_ROW_HEIGHT } from '../../spreadsheet/limits.ts';
import type { PicturePlan, RowPlan, SheetPlan } from '../../spreadsheet/plan.ts';
import type { Consolidation } from '../../submissions/consolidation.ts';
import { STANDARD_FONT } from '../../spreadsheet/styles.ts';
import { exactThaiTime } from '../../text/dates.ts';
import { thaiDigits } from '../../text/digits.ts';
import { groupBy } from '../../text/group-by.ts';
import { estimateHeight } from '../../text/layout.ts';
import { PICTURE_HEADINGS } from '../picture-headings.ts';
import { alternativeText, nameOfSender, type MasterPicture } from '../pictures.ts';
import { PICTURES_SHEET, TABLE_SHEET } from '../sheet-names.ts';
import {
  LIST_HEADING_ROW,
  planListSheet,
  recordRows,
  withMeasureLink,
  type MasterColumn,
  type MeasureLocations,
} from './layout.ts';
import { answerKey, tableRowOf, type PicturesOfAnswers } from './answers-table.ts';

/** The column of descriptions; a long one continues in the rows below. */
export const DESCRIPTION_ROOM = { width: 28, style: 'result' } as const;

const COLUMNS: readonly (MasterColumn & { readonly hidden?: true })[] = [
  { heading: PICTURE_HEADINGS.number, width: 8, style: 'labelCenter' },
  { heading: PICTURE_HEADINGS.agency, width: 22, style: 'label' },
  { heading: PICTURE_HEADINGS.measure, width: 34, style: 'label' },
  { heading: PICTURE_HEADINGS.picture, width: 50, style: 'label' },
  { heading: PICTURE_HEADINGS.description, ...DESCRIPTION_ROOM },
  { heading: PICTURE_HEADINGS.place, width: 14, style: 'linkCell' },
  { heading: PICTURE_HEADINGS.answer, width: 12, style: 'linkCell' },
  { heading: PICTURE_HEADINGS.file, width: 24, style: 'label' },
  { heading: PICTURE_HEADINGS.sheet, width: 18, style: 'label' },
  { heading: PICTURE_HEADINGS.cell, width: 8, style: 'labelCenter' },
  { heading: PICTURE_HEADINGS.agencyCode, width: 12, style: 'hidden', hidden: true },
  { heading: PICTURE_HEADINGS.measureKey, width: 12, style: 'hidden', hidden: true },
  { heading: PICTURE_HEADINGS.savedAt, width: 24, style: 'hidden', hidden: true },
  { heading: PICTURE_HEADINGS.key, width: 20, style: 'hidden', hidden: true },
];

const PICTURE = 3;
const PLACE = 5;
const ANSWER = 6;

/** Box for a picture in points: narrower than its column on any machine, and a third of a page high. */
const BOX = { width: columnPoints(46), height: 220 };

/** Most points for a pixel, so that a small picture is not enlarged: as at 96 pixels an inch. */
const POINTS_FOR_PIXEL = 0.75;

/** Difference between the heights of a row and its picture, in points. */
const AROUND = 12;

/** A picture with its number in the master, counted from 1. */
export interface NumberedPicture extends MasterPicture {
  readonly number: number;
}

/** Sorts and numbers the pictures of a master: by measure, then by agency in roster order; those of no measure come last. */
export function inPrintedOrder(
  { programme, roster }: Pick<Consolidation, 'programme' | 'roster'>,
  pictures: readonly MasterPicture[],
): readonly NumberedPicture[] {
  const measures = new Map(measuresOf(programme).map(({ measure }, index) => [measure.key, index]));
  const agencies = new Map(roster.agencies.map(({ code }, index) => [code, index]));
  const measureAt = ({ measure }: MasterPicture): number =>
    (measure === undefined ? undefined : measures.get(measure)) ?? measures.size;
  const agencyAt = ({ agency }: MasterPicture): number =>
    (agency === undefined ? undefined : agencies.get(agency)) ?? agencies.size;
  return pictures
    .toSorted((one, other) => measureAt(one) - measureAt(other) || agencyAt(one) - agencyAt(other))
    .map((picture, index) => ({ ...picture, number: index + 1 }));
}

/**
 * Plans the sheet of agencies' pictures, each with its agency, measure, description and file, and links to the measure in the report and to
 * the answer in the table. No sheet if there are no pictures.
 * @param locations where the measures are in the report
 */
export function planMasterPictures(
  consolidation: Consolidation,
  pictures: readonly NumberedPicture[],
  locations: MeasureLocations,
): readonly SheetPlan[] {
  if (pictures.length === 0) return [];
  const names = agencyByCode(consolidation.roster);
  const titles = measureByKey(consolidation.programme);
  const answerAt = tableRowOf(consolidation);
  const records = pictures.map((picture) => {
    const { agency, measure, description } = picture;
    const name = nameOfSender(picture, names);
    const title = measure === undefined ? '' : (titles.get(measure)?.text ?? measure);
    const size = fitInto(shownSize(picture.picture, picture.frame), BOX, POINTS_FOR_PIXEL);
    const row = agency && measure ? answerAt(answerKey(agency, measure)) : undefined;
    const answer = row === undefined ? undefined : { sheet: TABLE_SHEET, row, column: 0 };
    const rows = withMeasureLink(recordRows(COLUMNS, textsOf(picture, name, title)), PLACE, measure, locations);
    return {
      rows: withPictureRoom(rows, size.height + AROUND, answer),
      plan: { ...size, picture, description: alternativeText(name, title, description) },
    };
  });
  const placed: PicturePlan[] = [];
  let row = LIST_HEADING_ROW + 1;
  for (const { rows, plan } of records) {
    const { picture, frame, number } = plan.picture;
    placed.push({
      ...plan,
      name: `${PICTURE_HEADINGS.number} ${number}`,
      at: { row, column: PICTURE },
      picture,
      ...(frame === undefined ? {} : { frame }),
    });
    row += rows.length;
  }
  const sheet = planListSheet({
    name: PICTURES_SHEET,
    columns: COLUMNS,
    rows: () => records.flatMap(({ rows }) => rows),
  });
  return [{ ...sheet, pictures: placed }];
}

function textsOf(picture: NumberedPicture, agencyName: string, title: string): readonly string[] {
  const { number, agency = '', measure = '', description, file, sheet, cell, savedAt, key } = picture;
  const time = savedAt === undefined ? '' : exactThaiTime(savedAt);
  const place = file === '' ? '' : cellName(cell);
  const shown = [thaiDigits(String(number)), agencyName, title, '', description, '', '', file, sheet, place];
  return [...shown, agency, measure, time, key];
}

/** The rows of a record; the first is high enough for a picture and has a link to the answer. */
function withPictureRoom(
  [first, ...others]: readonly RowPlan[],
  least: number,
  answer: CellLocation | undefined,
): readonly RowPlan[] {
  if (first === undefined) return [];
  const heights = first.cells.map(({ column, value = '' }) => {
    const { width = 0, hidden } = COLUMNS[column] ?? {};
    if (hidden) return 0;
    return estimateHeight(String(value), { widthPoints: columnPoints(width), fontSize: STANDARD_FONT.size });
  });
  const cells = first.cells.map((cell) =>
    cell.column === ANSWER && answer ? { ...cell, value: TABLE_SHEET, link: answer } : cell,
  );
  return [{ ...first, cells, height: Math.min(MAX_ROW_HEIGHT, Math.max(least, ...heights)) }, ...others];
}

/** The links from answers to their pictures on a planned sheet. */
export function picturesOfAnswers(
  pictures: readonly NumberedPicture[],
  { pictures: placed = [] }: Pick<SheetPlan, 'pictures'>,
): PicturesOfAnswers {
  const byAnswer = groupBy(
    pictures.flatMap(({ agency, measure, number }, index) =>
      agency && measure ? [{ key: answerKey(agency, measure), number, at: placed[index]?.at }] : [],
    ),
    ({ key }) => key,
  );
  return new Map(
    Array.from(byAnswer, ([key, its]) => {
      const numbers = its.map(({ number }) => thaiDigits(String(number))).join(', ');
      const location = { sheet: PICTURES_SHEET, row: its[0].at?.row ?? 0, column: PICTURE };
      return [key, { text: `${PICTURE_HEADINGS.number} ${numbers}`, location }];
    }),
  );
}

import { REQUEST_BYTES } from '../../src/adapters/excel/limits.ts';
import {
  COLUMNS,
  MAX_CELL_TEXT,
  MAX_LINE_FEEDS,
  MAX_ROW_HEIGHT,
  MAX_SHEET_NAME,
  ROWS,
} from '../../src/domain/spreadsheet/limits.ts';
import { MAX_CHARACTERS, MAX_ELEMENTS } from '../../src/adapters/docx/template/xml-tree.ts';
import { megabytes } from '../../src/adapters/xlsx/faults.ts';
import {
  DEFAULT_LIMITS,
  GROWTH,
  MAX_IMAGE,
  MAX_IMAGES,
  MAX_FORMATS,
  MAX_SHEETS,
  MAX_TEXT,
  LARGEST_SIZE,
  RATIO_FLOOR,
} from '../../src/adapters/xlsx/limits.ts';
import { MOST_HERE } from '../../src/usecases/reader-by-size.ts';
import { TIME_LIMIT } from '../../src/adapters/workers/workers-reader.ts';
import { paragraphTooTall } from '../../src/domain/checks/rules/paragraph-too-tall.ts';
import { textTooLong } from '../../src/domain/checks/rules/text-too-long.ts';
import type { Limit } from '../../src/domain/spreadsheet/file-fault.ts';
import { wordsOf } from '../../src/domain/messages/message.ts';
import { fill, type Language } from '../../src/domain/messages/words.ts';
import { formatDigits } from '../../src/domain/messages/format-values.ts';
import { MOST_BYTES, MOST_PARTS } from '../../src/usecases/open-template.ts';
import { MAX_PICTURES } from '../../src/domain/form/read/read-sheet-objects.ts';
import { MAX_MEGAPIXELS } from '../../src/domain/image/picture.ts';
import { MAX_PICTURE_MB, MAX_PICTURES_MB, SHRUNK_SIDE } from '../../src/usecases/fetch-pictures.ts';
import { MAX_FILE_MB } from '../../src/usecases/skipped.ts';
import { MAX_ANSWER_CELLS } from '../../src/usecases/read-workbook.ts';
import { GENERATED, page, table } from './markdown.ts';

/** A cap in the unit of its limit, and what it is the cap of. */
interface Cap {
  readonly most: number;
  readonly of: string;
}

const { entries, packageBytes, partBytes, readBytes, ratio, strictCharacters, cells, ranges, formulaCharacters } =
  DEFAULT_LIMITS;

/** The caps of every limit that a file can pass; the compiler asks for those of a new one. */
const CAPS: Readonly<Record<Limit, readonly Cap[]>> = {
  file: [{ most: MAX_FILE_MB, of: 'the file on disk; a larger one is not opened' }],
  parts: [{ most: entries, of: 'entries of the package' }],
  content: [
    { most: megabytes(packageBytes), of: 'all parts, as the package declares them' },
    { most: megabytes(readBytes), of: 'all parts that are read' },
    { most: megabytes(partBytes), of: 'one part that is read' },
    { most: megabytes(strictCharacters), of: 'one part whose XML needs the strict parser (UTF-16, entities)' },
  ],
  ratio: [{ most: ratio, of: `a part that inflates to more than ${megabytes(RATIO_FLOOR)} MB` }],
  sheets: [{ most: MAX_SHEETS, of: 'the workbook' }],
  cells: [
    { most: cells, of: 'any workbook, such as one whose digits are converted' },
    { most: MAX_ANSWER_CELLS, of: 'a workbook in which answers are looked for' },
  ],
  ranges: [{ most: ranges, of: 'one sheet' }],
  formulas: [{ most: formulaCharacters, of: 'formulas that are written out for the cells that share them' }],
  text: [{ most: MAX_TEXT, of: 'any text in the file' }],
  formats: [{ most: MAX_FORMATS, of: 'the formats in use' }],
};

const number = (value: number): string => value.toLocaleString('en-US');

/** docs/limits.md: what Excel, the reader and the rules allow at most. */
export function limitsPage(): string {
  return page(
    GENERATED,
    '# Limits / ขีดจำกัด',
    '## Excel',
    'What no workbook can hold. The program writes no more: the report divides a longer paragraph over several rows.',
    table(
      ['what', 'most'],
      [
        ['rows of a sheet', number(ROWS)],
        ['columns of a sheet', number(COLUMNS)],
        ['characters (UTF-16 units) of a cell', number(MAX_CELL_TEXT)],
        ['line feeds of a cell', number(MAX_LINE_FEEDS)],
        ['height of a row in points', number(MAX_ROW_HEIGHT)],
        ['characters (UTF-16 units) of a sheet’s name', number(MAX_SHEET_NAME)],
        [
          'bytes of texts in one request of the add-in, so that it stays below the 5 MB of Excel on the web',
          number(REQUEST_BYTES),
        ],
      ],
    ),
    '## Reading a file',
    'A file that is made to do harm can inflate to a million times its size. So each cap is far above any honest workbook and far below what would stop a browser tab. A file that passes one is refused, named in the problems with the sentence below, and the other files are read.',
    table(
      ['most', 'of', 'เพราะ', 'because'],
      Object.entries(CAPS).flatMap(([limit, caps]) =>
        caps.map(({ most, of }) => [
          number(most),
          of,
          because(limit as Limit, most, 'th'),
          because(limit as Limit, most, 'en'),
        ]),
      ),
    ),
    `These are the limits of an agency’s workbook. A file of the office (the master, and any file that is opened or converted by itself) may hold more: ${number(GROWTH)} times its packed size, at most ${number(megabytes(LARGEST_SIZE))} MB; and a master no more than its programme needs, which is a full cell from every agency for every measure. A larger master among the files of agencies is skipped as what it is.`,
    `Where a thread or a Web Worker reads the file, it may take ${number(TIME_LIMIT / 1000)} seconds. \`ita\` starts a thread for a workbook that declares to hold more than ${number(megabytes(MOST_HERE))} MB; a smaller one cannot take long.`,
    `A template of a Word document holds at most ${number(MOST_PARTS)} parts with ${number(megabytes(MOST_BYTES))} MB together, and an XML part ${number(MAX_CHARACTERS)} characters and ${number(MAX_ELEMENTS)} elements.`,
    '## Pictures',
    'A picture that passes one of these is named in the problems with its agency, cell and alternative text, and the report is made without it. PNG and JPEG pictures are passed on; what they are is told by what they hold.',
    table(
      ['most', 'of'],
      [
        [`${number(MAX_PICTURE_MB)} MB`, 'one picture in the master, without its metadata'],
        [`${number(MAX_PICTURES_MB)} MB`, 'all pictures in the master; the same one counts once'],
        [
          `${number(SHRUNK_SIDE)} pixels`,
          'the longer side of a picture, made smaller in the pane and on the page; `ita` leaves it as it is',
        ],
        [`${number(MAX_MEGAPIXELS)} million pixels`, 'one picture'],
        [number(MAX_PICTURES), 'pictures of one workbook'],
        [`${number(megabytes(MAX_IMAGE))} MB`, 'one picture that is looked into when a workbook is read'],
        [`${number(megabytes(MAX_IMAGES))} MB`, 'all pictures of a workbook that are looked into'],
      ],
    ),
    '## Checking answers',
    'Rules name what would not fit; [rules.md](rules.md) says how to set them.',
    table(
      ['rule', 'what', 'most'],
      [
        [textTooLong.code, 'characters of a cell', number(textTooLong.parameters.limit)],
        [textTooLong.code, 'lines of a cell', number(textTooLong.parameters.lines)],
        [
          paragraphTooTall.code,
          'height in points of a paragraph in a row of the printed report',
          number(paragraphTooTall.parameters.maxHeightPoints),
        ],
      ],
    ),
  );
}

function because(limit: Limit, most: number, language: Language): string {
  return fill(wordsOf(language).limits[limit], { most: formatDigits(most, language) });
}

/**
 * Makes one .zip of the page that needs no Excel, its manuals and checksums, for an office that has nobody for servers:
 * whoever unpacks it opens the first file by a double click.
 */
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import { marked } from 'marked';

const root = path.resolve(import.meta.dirname, '..');
const read = (...names) => readFileSync(path.join(root, ...names));
const { version } = JSON.parse(read('package.json').toString());
const NAME = `ita-workbook-${version}`;

/** What only Excel opens. */
const OF_EXCEL = /^(?:taskpane|notice|sign-in|config|support|functions|shortcuts|manifest|assets)\b/;

const MANUALS = [
  { source: 'agency.md', file: '2-คู่มือหน่วยงาน.html' },
  { source: 'compiler.md', file: '3-คู่มือผู้รวบรวม.html' },
];

const page = (title, head, body) => `<!doctype html>
<html lang="th">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <link rel="stylesheet" href="program/page.css" />
    <style>
      body { max-width: 48rem; margin: 0 auto; padding: 1.5rem 1rem; line-height: 1.7; }
      img { max-width: 100%; border: 1px solid #d0d0d0; }
      table { border-collapse: collapse; }
      th, td { padding: 0.25rem 0.5rem; border: 1px solid #b0b0b0; text-align: left; vertical-align: top; }
    </style>${head}
  </head>
  <body>
    <main>
${body}
    </main>
  </body>
</html>
`;

const opening = page(
  'สมุดงาน ITA',
  '\n    <meta http-equiv="refresh" content="0; url=program/standalone.html" />',
  '<p><a href="program/standalone.html">เปิดแผงงานที่ไม่ต้องใช้ Excel</a></p>',
);

/** A manual as a page; what it shows lies beside it, and other pages of the project are not in the package. */
function manual(source) {
  const text = read('docs', 'th', source).toString();
  const html = marked
    .parse(text, { async: false })
    .replaceAll('src="../images/', 'src="images/')
    .replace(/<a href="(?!https?:|#)[^"]*">(.*?)<\/a>/g, '$1');
  return page(/^# (.*)$/m.exec(text)?.[1] ?? NAME, '', html);
}

const README = `สมุดงาน ITA รุ่น ${version}

๑. แตกไฟล์ .zip นี้ทั้งหมดไว้ในโฟลเดอร์ใดก็ได้ (คลิกขวา แล้วเลือก “แยกทั้งหมด”)
๒. ดับเบิลคลิก “1-เปิดโปรแกรม.html” โปรแกรมจะเปิดในเบราว์เซอร์ (Edge, Chrome, Firefox หรือ Safari)
๓. โปรแกรมทำงานในเครื่องนี้เท่านั้น ไม่ส่งข้อมูลออกไปที่ใด และใช้ได้โดยไม่ต่ออินเทอร์เน็ต

หากต้องการตรวจว่าไฟล์ครบถ้วนและไม่ถูกแก้ไข ให้เทียบกับ SHA256SUMS.txt (certutil -hashfile ชื่อไฟล์ SHA256)

ITA workbook ${version}
Unpack all of this .zip, and double-click “1-เปิดโปรแกรม.html”: the program opens in the browser, sends nothing
anywhere and needs no network. SHA256SUMS.txt has the checksums of all files (sha256sum -c SHA256SUMS.txt).
`;

function filesIn(folder) {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path.relative(path.join(root, folder), path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
    );
}

const text = (content) => Buffer.from(content);
const files = {
  '1-เปิดโปรแกรม.html': text(opening),
  ...Object.fromEntries(MANUALS.map(({ source, file }) => [file, text(manual(source))])),
  'อ่านก่อน.txt': text(README.replaceAll('\n', '\r\n')),
  LICENSE: read('LICENSE'),
  ...Object.fromEntries(filesIn('docs/images').map((name) => [`images/${name}`, read('docs/images', name)])),
  ...Object.fromEntries(
    filesIn('dist/addin')
      .filter((name) => !OF_EXCEL.test(name))
      .map((name) => [`program/${name}`, read('dist/addin', name)]),
  ),
};
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
files['SHA256SUMS.txt'] = text(
  Object.entries(files)
    .map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`)
    .join(''),
);

// A fixed time, so that the same files give the same package.
const zip = zipSync(Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`${NAME}/${name}`, bytes])), {
  level: 9,
  mtime: '2000-01-01T00:00:00',
});
mkdirSync(path.join(root, 'dist'), { recursive: true });
writeFileSync(path.join(root, 'dist', `${NAME}.zip`), zip);
writeFileSync(path.join(root, 'dist', `${NAME}.zip.sha256`), `${sha256(zip)}  ${NAME}.zip\n`);
process.stdout.write(
  `dist/${NAME}.zip: แผงงานที่ไม่ต้องใช้ Excel คู่มือ และรหัสตรวจสอบไฟล์ ส่งให้หน่วยงานได้ทั้งไฟล์\n` +
    `dist/${NAME}.zip: the page that needs no Excel, the manuals and checksums; send it as it is\n`,
);

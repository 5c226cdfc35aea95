import { figure, type Chart } from './result.ts';

const WIDTH = 760;
const NAME_WIDTH = 190;
const BAR = 18;
const LINE = 26;
const HEAD = 52;
const LEFT = 16;
/** Room for the figure behind the longest bar. */
const FIGURE_WIDTH = 90;

/** The charts below one another as bars: ours black, the others hatched, so that paper without colour tells them apart. */
export function plot(charts: readonly Chart[]): string {
  const heights = charts.map(({ bars }) => HEAD + bars.length * LINE);
  const total = heights.reduce((sum, height) => sum + height, LEFT);
  let top = 0;
  const bodies = charts.map((chart, index) => {
    const body = `<g transform="translate(${LEFT} ${top})">\n${drawChart(chart)}\n</g>`;
    top += heights[index] ?? 0;
    return body;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${total}" width="${WIDTH}" height="${total}" font-family="'TH Sarabun New', 'Noto Sans Thai', sans-serif" font-size="14" role="img" aria-label="${escaped(charts.map(({ title }) => title).join('; '))}">
<defs><pattern id="others" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/><rect width="2" height="6" fill="#555"/></pattern></defs>
<rect width="100%" height="100%" fill="#fff"/>
${bodies.join('\n')}
</svg>
`;
}

function drawChart({ title, unit, bars }: Chart): string {
  const longest = Math.max(...bars.map(({ value }) => value));
  const room = WIDTH - 2 * LEFT - NAME_WIDTH - FIGURE_WIDTH;
  const lines = bars.map(({ name, value, ours }, index) => {
    const y = HEAD + index * LINE;
    const width = Math.max(1, Math.round((value / longest) * room));
    const middle = y - 6;
    return [
      `<text x="${NAME_WIDTH - 8}" y="${middle}" text-anchor="end"${ours ? ' font-weight="bold"' : ''}>${escaped(name)}</text>`,
      `<rect x="${NAME_WIDTH}" y="${y - LINE + 7}" width="${width}" height="${BAR}" fill="${ours ? '#000' : 'url(#others)'}" stroke="#000"/>`,
      `<text x="${NAME_WIDTH + width + 6}" y="${middle}">${figure(value)} ${unit}</text>`,
    ].join('');
  });
  return [`<text y="18" font-size="16" font-weight="bold">${escaped(title)} (${unit})</text>`, ...lines].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

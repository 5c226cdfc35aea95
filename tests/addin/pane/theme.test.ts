import { contrastOf, themeFor } from '../../../src/addin/pane/theme.ts';

const around = (background: string | undefined, prefersDark = false): ReturnType<typeof themeFor> =>
  themeFor({ background, prefersDark });

const TEXTS = ['colorNeutralForeground1', 'colorNeutralForeground2', 'colorNeutralForeground3'] as const;

describe('the theme of the pane', () => {
  it('gives every line at least 1.6 times the height of its text', () => {
    const theme: Readonly<Record<string, unknown>> = { ...around(undefined) };
    const sizes = Object.keys(theme).filter((name) => name.startsWith('fontSize'));
    expect(sizes).toHaveLength(10);
    const tight = sizes.filter((name) => {
      const [text, line] = [name, name.replace('fontSize', 'lineHeight')].map((key) => parseFloat(String(theme[key])));
      return !(line! >= 1.6 * text!);
    });
    expect(tight).toEqual([]);
  });

  it('is as dark as Excel, on the same background', () => {
    expect(around('#262626').colorNeutralForeground1).toBe('#ffffff');
    expect(around('#262626').colorNeutralBackground1).toBe('#262626');
    expect(around('#ffffff', true).colorNeutralForeground1).toBe('#242424');
  });

  it('is as dark as the browser asks for where Excel says nothing that can be understood', () => {
    expect(around(undefined, true)).toEqual(around('transparent', true));
    expect(around(undefined, true).colorNeutralForeground1).toBe('#ffffff');
    expect(around(undefined, false).colorNeutralForeground1).toBe('#242424');
  });

  it.each(['#ffffff', '#f0f0f0', '#d4d4d4', '#808080', '#666666', '#444444', '#262626', '#000000', '#217346'])(
    'keeps every text readable beside panes on %s',
    (background) => {
      const theme = around(background);
      const contrasts = TEXTS.map((name) => contrastOf(theme[name], theme.colorNeutralBackground1));
      expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(4.5);
    },
  );
});

describe('the contrast of two colours', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#FFFFFF', '#ffffff', 1],
    ['#777777', '#ffffff', 4.48],
  ])('of %s and %s is %d', (one, other, contrast) => {
    expect(contrastOf(one, other)).toBeCloseTo(contrast, 2);
  });

  it('is not known for colours that have names', () => {
    expect(contrastOf('red', '#ffffff')).toBeNaN();
  });
});

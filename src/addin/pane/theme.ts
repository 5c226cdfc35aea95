import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';

/** The theme of the program around the pane. */
export interface Environment {
  /** Background of Excel's own panes as `#rrggbb`; undefined where it is not known. */
  readonly background: string | undefined;
  /** The colour scheme that the browser prefers. */
  readonly prefersDark: boolean;
}

/**
 * Thai needs more room than Fluent's sizes give: letters are smaller for the same size, and a line holds a vowel and a tone mark
 * above its letters and a vowel below. Each line is at least 1.6 times as high as its text.
 */
const TYPOGRAPHY = {
  fontFamilyBase: "Sarabun, 'Leelawadee UI', Thonburi, 'Segoe UI', sans-serif",
  fontSizeBase100: '12px',
  fontSizeBase200: '13px',
  fontSizeBase300: '15px',
  fontSizeBase400: '17px',
  lineHeightBase100: '20px',
  lineHeightBase200: '22px',
  lineHeightBase300: '24px',
  lineHeightBase400: '28px',
  lineHeightBase500: '32px',
  lineHeightBase600: '40px',
  lineHeightHero700: '46px',
  lineHeightHero800: '52px',
  lineHeightHero900: '64px',
  lineHeightHero1000: '110px',
} satisfies Partial<Theme>;

const LIGHT: Theme = { ...webLightTheme, ...TYPOGRAPHY };
const DARK: Theme = { ...webDarkTheme, ...TYPOGRAPHY };

/** Contrast that text needs (WCAG 2.2, 1.4.3). */
const READABLE = 4.5;

/**
 * Fluent's theme, dark or light as Excel is, on Excel's background if every text is readable on it. The background decides whether
 * Excel is dark: office.js for Windows turns `isDarkTheme` into a colour too, which is always truthy.
 */
export function themeFor({ background = '', prefersDark }: Environment): Theme {
  const whiteOnIt = contrastOf(background, '#ffffff');
  const isDark = Number.isNaN(whiteOnIt) ? prefersDark : whiteOnIt > contrastOf(background, '#000000');
  const theme = isDark ? DARK : LIGHT;
  // The faintest text that is not disabled.
  const contrast = contrastOf(background, theme.colorNeutralForeground3);
  return contrast >= READABLE ? { ...theme, colorNeutralBackground1: background } : theme;
}

/**
 * Contrast of two colours, from 1 to 21 (WCAG 2.2); NaN where one is not written as `#rrggbb`.
 * @internal
 */
export function contrastOf(one: string, other: string): number {
  const [dark = NaN, light = NaN] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminanceOf(colour: string): number {
  const digits = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour)?.slice(1) ?? [];
  const [red = NaN, green = NaN, blue = NaN] = digits.map((pair) => {
    const value = Number.parseInt(pair, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * Colours of terminal text, read for the rows in view. Only SGR sequences mean something here; every other escape
 * (cursor moves, titles, hyperlinks, device strings) and every control or direction character is removed, so a log line
 * can neither move nor rename nor disguise anything.
 */
export type AnsiSpan = { text: string; className: string; color?: string; background?: string };

type Rgb = readonly [number, number, number];
type Colour = { index: number } | { rgb: Rgb };
type Style = { fg?: Colour; bg?: Colour; flags: Set<Flag>; inverse: boolean };
type Flag = 'bold' | 'dim' | 'italic' | 'underline' | 'strike';

const esc = '\\u001b';
/** Strings (OSC, DCS, SOS, PM, APC) to their terminator, CSI sequences, and two- or three-byte escapes. */
const escapes = new RegExp(
  [
    `(?:${esc}[\\]PX^_]|[\\u009d\\u0090])[^\\u0007\\u001b\\u009c]*(?:\\u0007|${esc}\\\\|\\u009c|$)`,
    `(?:${esc}\\[|\\u009b)([0-9:;<=>?]*)[ -/]*([@-~])`,
    `${esc}[ -/]*[0-~]`,
  ].join('|'),
  'g',
);
const invisible = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const suspicious = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** The plain text, for search, layout and copying. */
export function plainText(raw: string): string {
  if (!suspicious.test(raw)) return raw;
  return clean(lastPainted(raw).replace(escapes, ''));
}

/** Splits the text into spans of one style; their texts join to `plainText(raw)`. */
export function parseAnsi(raw: string): AnsiSpan[] {
  if (!suspicious.test(raw)) return [{ text: raw, className: '' }];
  const source = lastPainted(raw);
  const spans: AnsiSpan[] = [];
  const style: Style = { flags: new Set(), inverse: false };
  let from = 0;
  const take = (to: number) => {
    const text = clean(source.slice(from, to));
    if (text) spans.push({ text, ...dress(style) });
  };
  for (const match of source.matchAll(escapes)) {
    take(match.index);
    from = match.index + match[0].length;
    if (match[2] === 'm') applySgr(style, match[1] ?? '');
  }
  take(source.length);
  return spans;
}

/** The visible text of a line that was overwritten with carriage returns, as by progress bars. */
function lastPainted(raw: string): string {
  const line = raw.replace(/\r+$/, '');
  return line.slice(line.lastIndexOf('\r') + 1);
}

function clean(text: string): string {
  return text.replaceAll('\t', '    ').replace(invisible, '');
}

const flagOf: Record<number, Flag> = { 1: 'bold', 2: 'dim', 3: 'italic', 4: 'underline', 9: 'strike' };
const flagsOff: Record<number, Flag[]> = {
  22: ['bold', 'dim'],
  23: ['italic'],
  24: ['underline'],
  29: ['strike'],
};

function applySgr(style: Style, parameters: string) {
  if (/[<=>?]/.test(parameters)) return;
  const codes = parameters.split(/[;:]/).map((code) => Number(code || 0));
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] ?? 0;
    const flag = flagOf[code];
    if (code === 0) reset(style);
    else if (flag) style.flags.add(flag);
    else if (flagsOff[code]) for (const off of flagsOff[code]) style.flags.delete(off);
    else if (code === 7 || code === 27) style.inverse = code === 7;
    else if (code === 38 || code === 48) {
      const { colour, used } = extended(codes.slice(i + 1));
      i += used;
      if (colour) style[code === 38 ? 'fg' : 'bg'] = colour;
    } else if (code === 39) delete style.fg;
    else if (code === 49) delete style.bg;
    else if (code >= 30 && code <= 37) style.fg = { index: code - 30 };
    else if (code >= 40 && code <= 47) style.bg = { index: code - 40 };
    else if (code >= 90 && code <= 97) style.fg = { index: code - 82 };
    else if (code >= 100 && code <= 107) style.bg = { index: code - 92 };
  }
}

function reset(style: Style) {
  delete style.fg;
  delete style.bg;
  style.flags.clear();
  style.inverse = false;
}

/** `5;n` (256 colours) or `2;r;g;b` (true colour) after 38 or 48. */
function extended(rest: number[]): { colour?: Colour; used: number } {
  if (rest[0] === 5) {
    const n = rest[1] ?? -1;
    if (!(n >= 0 && n <= 255)) return { used: 2 };
    return { colour: n < 16 ? { index: n } : { rgb: rgbOf256(n) }, used: 2 };
  }
  if (rest[0] === 2) {
    const rgb = rest.slice(1, 4);
    const isColour = rgb.length === 3 && rgb.every((part) => part >= 0 && part <= 255);
    return isColour ? { colour: { rgb: rgb as unknown as Rgb }, used: 4 } : { used: 4 };
  }
  return { used: rest.length };
}

const cube = [0, 95, 135, 175, 215, 255] as const;

function rgbOf256(n: number): Rgb {
  if (n >= 232) return [8 + (n - 232) * 10, 8 + (n - 232) * 10, 8 + (n - 232) * 10];
  const at = (divisor: number) => cube[Math.floor((n - 16) / divisor) % 6] ?? 0;
  return [at(36), at(6), at(1)];
}

/**
 * The 16 colours as numbers, where contrast is computed against a background. In text they are classes, set by tokens.
 */
const sixteen: Rgb[] = [
  [38, 50, 54],
  [158, 50, 45],
  [40, 110, 66],
  [133, 96, 20],
  [42, 92, 150],
  [128, 62, 124],
  [22, 110, 116],
  [205, 212, 212],
  [92, 106, 110],
  [224, 108, 98],
  [120, 200, 145],
  [222, 186, 92],
  [120, 176, 232],
  [214, 142, 210],
  [104, 200, 204],
  [250, 252, 252],
];
const ground: Rgb = [10, 25, 30];
const paper: Rgb = [235, 242, 240];
const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];

function rgbOf(colour: Colour): Rgb {
  return 'rgb' in colour ? colour.rgb : (sixteen[colour.index] ?? paper);
}

function dress(style: Style): Omit<AnsiSpan, 'text'> {
  const classes = [...style.flags].map((flag) => `ansi-${flag}`);
  const fg = style.inverse ? (style.bg ?? { rgb: ground }) : style.fg;
  const bg = style.inverse ? (style.fg ?? { rgb: paper }) : style.bg;
  if (!bg && fg && 'index' in fg) classes.push(`ansi-${fg.index}`);
  const className = classes.join(' ');
  if (bg) {
    const below = rgbOf(bg);
    return { className, color: css(readableOn(below, fg ? rgbOf(fg) : paper)), background: css(below) };
  }
  return fg && 'rgb' in fg ? { className, color: css(readableOn(ground, fg.rgb)) } : { className };
}

/** The colour itself if it is readable, else moved towards white or black until its contrast is 4.5:1. */
export function readableOn(below: Rgb, wanted: Rgb): Rgb {
  const towards = contrast(below, white) >= contrast(below, black) ? white : black;
  for (let part = 0; part < 1; part += 0.1) {
    const mixed = wanted.map((value, i) =>
      Math.round(value + ((towards[i] ?? 0) - value) * part),
    ) as unknown as Rgb;
    if (contrast(below, mixed) >= 4.5) return mixed;
  }
  return towards;
}

/** WCAG 2 contrast ratio, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(rgb: Rgb): number {
  const [r = 0, g = 0, b = 0] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function css([r, g, b]: Rgb): string {
  return `rgb(${r} ${g} ${b})`;
}

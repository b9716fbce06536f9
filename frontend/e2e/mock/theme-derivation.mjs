/** Themes as the manager derives them, roughly: enough that pages have colours that belong together. */

const rgb = (hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
const hex = (values) =>
  `#${values
    .map((value) =>
      Math.round(Math.min(255, Math.max(0, value)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
export const mix = (from, to, share) =>
  hex(rgb(from).map((value, at) => value + (rgb(to)[at] - value) * share));

function luminance(colour) {
  const [r, g, b] = rgb(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function ratio(a, b) {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const stops = [
  [50, '#ffffff', 0.95],
  [100, '#ffffff', 0.88],
  [200, '#ffffff', 0.74],
  [300, '#ffffff', 0.55],
  [400, '#ffffff', 0.28],
  [500, '#ffffff', 0.1],
  [600, '#000000', 0],
  [700, '#000000', 0.18],
  [800, '#000000', 0.34],
  [900, '#000000', 0.48],
  [950, '#000000', 0.68],
];
const scaleOf = (colour) =>
  Object.fromEntries(stops.map(([stop, other, share]) => [stop, mix(colour, other, share)]));

const on = (ground) => (ratio('#ffffff', ground) >= 4.5 ? '#ffffff' : '#000000');

/** The first colour on the way from `colour` to `goal` with the ratio on all grounds. */
function readable(colour, goal, needed, ...grounds) {
  for (let share = 0; share < 1; share += 0.04) {
    const tried = mix(colour, goal, share);
    if (grounds.every((ground) => ratio(tried, ground) >= needed)) return tried;
  }
  return goal;
}

const states = { success: '#16a34a', warning: '#f59e0b', danger: '#dc2626', info: '#0284c7' };

function tokensOf({ palette, scales, chosen, scheme }) {
  const isLight = scheme === 'light';
  const { neutral } = scales;
  const goal = isLight ? '#000000' : '#ffffff';
  const background = isLight ? (palette.background ?? '#ffffff') : (palette.darkBackground ?? neutral[950]);
  const card = isLight ? '#ffffff' : mix(background, '#ffffff', 0.06);
  const foreground = isLight ? (palette.foreground ?? neutral[950]) : neutral[50];
  const muted = isLight ? neutral[100] : mix(background, '#ffffff', 0.12);
  const primary = isLight ? palette.primary : (palette.darkPrimary ?? palette.primary);
  const secondary = palette.secondary ?? (isLight ? scales.primary[100] : scales.primary[900]);
  const accent = palette.accent ?? secondary;
  const step = on(primary) === '#ffffff' ? '#000000' : '#ffffff';
  const shape = readable(primary, goal, 3, background);
  const entries = Object.entries(states).flatMap(([name, colour]) => {
    const soft = mix(colour, isLight ? '#ffffff' : background, isLight ? 0.92 : 0.8);
    return [
      [name, colour],
      [`${name}Foreground`, on(colour)],
      [`${name}Soft`, soft],
      [`${name}Text`, readable(colour, goal, 4.5, soft)],
    ];
  });
  return {
    background,
    foreground,
    card,
    cardForeground: foreground,
    muted,
    mutedForeground: readable(neutral[600], goal, 4.5, background, card, muted),
    border: isLight ? neutral[200] : mix(background, '#ffffff', 0.16),
    input: readable(neutral[500], goal, 3, background),
    ring: shape,
    ringOffset: ratio('#ffffff', primary) >= 3 ? '#ffffff' : '#000000',
    primary,
    primaryForeground: on(primary),
    primaryHover: mix(primary, step, 0.12),
    primaryActive: mix(primary, step, 0.24),
    primaryBorder: shape,
    primaryText: readable(primary, goal, 4.5, background, card),
    secondary,
    secondaryForeground: on(secondary),
    accent,
    accentForeground: on(accent),
    ...Object.fromEntries(entries),
    ...chosen,
  };
}

const text = (front, ground) => ({ front, ground, required: 4.5 });
const shape = (front, ground) => ({ front, ground, required: 3 });
const pairs = [
  text('foreground', 'background'),
  text('cardForeground', 'card'),
  text('mutedForeground', 'background'),
  text('mutedForeground', 'card'),
  text('mutedForeground', 'muted'),
  text('primaryForeground', 'primary'),
  text('primaryForeground', 'primaryHover'),
  text('primaryForeground', 'primaryActive'),
  shape('primaryBorder', 'background'),
  text('primaryText', 'background'),
  text('primaryText', 'card'),
  text('secondaryForeground', 'secondary'),
  text('accentForeground', 'accent'),
  ...Object.keys(states).flatMap((name) => [
    text(`${name}Foreground`, name),
    text(`${name}Text`, `${name}Soft`),
  ]),
  shape('input', 'background'),
  shape('ring', 'background'),
  shape('ringOffset', 'primary'),
];

function findings(tokens) {
  return ['light', 'dark'].flatMap((scheme) =>
    pairs.map(({ front, ground, required }) => {
      const [from, under] = [tokens[scheme][front], tokens[scheme][ground]];
      const measured = ratio(from, under);
      const goal = ratio('#000000', under) > ratio('#ffffff', under) ? '#000000' : '#ffffff';
      return {
        scheme,
        front,
        ground,
        required,
        ratio: Math.floor(measured * 100) / 100,
        passes: measured >= required,
        apca: Math.round(measured * 60) / 10,
        repair:
          measured >= required
            ? null
            : { token: front, from, to: readable(from, goal, required, under), difference: 6.2 },
      };
    }),
  );
}

const greys = { slate: '#64748b', gray: '#6b7280', zinc: '#71717a', neutral: '#737373', stone: '#78716c' };

/** The theme and the contrast of a change, as `POST …/theme/preview` answers them. */
export function derive(change) {
  const palette = {
    primary: '#000000',
    secondary: null,
    accent: null,
    neutral: 'tinted',
    background: null,
    foreground: null,
    darkPrimary: null,
    darkBackground: null,
    ...change.palette,
  };
  const neutral = greys[palette.neutral] ?? mix(palette.primary, '#74747c', 0.85);
  const scales = {
    primary: scaleOf(palette.primary),
    secondary: scaleOf(palette.secondary ?? palette.primary),
    accent: scaleOf(palette.accent ?? palette.secondary ?? palette.primary),
    neutral: scaleOf(neutral),
  };
  const { light = {}, dark = {} } = change;
  const tokens = {
    light: tokensOf({ palette, scales, chosen: light, scheme: 'light' }),
    dark: tokensOf({ palette, scales, chosen: dark, scheme: 'dark' }),
  };
  const theme = {
    palette,
    fonts: { heading: null, body: null, ...change.fonts },
    radius: change.radius ?? 'medium',
    light,
    dark,
    brandOverride: change.brandOverride ?? false,
    scales,
    tokens,
  };
  return { theme, contrast: findings(tokens) };
}

import {
  type Draft,
  draftOf,
  radiusLengths,
  type Scheme,
  schemes,
  type Theme,
  type ThemeChange,
  tokenNames,
} from '../model';
import { type Declaration, declarationsOf } from './declarations';
import { extension } from './export';
import { lineAt, Unreadable } from './unreadable';

/** Reads a colour in any notation that it knows; undefined if the text is none. */
export type ReadColour = (text: string) => string | undefined;

/**
 * A draft from CSS variables, a `@theme` of Tailwind CSS or design tokens.
 *
 * @throws Unreadable with the line
 */
export function imported(text: string, readColour: ReadColour): Draft {
  if (text.trim() === '') throw new Unreadable('There is nothing to import');
  return text.trimStart().startsWith('{') ? fromTokens(text, readColour) : fromCss(text, readColour);
}

/** What is the same as what follows by itself need not be chosen. */
export function pruned(draft: Draft, derived: Theme): Draft {
  const needed = (scheme: Scheme) =>
    Object.fromEntries(
      Object.entries(draft[scheme]).filter(([token, colour]) => derived.tokens[scheme][token] !== colour),
    );
  return { ...draft, light: needed('light'), dark: needed('dark') };
}

const aliases: Record<string, string> = { brand: 'primary', destructive: 'danger' };

/** `--color-muted-foreground`, or `--muted-foreground` as some libraries have it, as a token. */
function tokenOf(variable: string): string | undefined {
  const words = variable.replace(/^--(color-)?/, '').split('-');
  const known = [aliases[words[0] ?? ''] ?? words[0], ...words.slice(1)];
  const token = known
    .map((word = '', at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
  return tokenNames.includes(token) ? token : undefined;
}

function fromCss(text: string, readColour: ReadColour): Draft {
  const declarations = declarationsOf(text);
  const tokens: Record<Scheme, Record<string, string>> = { light: {}, dark: {} };
  for (const declaration of declarations) {
    const token = tokenOf(declaration.name);
    if (!token) continue;
    const value = resolved(declaration, declarations);
    const colour = readColour(value);
    if (!colour) throw new Unreadable(`${value} of ${declaration.name} is no colour`, declaration.line);
    tokens[declaration.isDark ? 'dark' : 'light'][token] = colour;
  }
  const first = (name: string) => declarations.find((one) => one.name === name && !one.isDark)?.value;
  return draftFrom(tokens, {
    heading: familyOf(first('--font-heading')),
    body: familyOf(first('--font-body') ?? first('--font-sans')),
    radius: first('--radius'),
    missing: 'There is no --color-primary',
  });
}

/** The value without references to other variables of the text. */
function resolved(declaration: Declaration, all: readonly Declaration[]): string {
  let { value } = declaration;
  for (let depth = 0; depth < 5; depth++) {
    const name = /^var\(\s*(--[\w-]+)\s*\)$/.exec(value)?.[1];
    if (!name) break;
    const target =
      all.find((one) => one.name === name && one.isDark === declaration.isDark) ??
      all.find((one) => one.name === name);
    if (!target) throw new Unreadable(`${name} is not in the text`, declaration.line);
    value = target.value;
  }
  return value;
}

const generic = /^(ui-|system-ui|sans-serif|serif|monospace|-apple)/;

function familyOf(stack: string | undefined): string | null {
  const name = stack?.split(',')[0]?.trim().replaceAll(/["']/g, '');
  return name && !generic.test(name) && !name.startsWith('var(') ? name : null;
}

type Rest = { heading: string | null; body: string | null; radius: string | undefined; missing: string };

function draftFrom({ light, dark }: Record<Scheme, Record<string, string>>, rest: Rest): Draft {
  const { primary, secondary, accent, background, foreground, ...lightOthers } = light;
  const { primary: darkPrimary, background: darkBackground, ...darkOthers } = dark;
  if (!primary) throw new Unreadable(rest.missing);
  const change: ThemeChange = {
    palette: {
      primary,
      secondary,
      accent,
      background: background === '#ffffff' ? null : background,
      foreground,
      darkPrimary: darkPrimary === primary ? null : darkPrimary,
      darkBackground,
    },
    fonts: { heading: rest.heading, body: rest.body },
    light: lightOthers,
    dark: darkOthers,
  };
  const radius = Object.entries(radiusLengths).find(([, length]) => length === rest.radius)?.[0];
  return draftOf({ ...change, ...(radius && { radius: radius as Theme['radius'] }) });
}

type Group = { [name: string]: unknown };
const isGroup = (value: unknown): value is Group =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text: string): Group {
  try {
    return JSON.parse(text) as Group;
  } catch (error) {
    const { message } = error as Error;
    const position = /position (\d+)/.exec(message)?.[1];
    const line = /line (\d+)/.exec(message)?.[1];
    const where = line ? Number(line) : position ? lineAt(text, Number(position)) : lineAt(text, text.length);
    throw new Unreadable('this is not valid JSON', where);
  }
}

function fromTokens(text: string, readColour: ReadColour): Draft {
  const content = parsed(text);
  const own = isGroup(content.$extensions) ? content.$extensions[extension] : undefined;
  const colours = isGroup(content.color) ? content.color : isGroup(content.colors) ? content.colors : content;
  const tokens: Record<Scheme, Record<string, string>> = { light: {}, dark: {} };

  function take(group: unknown, scheme: Scheme) {
    if (!isGroup(group)) return;
    for (const [name, token] of Object.entries(group)) {
      const value = isGroup(token) ? (token.$value ?? token.value) : token;
      if (!tokenNames.includes(name) || typeof value !== 'string') continue;
      const colour = readColour(value);
      if (!colour)
        throw new Unreadable(
          `${value} of ${name} is no colour`,
          lineAt(text, text.indexOf(JSON.stringify(value))),
        );
      tokens[scheme][name] = colour;
    }
  }

  take(colours, 'light');
  for (const scheme of schemes) take(colours[scheme], scheme);
  if (isGroup(own) && isGroup(own.palette)) return ownDraft(own, text, readColour);
  return draftFrom(tokens, {
    heading: null,
    body: null,
    radius: undefined,
    missing: 'There is no color.light.primary and no color.primary',
  });
}

/** The decisions that an export of ours has; each colour is checked like any other. */
function ownDraft(own: Group, text: string, readColour: ReadColour): Draft {
  const draft = draftOf(own as ThemeChange);
  const { neutral: _, ...colours } = draft.palette;
  for (const colour of [
    ...Object.values(colours),
    ...Object.values(draft.light),
    ...Object.values(draft.dark),
  ])
    if (colour !== null && !readColour(String(colour)))
      throw new Unreadable(`${colour} is no colour`, lineAt(text, text.lastIndexOf(JSON.stringify(colour))));
  return draft;
}

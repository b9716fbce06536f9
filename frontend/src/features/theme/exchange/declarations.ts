import { lineAt, Unreadable } from './unreadable';

export type Declaration = { name: string; value: string; line: number; isDark: boolean };

/** Comments become spaces, so that every character keeps its line. */
const withoutComments = (css: string) =>
  css.replaceAll(/\/\*[\s\S]*?(\*\/|$)/g, (comment) => comment.replaceAll(/[^\n]/g, ' '));

const isDarkRule = (prelude: string) => /dark/.test(prelude.replaceAll(/:not\([^)]*\)/g, ''));

/**
 * The custom properties of a style sheet, and whether they are for dark. Of CSS only what is needed to find them.
 *
 * @throws Unreadable if its brackets do not match
 */
export function declarationsOf(css: string): Declaration[] {
  const text = withoutComments(css);
  const found: Declaration[] = [];
  const open: { prelude: string; at: number }[] = [];
  let from = 0;

  function take(end: number) {
    const piece = text.slice(from, end);
    const match = /^\s*(--[\w-]+)\s*:\s*([\s\S]*?)\s*$/.exec(piece);
    if (match)
      found.push({
        name: match[1] ?? '',
        value: (match[2] ?? '').replace(/\s*!important$/, ''),
        line: lineAt(text, from + piece.search(/\S/)),
        isDark: open.some(({ prelude }) => isDarkRule(prelude)),
      });
    from = end + 1;
  }

  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '{') {
      open.push({ prelude: text.slice(from, at).trim(), at });
      from = at + 1;
    } else if (character === ';') take(at);
    else if (character === '}') {
      take(at);
      if (!open.pop()) throw new Unreadable('} closes nothing', lineAt(text, at));
    }
  }
  take(text.length);
  const last = open.at(-1);
  if (last) throw new Unreadable('{ is never closed', lineAt(text, last.at));
  return found;
}

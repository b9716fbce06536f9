import { plainText } from './ansi';

const word = /\b(TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|SEVERE)\b/;

/** How far into a line a program writes its level, behind a time and a thread. Characters. */
const reach = 60;

/** The least level that is shown. */
export type Level = 'warn' | 'error';

/**
 * The level of a line for display. What the program itself wrote counts more than the stream it came from: programs
 * write INFO to their standard error too.
 */
export function levelOf(line: { level: string; text: string }): string {
  if (line.level !== 'error') return line.level;
  const written = word.exec(plainText(line.text.slice(0, reach)))?.[1];
  if (written === undefined || /ERROR|FATAL|SEVERE/.test(written)) return 'error';
  return written.startsWith('WARN') ? 'warn' : 'info';
}

/** Whether a line has at least this level. */
export function isAtLeast(line: { level: string; text: string }, least: Level): boolean {
  if (line.level === 'info') return false;
  const level = levelOf(line);
  return level === 'error' || (least === 'warn' && level === 'warn');
}

/** The value of a parameter of the address, if it is a level. */
export function toLevel(value: unknown): Level | undefined {
  return value === 'warn' || value === 'error' ? value : undefined;
}

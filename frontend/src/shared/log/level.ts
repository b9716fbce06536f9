import { plainText } from './ansi';
import type { LogLine } from './log-buffer';

const word = /\b(TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|SEVERE)\b/;

/** How far into a line a program writes its level, behind a time and a thread. Characters. */
const reach = 60;

/**
 * The level of a line for display. What the program itself wrote counts more than the stream it came from: programs
 * write INFO to their standard error too.
 */
export function levelOf(line: Pick<LogLine, 'level' | 'text'>): string {
  if (line.level !== 'error') return line.level;
  const written = word.exec(plainText(line.text.slice(0, reach)))?.[1];
  if (written === undefined || /ERROR|FATAL|SEVERE/.test(written)) return 'error';
  return written.startsWith('WARN') ? 'warn' : 'info';
}

import { ProblemError } from '@/shared/api/problem';
import type { LineName } from '@/shared/log/log-buffer';
import { listLogs, openLogs } from './api/logs';
import { getErrors, getServiceLogs, openServiceLogs, type ServiceChoice } from './api/service-logs';
import type { LogWays } from './log-follower';
import { entryLine, type LogEntry, type LogFilter, type ServiceLine, serviceLine } from './model';

const pageSize = 500;
/** Lines before the one that an address names. */
const around = 100;

/** How the manager's log is read. @param line begin with this one instead of the newest */
export function managerLog(filter: LogFilter, line: LineName | undefined): LogWays<number> {
  return {
    async begin() {
      const place = typeof line !== 'number' ? { limit: pageSize } : { beforeSeq: line + 1, limit: around };
      const page = await listLogs(filter, place);
      return { lines: page.items.map(entryLine), position: page.newerSeq, older: page.olderSeq };
    },
    async after(position) {
      const page = await listLogs(filter, { afterSeq: position, limit: pageSize });
      return { lines: page.items.map(entryLine), position: page.newerSeq };
    },
    async before(older) {
      const page = await listLogs(filter, { beforeSeq: older, limit: pageSize });
      return { lines: page.items.map(entryLine), older: page.olderSeq };
    },
    open: (position) => openLogs(filter, position),
    event: 'entry',
    read({ data }) {
      const entry = JSON.parse(data) as LogEntry;
      return { lines: [entryLine(entry)], position: entry.seq };
    },
  };
}

/** Whether a refusal says that the log has been cut since a line was printed. */
const isGone = (error: unknown) => error instanceof ProblemError && error.code === 'log.line-gone';

/**
 * How the services of a tenant are read. Their lines have no number: they are counted here.
 *
 * @param line the place of the line to begin with instead of the newest
 * @param onGone called if that line is no longer kept; then it begins with the newest
 */
export function serviceLog(
  tenant: string,
  choice: ServiceChoice,
  line?: LineName,
  onGone?: () => void,
): LogWays<string> {
  let count = 0;
  let first = 1;
  const isNamed = choice.service === undefined;
  const lines = (items: readonly ServiceLine[]) => items.map((item) => serviceLine(item, ++count, isNamed));
  // Of several services, which stand one after the other, there is no line before the first.
  const olderThan = (items: readonly ServiceLine[], isOne: boolean) =>
    (isOne ? items[0]?.place : undefined) ?? null;
  return {
    async begin() {
      if (typeof line === 'string')
        try {
          const page = await getServiceLogs(tenant, choice, { line, limit: 2 * around });
          return { lines: lines(page.items), position: page.cursor, older: olderThan(page.items, true) };
        } catch (error) {
          if (!isGone(error)) throw error;
          onGone?.();
        }
      const page = await getServiceLogs(tenant, choice);
      return { lines: lines(page.items), position: page.cursor, older: olderThan(page.items, !isNamed) };
    },
    async after(position) {
      const page = await getServiceLogs(tenant, choice, { afterCursor: position });
      return { lines: lines(page.items), position: page.cursor };
    },
    async before(older) {
      try {
        const { items } = await getServiceLogs(tenant, choice, { line: older });
        const before = items.slice(
          0,
          items.findIndex(({ place }) => place === older),
        );
        first -= before.length;
        return {
          lines: before.map((item, index) => serviceLine(item, first + index, isNamed)),
          older: olderThan(before, true),
        };
      } catch (error) {
        if (!isGone(error)) throw error;
        return { lines: [], older: null };
      }
    },
    open: (position) => openServiceLogs(tenant, choice, position),
    event: 'line',
    read: ({ data, lastEventId }) => ({
      lines: lines([JSON.parse(data) as ServiceLine]),
      position: lastEventId,
    }),
  };
}

/**
 * How the warnings and errors of a tenant's services are read: those that are kept, then each new one.
 *
 * @param onPrinted called for each line that a service prints, of any level
 */
export function errorLog(tenant: string, onPrinted: () => void): LogWays<string> {
  let count = 0;
  const lines = (items: readonly ServiceLine[]) =>
    items.filter(({ level }) => level !== 'info').map((item) => serviceLine(item, ++count, true));
  return {
    async begin() {
      // The place first: a line that is printed in between is shown twice rather than never.
      const { cursor } = await getServiceLogs(tenant, {});
      const kept = await getErrors(tenant);
      return { lines: lines(kept.lines), position: cursor, older: null };
    },
    async after(position) {
      const page = await getServiceLogs(tenant, {}, { afterCursor: position });
      return { lines: lines(page.items), position: page.cursor };
    },
    open: (position) => openServiceLogs(tenant, {}, position),
    event: 'line',
    read({ data, lastEventId }) {
      onPrinted();
      return { lines: lines([JSON.parse(data) as ServiceLine]), position: lastEventId };
    },
  };
}

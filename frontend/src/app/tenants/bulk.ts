import { controlTenant } from '@/features/control/api/control-tenant';
import { deployTenant } from '@/features/deployment/api/deploy-tenant';
import { isMoving, type TenantSummary } from '@/features/tenant/model';
import { patiently } from '@/shared/api/patiently';
import { toProblem } from '@/shared/api/problem';
import { eachBounded } from '@/shared/bounded';
import { randomId } from '@/shared/random-id';

export type BulkVerb = 'start' | 'stop' | 'restart' | 'deploy';

/** What has become of one tenant. */
export type BulkResult =
  | { kind: 'waiting' }
  | { kind: 'asking' }
  | { kind: 'accepted'; deployment: string }
  | { kind: 'refused'; why: string }
  | { kind: 'skipped'; why: string };

export type BulkRow = { tenant: TenantSummary; result: BulkResult };

/** So many requests at once: the manager queues the runs, and a browser keeps connections for the page itself. */
export const bulkAtOnce = 4;

/** Why the action makes no sense for a tenant; undefined if it does. */
export function skipReason(verb: BulkVerb, { status }: Pick<TenantSummary, 'status'>): string | undefined {
  if (isMoving(status)) return `Is ${status}`;
  if (verb === 'deploy') return undefined;
  if (verb === 'start') return status === 'stopped' ? undefined : 'Is not stopped';
  return status === 'active' ? undefined : 'Does not run';
}

export function newRows(verb: BulkVerb, tenants: readonly TenantSummary[]): BulkRow[] {
  return tenants.map((tenant) => {
    const why = skipReason(verb, tenant);
    return { tenant, result: why === undefined ? { kind: 'waiting' } : { kind: 'skipped', why } };
  });
}

/**
 * Asks for the action for each waiting row, a few at a time. A refusal of one does not stop the others.
 *
 * @param tell called with the rows after each change; the array is the same
 */
export async function runBulk(
  verb: BulkVerb,
  rows: BulkRow[],
  tell: (rows: BulkRow[]) => void,
  isStopped: () => boolean,
): Promise<void> {
  const waiting = rows.flatMap(({ result }, index) => (result.kind === 'waiting' ? [index] : []));
  const set = (index: number, result: BulkResult) => {
    const row = rows[index];
    if (row) rows[index] = { ...row, result };
    tell(rows);
  };
  await eachBounded(
    waiting,
    bulkAtOnce,
    async (index) => {
      const { slug } = (rows[index] as BulkRow).tenant;
      const key = randomId();
      set(index, { kind: 'asking' });
      try {
        const deployment = await patiently(
          () => (verb === 'deploy' ? deployTenant(slug, {}, key) : controlTenant(slug, verb, key)),
          { isAway: true },
        );
        set(index, { kind: 'accepted', deployment });
      } catch (error) {
        const { title, detail } = toProblem(error);
        set(index, { kind: 'refused', why: detail ?? title });
      }
    },
    isStopped,
  );
}

export function tally(rows: readonly BulkRow[]): Record<BulkResult['kind'], number> {
  const counts = { waiting: 0, asking: 0, accepted: 0, refused: 0, skipped: 0 };
  for (const { result } of rows) counts[result.kind]++;
  return counts;
}

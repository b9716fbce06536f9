import { cn } from '@/shared/cn';
import { type SlotLook, slotLooks, type Tenant } from '../model';

type SlotPairProps = {
  tenant: Tenant;
  commitOf(release: string): { commit: string; message: string } | undefined;
};

/** The two slots of a tenant. The live one is filled, the other is an outline, like the product's logo. */
export function SlotPair({ tenant, commitOf }: SlotPairProps) {
  const [a, b] = slotLooks(tenant);
  return (
    <div className="grid grid-cols-2 gap-3">
      <SlotCard tenant={tenant} name="a" look={a} commitOf={commitOf} />
      <SlotCard tenant={tenant} name="b" look={b} commitOf={commitOf} />
    </div>
  );
}

const words: Record<SlotLook, string> = {
  live: 'Live',
  stopped: 'Stopped',
  preparing: 'Being prepared',
  standby: 'Standby',
  empty: 'Empty',
};

function SlotCard({ tenant, name, look, commitOf }: SlotPairProps & { name: 'a' | 'b'; look: SlotLook }) {
  const { release } = tenant.slots[name];
  // Slot a has the first pair of the tenant's block of four ports, slot b the second.
  const ports = name === 'a' ? tenant.ports : tenant.ports.standby;
  const commit = release ? commitOf(release) : undefined;
  return (
    <div
      className={cn(
        'grid gap-1 rounded-lg border-2 p-3',
        look === 'live' ? 'border-accent bg-accent-soft/60' : 'border-dashed border-line',
        look === 'preparing' && 'border-accent',
      )}
    >
      <div className="flex items-baseline justify-between gap-2">
        <h3 className="font-semibold">Slot {name}</h3>
        <span className={cn('text-sm', look === 'live' ? 'font-medium text-accent-strong' : 'text-muted')}>
          {words[look]}
        </span>
      </div>
      <p className="min-h-5.5 truncate font-mono text-sm" title={release ? `Release ${release}` : undefined}>
        {commit?.commit ?? release ?? '–'}
      </p>
      <p className="min-h-5 truncate text-sm" title={commit?.message}>
        {commit?.message}
      </p>
      <p className="truncate text-xs text-muted">
        Ports <span className="font-mono">{ports.frontend}</span>,{' '}
        <span className="font-mono">{ports.backend}</span>
      </p>
    </div>
  );
}

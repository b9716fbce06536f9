import { cn } from '@/shared/cn';
import type { Tenant } from '../model';

type SlotName = 'a' | 'b';

/** The two slots of a tenant. The live one is filled, the other is an outline, like the product's logo. */
export function SlotPair({ tenant }: { tenant: Tenant }) {
  return (
    <div className="grid grid-cols-2 gap-3">
      <SlotCard tenant={tenant} name="a" />
      <SlotCard tenant={tenant} name="b" />
    </div>
  );
}

function SlotCard({ tenant, name }: { tenant: Tenant; name: SlotName }) {
  const slot = tenant.slots[name];
  const isLive = tenant.slots.live === name;
  const ports = portsOf(tenant, name);
  return (
    <div
      className={cn(
        'grid gap-2 rounded-lg border-2 p-3',
        isLive ? 'border-accent bg-accent-soft/60' : 'border-dashed border-line',
      )}
    >
      <div className="flex items-baseline justify-between gap-2">
        <h3 className="font-semibold">Slot {name}</h3>
        <span className={cn('text-sm', isLive ? 'font-medium text-accent-strong' : 'text-muted')}>
          {isLive ? 'Live' : slot?.release ? 'Standby' : 'Empty'}
        </span>
      </div>
      <dl className="grid gap-x-3 gap-y-1 text-sm min-[30rem]:grid-cols-[auto_1fr]">
        <dt className="text-muted">Release</dt>
        <dd className="truncate font-mono text-xs/5">{slot?.release ?? '–'}</dd>
        <dt className="text-muted">Frontend</dt>
        <dd className="font-mono text-xs/5">{ports.frontend}</dd>
        <dt className="text-muted">Backend</dt>
        <dd className="font-mono text-xs/5">{ports.backend}</dd>
      </dl>
    </div>
  );
}

/** Slot a has the first pair of the tenant's block of four ports, slot b the second. */
function portsOf(tenant: Tenant, name: SlotName) {
  return name === 'a' ? tenant.ports : tenant.ports.standby;
}

import { Panel } from '@/shared/ui/panel';
import type { Tenant } from '../model';

const words: Record<Tenant['hosts'][number]['kind'], string> = {
  domain: 'Domain',
  alias: 'Shows the site',
  redirect: 'Redirects to the domain',
  local: 'On this machine, without DNS',
};

/** Each host name with what visitors get there, and what may keep them from it. */
export function TenantHosts({ tenant }: { tenant: Tenant }) {
  const { hosts, warnings, slots } = tenant;
  const isLive = slots.live !== null && tenant.status !== 'stopped';
  return (
    <Panel title="Host names" isFlush>
      <ul className="divide-y divide-line">
        {hosts.map(({ host, kind }) => (
          <li key={host} className="px-4 py-1.5">
            <span className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="min-w-0 break-all">{host}</span>
              <span className="text-sm text-muted">
                {isLive ? words[kind] : tenant.status === 'stopped' ? 'Maintenance page' : 'Not served yet'}
              </span>
            </span>
            {warnings
              .filter(({ field }) => nameOf(tenant, field) === host)
              .map(({ message }) => (
                <p key={message} className="text-sm text-warn">
                  {message}
                </p>
              ))}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The name that a warning is about, such as `aliases[1]`. */
function nameOf({ domain, aliases }: Tenant, field: string): string | undefined {
  const index = /^aliases\[(\d+)\]$/.exec(field)?.[1];
  return field === 'domain' ? domain : index === undefined ? undefined : aliases[Number(index)];
}

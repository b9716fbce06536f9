import { Link } from '@tanstack/react-router';
import { ArrowUpRight, Pencil } from 'lucide-react';
import { formatDay } from '@/shared/format/time';
import { QuietBadge } from '@/shared/ui/badge';
import { Button } from '@/shared/ui/button';
import { CopyButton } from '@/shared/ui/copy-button';
import { Fact, Facts, Panel } from '@/shared/ui/panel';
import { Restorable } from '@/shared/ui/restorable';
import { TimeAgo } from '@/shared/ui/time-ago';
import { healthStates, isServing, type Tenant } from '../model';

/** Address, certificate and source of a tenant. */
export function TenantFacts({
  tenant,
  onEdit,
}: {
  tenant: Tenant;
  /** Absent if the user may not change it. */
  onEdit?(): void;
}) {
  return (
    <Panel
      title="Overview"
      actions={
        onEdit && (
          <Button size="sm" variant="quiet" onClick={onEdit}>
            <Pencil aria-hidden />
            Edit
          </Button>
        )
      }
    >
      <Facts>
        <Fact term="Site">
          <span className="flex items-center gap-1">
            {isServing(tenant) ? (
              <a
                href={tenant.url}
                target="_blank"
                rel="noreferrer"
                className="inline-flex items-center gap-1 text-accent hover:underline"
              >
                {tenant.url}
                <ArrowUpRight aria-hidden className="size-3.5" />
                <span className="sr-only"> (opens in a new tab)</span>
              </a>
            ) : (
              <span>{tenant.url}</span>
            )}
            <CopyButton text={tenant.url} label="Copy the address" />
          </span>
        </Fact>
        <Fact term="Certificate">
          {tenant.certificate ? (
            <>
              {tenant.certificate.issuer}, until {formatDay(tenant.certificate.notAfter)}
            </>
          ) : (
            <span className="text-muted">Issued with the first deployment</span>
          )}
        </Fact>
        <Fact term="Restorable">
          <Link
            to="/tenants/$tenant/backups"
            params={{ tenant: tenant.slug }}
            className="hover:text-accent hover:underline"
          >
            <Restorable provenAt={tenant.provenAt} />
          </Link>
        </Fact>
        <Fact term="Source">
          {tenant.source ? (
            <>
              <span className="font-mono text-sm">{tenant.source.location}</span>
              {tenant.source.ref && <span className="text-muted"> at {tenant.source.ref}</span>}
            </>
          ) : (
            'Default source'
          )}
        </Fact>
        <Fact term="Time zone">{tenant.timeZone ?? <span className="text-muted">The server's</span>}</Fact>
        <Fact term="Slug">
          <span className="inline-flex items-center gap-1 font-mono text-sm">
            {tenant.slug}
            <CopyButton text={tenant.slug} label="Copy the slug" />
          </span>
        </Fact>
        <Fact term="Created">
          <TimeAgo at={tenant.createdAt} />
        </Fact>
      </Facts>
    </Panel>
  );
}

/** Results of the health checks, each with its reason. */
export function TenantChecks({ tenant }: { tenant: Tenant }) {
  if (tenant.checks.length === 0) return null;
  return (
    <Panel title="Health" isFlush>
      <ul className="divide-y divide-line">
        {tenant.checks.map((check) => (
          <li
            key={check.name}
            className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 px-4 py-2"
          >
            <QuietBadge tone={healthStates[check.health].tone}>{check.name}</QuietBadge>
            <span className="text-sm text-muted">{check.detail ?? healthStates[check.health].label}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

import { CopyButton } from '@/shared/ui/copy-button';
import { Fact, Facts, Panel } from '@/shared/ui/panel';
import type { Tenant } from '../model';

/** Where the application of a tenant comes from. It is edited in the overview, together with the tenant. */
export function TenantSource({ tenant }: { tenant: Tenant }) {
  const { source } = tenant;
  return (
    <Panel title="Source">
      {source ? (
        <Facts>
          <Fact term={source.kind === 'git' ? 'Repository' : 'Directory'}>
            <span className="flex items-center gap-1">
              <span className="min-w-0 font-mono text-sm break-all">{source.location}</span>
              <CopyButton text={source.location} label="Copy the source's address" />
            </span>
          </Fact>
          {source.kind === 'git' && (
            <>
              <Fact term="Follows">
                {source.ref ? <span className="font-mono text-sm">{source.ref}</span> : 'The default branch'}
              </Fact>
              <Fact term="Credential">
                {source.credential ? <span className="font-mono text-sm">{source.credential}</span> : 'None'}
              </Fact>
            </>
          )}
        </Facts>
      ) : (
        <p className="text-muted">The default source of all tenants, which an admin sets.</p>
      )}
    </Panel>
  );
}

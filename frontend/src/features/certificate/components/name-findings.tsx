import { QuietBadge } from '@/shared/ui/badge';
import { Panel } from '@/shared/ui/panel';
import { TimeAgo } from '@/shared/ui/time-ago';
import type { TenantCertificate } from '../api/certificates';

/** What each name server says about the tenant's names. */
export function NameFindings({ certificate }: { certificate: TenantCertificate }) {
  const { names, namesCheckedAt } = certificate;
  return (
    <Panel
      title="DNS"
      isFlush
      actions={
        namesCheckedAt &&
        names.length > 0 && (
          <span className="text-sm text-muted">
            Checked <TimeAgo at={namesCheckedAt} />
          </span>
        )
      }
    >
      {names.length === 0 ? (
        <p className="p-4 text-muted">
          Name servers are asked before an ACME authority is. None was asked yet.
        </p>
      ) : (
        <ul className="divide-y divide-line">
          {names.map(({ host, pointsHere, servers }) => (
            <li key={host} className="grid gap-1.5 px-4 py-3">
              <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
                <span className="min-w-0 font-medium break-words">{host}</span>
                <QuietBadge tone={pointsHere ? 'good' : 'warn'}>
                  {pointsHere ? 'Leads here' : 'Does not lead here'}
                </QuietBadge>
              </div>
              <ul className="grid gap-1 text-sm text-muted">
                {servers.map(({ server, addresses, problem }) => (
                  <li key={server} className="break-words">
                    {server}{' '}
                    {problem ?? (
                      <>
                        says <span className="font-mono text-xs text-ink">{addresses.join(', ')}</span>
                      </>
                    )}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

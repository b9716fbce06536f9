import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatBytes } from '@/shared/format/bytes';
import { QuietBadge } from '@/shared/ui/badge';
import { Fact, Facts, Panel } from '@/shared/ui/panel';
import { TimeAgo } from '@/shared/ui/time-ago';
import { summaryOptions } from '../api/backups';

/** Backups on the start page: how many tenants are proven restorable, and what failed. */
export function BackupCard() {
  const { data } = useQuery({ ...summaryOptions(), throwOnError: false });
  if (!data || data.tenants === 0) return null;
  const { tenants, proven, unproven, failed, bytes, freeBytes, oldestProvenAt } = data;
  return (
    <Panel
      title="Backups"
      actions={
        <Link to="/backups/tenants" className="text-sm text-muted hover:underline">
          {unproven > 0 ? 'Tenants without proof' : 'All tenants'}
        </Link>
      }
    >
      <Facts>
        <Fact term="Restorable">
          <QuietBadge tone={proven === tenants ? 'good' : 'warn'}>
            {`${proven} of ${tenants} tenants proven`}
          </QuietBadge>
          {oldestProvenAt && (
            <span className="block text-sm text-muted">
              The oldest proof is from <TimeAgo at={oldestProvenAt} />
            </span>
          )}
        </Fact>
        {failed > 0 && (
          <Fact term="Failed">
            <Link to="/backups" search={{ state: 'failed' }} className="hover:underline">
              <QuietBadge tone="bad">
                {failed === 1 ? 'The newest backup of 1 tenant' : `The newest backup of ${failed} tenants`}
              </QuietBadge>
            </Link>
          </Fact>
        )}
        <Fact term="Stored">
          {formatBytes(bytes)}
          {freeBytes !== null && <span className="text-muted">, {formatBytes(freeBytes)} free</span>}
        </Fact>
      </Facts>
    </Panel>
  );
}

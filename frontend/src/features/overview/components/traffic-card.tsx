import { rateText, shareText } from '@/shared/format/rate';
import { QuietBadge } from '@/shared/ui/badge';
import { Fact, Facts, Panel } from '@/shared/ui/panel';
import { failing, type Minute } from '@/shared/ui/request-rate';
import { useIsRecent } from '@/shared/ui/use-is-recent';
import type { Overview } from '../model';

/** The requests of visitors to all tenants in the last minute, and how many failed. */
export function TrafficCard({ traffic }: Pick<Overview, 'traffic'>) {
  const minute = allOf(traffic);
  const isRecent = useIsRecent(minute?.at);
  const { requests, serverErrors } = minute && isRecent ? minute : { requests: 0, serverErrors: 0 };
  const failed = requests === 0 ? 0 : serverErrors / requests;
  return (
    <Panel title="Traffic, last minute">
      <Facts>
        <Fact term="Requests">
          <span className="tabular-nums">{rateText(requests / 60)}</span>
        </Fact>
        <Fact term="Failed with 5xx">
          {failed >= failing ? (
            <QuietBadge tone="bad">{shareText(failed)}</QuietBadge>
          ) : (
            <span className="tabular-nums">{shareText(failed)}</span>
          )}
        </Fact>
      </Facts>
    </Panel>
  );
}

/** What all servers have counted last: together one minute. */
function allOf(servers: Overview['traffic']): Minute | undefined {
  const at = servers
    .map((server) => server.at)
    .sort()
    .at(-1);
  const sum = (figure: 'requests' | 'serverErrors') =>
    servers.reduce((total, server) => total + server[figure], 0);
  return at === undefined ? undefined : { at, requests: sum('requests'), serverErrors: sum('serverErrors') };
}

import { formatAbsolute } from '@/shared/format/time';
import { Panel } from '@/shared/ui/panel';
import { arranged, type RemotePersons, type RemoteStats, valuesOf } from '../model';
import { AgeLine } from './age-line';

/** The statistics of an application: its first numbers large, everything else as lines. */
export function StatsPanel({ stats }: { stats: RemoteStats }) {
  const { values, omitted } = valuesOf(stats.stats);
  const { tiles, lines } = arranged(values);
  return (
    <Panel title="Statistics">
      <div className="grid gap-4">
        <AgeLine value={stats} />
        {values.length === 0 && <p className="text-muted">The application answered with an empty object.</p>}
        {tiles.length > 0 && (
          <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-3 xl:grid-cols-6">
            {tiles.map(({ path, label, text }) => (
              <div key={path} className="flex min-w-0 flex-col">
                <dt className="text-sm break-words text-muted">{label}</dt>
                <dd className="text-2xl/8 font-semibold tracking-tight break-words tabular-nums">{text}</dd>
              </div>
            ))}
          </dl>
        )}
        {lines.length > 0 && (
          <dl className="divide-y divide-line border-t border-line">
            {lines.map(({ path, label, kind, text }) => (
              <div key={path} className="grid gap-x-4 py-1.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
                <dt className="text-sm break-words text-muted">{label}</dt>
                <dd className={kind === 'text' ? 'break-words' : 'break-words tabular-nums'}>{text}</dd>
              </div>
            ))}
          </dl>
        )}
        {omitted > 0 && (
          <p className="text-sm text-muted">{omitted} further values are left out here; the API has them.</p>
        )}
      </div>
    </Panel>
  );
}

/** How many persons the application knows. */
export function PersonsPanel({ persons }: { persons: RemotePersons }) {
  return (
    <Panel title="Persons">
      <div className="grid gap-2">
        <p
          title={formatAbsolute(persons.at)}
          className="text-2xl/8 font-semibold tracking-tight tabular-nums"
        >
          {persons.count.toLocaleString('en-GB')}
        </p>
        <AgeLine value={persons} />
      </div>
    </Panel>
  );
}

import { Panel } from '@/shared/ui/panel';
import type { Tenant } from '../model';
import { TenantLabels } from './tenant-labels';

/** What users noted about a tenant; nothing if they did not. */
export function TenantNotes({ tenant: { labels, notes } }: { tenant: Tenant }) {
  if (labels.length === 0 && notes === null) return null;
  return (
    <Panel title="Labels and notes">
      <div className="grid gap-2">
        {labels.length > 0 && <TenantLabels labels={labels} />}
        {notes !== null && <p className="break-words whitespace-pre-wrap">{notes}</p>}
      </div>
    </Panel>
  );
}

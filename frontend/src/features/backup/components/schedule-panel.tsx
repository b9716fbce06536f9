import { useState } from 'react';
import { Button } from '@/shared/ui/button';
import { Fact, Facts, Panel } from '@/shared/ui/panel';
import { TimeAgo } from '@/shared/ui/time-ago';
import { retentionWords, type Schedule, scheduleWords } from '../model';
import { ScheduleDialog } from './schedule-dialog';

type SchedulePanelProps = { tenant: string; schedule: Schedule; mayChange: boolean };

/** When backups are made and what is kept, in words. */
export function SchedulePanel({ tenant, schedule, mayChange }: SchedulePanelProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Panel
      title="Schedule"
      actions={
        mayChange && (
          <Button size="sm" variant="quiet" onClick={() => setIsOpen(true)}>
            Change
          </Button>
        )
      }
    >
      <Facts>
        <Fact term="When">{scheduleWords(schedule)}</Fact>
        <Fact term="Next">
          {schedule.nextRun ? <TimeAgo at={schedule.nextRun} /> : <span className="text-muted">None</span>}
        </Fact>
        <Fact term="Last">
          {schedule.lastRun ? <TimeAgo at={schedule.lastRun} /> : <span className="text-muted">Never</span>}
        </Fact>
        <Fact term="Kept">{retentionWords(schedule.retention)}</Fact>
      </Facts>
      <ScheduleDialog tenant={tenant} schedule={schedule} isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </Panel>
  );
}

import { Download, FileSpreadsheet, FileText } from 'lucide-react';
import { LogBuffer } from '@/shared/log/log-buffer';
import { LogViewer } from '@/shared/log/log-viewer';
import { StreamPill } from '@/shared/log/stream-pill';
import { toolIdle, toolLook } from '@/shared/log/tool-button';
import type { LogView } from '@/shared/log/use-log-view';
import { Menu, MenuLink } from '@/shared/ui/menu';
import { LogFollower } from '../log-follower';
import { exportAddress, type LogFilter } from '../model';
import { useLogFollower } from '../use-log-follower';
import { managerLog } from '../ways';

type ManagerLogProps = { filter: LogFilter; view: LogView; onView(view: LogView): void };

/** What the manager logs and is asked, live. Give it a key of its filter: another filter is another log. */
export function ManagerLog({ filter, view, onView }: ManagerLogProps) {
  const log = useLogFollower(
    () => new LogFollower(managerLog(filter, view.line), new LogBuffer(undefined, undefined, 'sparse')),
  );
  return (
    <LogViewer
      buffer={log.buffer}
      label="Manager's log"
      state={<StreamPill state={log.state} />}
      isStreaming={log.state.kind !== 'denied'}
      empty={log.state.kind === 'connecting' ? 'Loading' : 'No entry matches yet'}
      view={view}
      onView={onView}
      hasLinks
      hasTimes
      isLevelElsewhere
      onOlder={log.onOlder}
      isLoadingOlder={log.isLoadingOlder}
      tools={
        <Menu
          trigger={
            <button type="button" aria-label="Export log" className={`${toolLook} ${toolIdle}`}>
              <Download aria-hidden />
            </button>
          }
        >
          <MenuLink
            Icon={FileText}
            label="Export as NDJSON"
            link={<a href={exportAddress(filter, 'ndjson')} download />}
          />
          <MenuLink
            Icon={FileSpreadsheet}
            label="Export as CSV"
            link={<a href={exportAddress(filter, 'csv')} download />}
          />
        </Menu>
      }
      className="h-[max(24rem,calc(100dvh-12rem))] lg:h-auto lg:min-h-0 lg:flex-1"
    />
  );
}

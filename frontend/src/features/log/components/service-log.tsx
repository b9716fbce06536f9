import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { plainText } from '@/shared/log/ansi';
import { LogBuffer } from '@/shared/log/log-buffer';
import { LogViewer } from '@/shared/log/log-viewer';
import { StreamPill } from '@/shared/log/stream-pill';
import { DownloadTool } from '@/shared/log/tool-button';
import type { LogView } from '@/shared/log/use-log-view';
import { saveText } from '@/shared/save-text';
import { Notice } from '@/shared/ui/notice';
import { getServiceLogText, type ServiceChoice } from '../api/service-logs';
import { LogFollower } from '../log-follower';
import { useLogFollower } from '../use-log-follower';
import { serviceLog } from '../ways';

type ServiceLogProps = {
  tenant: string;
  choice: ServiceChoice;
  view: LogView;
  onView(view: LogView): void;
};

/** What services print, live. Give it a key of tenant and choice: another choice is another log. */
export function ServiceLog({ tenant, choice, view, onView }: ServiceLogProps) {
  const [isGone, setGone] = useState(false);
  function onGone() {
    setGone(true);
    onView({ ...view, line: undefined });
  }
  const log = useLogFollower(
    () =>
      new LogFollower(
        serviceLog(tenant, choice, view.line, onGone),
        new LogBuffer(undefined, undefined, 'sparse'),
      ),
  );
  const download = useMutation({
    mutationFn: () => getServiceLogText(tenant, choice),
    onSuccess: (text) =>
      saveText(`${tenant}-${choice.service ?? 'services'}.log`, text.split('\n').map(plainText).join('\n')),
  });
  return (
    <>
      {isGone && (
        <div className="px-4 pb-2 lg:px-6">
          <Notice tone="warn" title="The linked line is no longer kept">
            The log has been cut or begun anew since. These are its newest lines.
          </Notice>
        </div>
      )}
      <LogViewer
        buffer={log.buffer}
        label="Service log"
        state={<StreamPill state={log.state} />}
        isStreaming={log.state.kind !== 'denied'}
        empty={log.state.kind === 'connecting' ? 'Loading' : 'Nothing was printed yet'}
        view={view}
        onView={onView}
        hasLinks
        onOlder={log.onOlder}
        isLoadingOlder={log.isLoadingOlder}
        tools={<DownloadTool onDownload={() => download.mutate()} isDownloading={download.isPending} />}
        className="h-[max(24rem,calc(100dvh-10.5rem))]"
      />
    </>
  );
}

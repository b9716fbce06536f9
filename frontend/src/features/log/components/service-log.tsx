import { useMutation } from '@tanstack/react-query';
import { plainText } from '@/shared/log/ansi';
import { LogBuffer } from '@/shared/log/log-buffer';
import { LogViewer } from '@/shared/log/log-viewer';
import { StreamPill } from '@/shared/log/stream-pill';
import { DownloadTool } from '@/shared/log/tool-button';
import type { LogView } from '@/shared/log/use-log-view';
import { saveText } from '@/shared/save-text';
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
  const log = useLogFollower(() => new LogFollower(serviceLog(tenant, choice), new LogBuffer()));
  const download = useMutation({
    mutationFn: () => getServiceLogText(tenant, choice),
    onSuccess: (text) =>
      saveText(`${tenant}-${choice.service ?? 'services'}.log`, text.split('\n').map(plainText).join('\n')),
  });
  return (
    <LogViewer
      buffer={log.buffer}
      label="Service log"
      state={<StreamPill state={log.state} />}
      isStreaming={log.state.kind !== 'denied'}
      empty={log.state.kind === 'connecting' ? 'Loading' : 'Nothing was printed yet'}
      view={view}
      onView={onView}
      tools={<DownloadTool onDownload={() => download.mutate()} isDownloading={download.isPending} />}
      className="h-[max(24rem,calc(100dvh-10.5rem))]"
    />
  );
}

import { useMutation } from '@tanstack/react-query';
import type { Ref } from 'react';
import type { StreamState } from '@/shared/live/stream-state';
import { plainText } from '@/shared/log/ansi';
import type { LogBuffer } from '@/shared/log/log-buffer';
import { LogViewer, type LogViewerHandle } from '@/shared/log/log-viewer';
import { StreamPill } from '@/shared/log/stream-pill';
import { DownloadTool } from '@/shared/log/tool-button';
import type { LogView } from '@/shared/log/use-log-view';
import { saveText } from '@/shared/save-text';
import { getLogText } from '../api/get-log';
import { type AnyRun, isDeployment, kindLabel } from '../model';

type DeploymentLogPanelProps = {
  ref?: Ref<LogViewerHandle>;
  deployment: AnyRun;
  buffer: LogBuffer;
  state: StreamState;
  view: LogView;
  onView(view: LogView): void;
};

export function DeploymentLogPanel({
  ref,
  deployment,
  buffer,
  state,
  view,
  onView,
}: DeploymentLogPanelProps) {
  const download = useMutation({
    mutationFn: () => getLogText(deployment),
    onSuccess: (text) =>
      saveText(
        `${isDeployment(deployment) ? 'deployment' : deployment.kind}-${deployment.id}.log`,
        text.split('\n').map(plainText).join('\n'),
      ),
  });
  const isOver = state.kind === 'ended' || state.kind === 'denied';
  return (
    <LogViewer
      ref={ref}
      buffer={buffer}
      label={
        isDeployment(deployment) ? 'Deployment log' : `Log of the ${kindLabel(deployment.kind).toLowerCase()}`
      }
      state={<StreamPill state={state} />}
      isStreaming={!isOver}
      empty={isOver ? 'This run has no log' : 'Waiting for the first line'}
      tools={<DownloadTool onDownload={() => download.mutate()} isDownloading={download.isPending} />}
      view={view}
      onView={onView}
      hasLinks
      className="h-[max(24rem,calc(100dvh-12rem))] lg:h-auto lg:min-h-0"
    />
  );
}

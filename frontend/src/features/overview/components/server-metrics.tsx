import type { ReactNode } from 'react';
import { formatBytes } from '@/shared/format/bytes';
import { Panel } from '@/shared/ui/panel';
import { TimeChart, type TimeChartProps } from '@/shared/ui/time-chart';
import { type Metrics, type Sample, toneOfShare } from '../model';

type ServerMetricsProps = {
  metrics: Metrics;
  series: Metrics['servers'][number];
  /** The name is left out where there is one server. */
  isOnly: boolean;
  /** The choice of the period. */
  period: ReactNode;
};

/** What one machine used: processors, memory, disk, and the manager on it. */
export function ServerMetrics({ metrics, series, isOnly, period }: ServerMetricsProps) {
  const { samples } = series;
  const last = samples.at(-1);
  const common = {
    from: Date.parse(metrics.from),
    to: Date.parse(metrics.to),
    stepMs: metrics.stepSeconds * 1000,
  };
  const chart = (
    title: string,
    value: (sample: Sample) => number | null,
    more: Pick<TimeChartProps, 'most' | 'format' | 'of' | 'tone' | 'warning'>,
  ) => (
    <TimeChart
      title={title}
      points={samples.map((sample) => ({ at: Date.parse(sample.at), value: value(sample) }))}
      {...common}
      {...more}
    />
  );
  const peak = (value: (sample: Sample) => number) => 1.2 * Math.max(1, ...samples.map(value));
  const memory = last?.memoryTotalBytes ?? 1;
  const disk = last?.diskTotalBytes ?? 1;

  return (
    <Panel title={isOnly ? 'System' : `System of ${series.server}`} isFlush actions={period}>
      <div className="grid divide-line max-sm:divide-y sm:grid-cols-2 2xl:grid-cols-3">
        {chart('Processors', ({ cpuPercent }) => cpuPercent, {
          most: 100,
          format: (value) => `${Math.round(value)} %`,
        })}
        {chart('Memory', ({ memoryUsedBytes }) => memoryUsedBytes, {
          most: memory,
          of: formatBytes(memory),
          format: formatBytes,
          tone: toneOfShare((last?.memoryUsedBytes ?? 0) / memory),
          warning: 'nearly full',
        })}
        {chart('Disk', ({ diskUsedBytes }) => diskUsedBytes, {
          most: disk,
          of: formatBytes(disk),
          format: formatBytes,
          tone: toneOfShare((last?.diskUsedBytes ?? 0) / disk),
          warning: 'nearly full',
        })}
        {chart("Manager's memory", ({ managerBytes }) => managerBytes, {
          most: peak(({ managerBytes }) => managerBytes),
          format: formatBytes,
        })}
        {chart('Database', ({ databaseBytes }) => databaseBytes, {
          most: peak(({ databaseBytes }) => databaseBytes),
          format: formatBytes,
        })}
        {chart('Database connections', ({ databaseConnections }) => databaseConnections, {
          most: peak(({ databaseConnections }) => databaseConnections),
          format: (value) => String(Math.round(value)),
        })}
      </div>
    </Panel>
  );
}

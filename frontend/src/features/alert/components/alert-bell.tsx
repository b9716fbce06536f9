import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Bell } from 'lucide-react';
import { cn } from '@/shared/cn';
import { alertSummaryOptions } from '../api/alerts';

/** Leads to the alerts, with the number of those that nobody has seen to. On every page. */
export function AlertBell() {
  const { data } = useQuery(alertSummaryOptions());
  const unseen = data?.unseen ?? 0;
  const count = unseen > 99 ? '99+' : String(unseen);
  return (
    <Link
      to="/alerts"
      aria-label={unseen === 0 ? 'Alerts' : `Alerts: ${unseen} unseen`}
      className="relative inline-flex size-8 items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-ink"
    >
      <Bell aria-hidden className="size-4" />
      {unseen > 0 && (
        <span
          aria-hidden
          className={cn(
            'absolute top-0 left-4.5 inline-flex h-4 min-w-4 items-center justify-center rounded-full px-1 text-[0.625rem] font-semibold tabular-nums',
            data && data.critical > 0 ? 'bg-bad-soft text-bad-strong' : 'bg-warn-soft text-warn',
          )}
        >
          {count}
        </span>
      )}
    </Link>
  );
}

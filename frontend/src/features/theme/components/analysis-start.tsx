import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { ScanSearch } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { toProblem } from '@/shared/api/problem';
import { Button } from '@/shared/ui/button';
import { TextField } from '@/shared/ui/field';
import { Panel } from '@/shared/ui/panel';
import { TimeAgo } from '@/shared/ui/time-ago';
import { analysesOptions, useAnalyse } from '../api/analysis';

type AnalysisStartProps = { tenant: string; mayChange: boolean; onStarted(analysis: string): void };

/** From the address of the customer's website to suggestions; and the way back to those of before. */
export function AnalysisStart({ tenant, mayChange, onStarted }: AnalysisStartProps) {
  const [url, setUrl] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const hash = useLocation({ select: (place) => place.hash });
  const start = useAnalyse(tenant);
  const { data } = useQuery({ ...analysesOptions(tenant), throwOnError: false });
  const error = start.error && toProblem(start.error);
  const before = data?.items ?? [];

  // The command palette leads here.
  useEffect(() => {
    if (hash === 'analyse') field.current?.focus();
  }, [hash]);

  if (!mayChange && before.length === 0) return null;
  return (
    <Panel title="Theme from a website">
      <div className="grid gap-3">
        {mayChange && (
          <form
            className="grid items-start gap-x-2 gap-y-3 sm:grid-cols-[minmax(0,1fr)_auto]"
            onSubmit={(event) => {
              event.preventDefault();
              if (url.trim() !== '') start.run(url.trim(), { onSuccess: onStarted });
            }}
          >
            <div className="min-w-0">
              <TextField
                ref={field}
                label="Address of the customer’s website"
                type="text"
                inputMode="url"
                autoCapitalize="none"
                spellCheck={false}
                placeholder="www.customer.example"
                value={url}
                error={
                  error
                    ? [error.title, error.detail, ...error.fieldErrors.map(({ message }) => message)]
                        .filter(Boolean)
                        .join('. ')
                    : undefined
                }
                hint="Its colours are measured and themes suggested; nothing changes before you apply one. With an API key in the settings, a screenshot and the colours go to the AI provider."
                onChange={(event) => {
                  setUrl(event.target.value);
                  if (start.isError) start.reset();
                }}
              />
            </div>
            <Button type="submit" isPending={start.isPending} className="justify-self-start sm:mt-7">
              <ScanSearch aria-hidden />
              Analyse
            </Button>
          </form>
        )}
        {before.length > 0 && (
          <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
            {before.map(({ id, status, queuedAt }) => (
              <li key={id}>
                <Link
                  to="/tenants/$tenant/theme/$analysis"
                  params={{ tenant, analysis: id }}
                  className="text-accent underline"
                >
                  Analysis <TimeAgo at={queuedAt} />
                </Link>
                , {status}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  );
}

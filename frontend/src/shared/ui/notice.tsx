import type { ReactNode } from 'react';
import { cn } from '../cn';
import { ToneIcon } from './badge';
import { type Tone, toneSoft } from './tone';

/** A message in the flow of the page. Announced to screen readers when it appears. */
export function Notice({ tone, title, children }: { tone: Tone; title: string; children?: ReactNode }) {
  return (
    <div role="alert" className={cn('flex items-start gap-2.5 rounded-md px-3 py-2.5', toneSoft[tone])}>
      <ToneIcon tone={tone} className="mt-[0.1875rem]" />
      <div className="grid min-w-0 gap-1">
        <p className="font-medium">{title}</p>
        {children && <div className="text-sm text-ink">{children}</div>}
      </div>
    </div>
  );
}

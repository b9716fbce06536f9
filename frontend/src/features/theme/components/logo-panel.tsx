import { ImageUp, Trash2 } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { cn } from '@/shared/cn';
import { formatBytes } from '@/shared/format/bytes';
import { Button } from '@/shared/ui/button';
import { Notice } from '@/shared/ui/notice';
import { Panel } from '@/shared/ui/panel';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { useRemoveLogo, useUploadLogo } from '../api/logo';
import { logoProblem, logoTypes } from '../logo';
import type { TenantTheme } from '../model';

type LogoPanelProps = {
  tenant: string;
  theme: TenantTheme;
  /** Address of the logo in effect. */
  logo: string | undefined;
  mayChange: boolean;
};

/** The tenant's logo on its own grounds in light and dark; another one by drop or by button. In effect at once. */
export function LogoPanel({ tenant, theme: { logo: facts, theme }, logo, mayChange }: LogoPanelProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const upload = useUploadLogo(tenant);
  const remove = useRemoveLogo(tenant);
  const error = upload.error ?? remove.error;

  function take(file: File | undefined) {
    if (!file) return;
    remove.reset();
    upload.reset();
    const problem = logoProblem(file);
    setRefusal(problem);
    if (!problem) upload.run({ file, name: file.name, size: file.size });
  }

  const drop = mayChange && {
    onDragOver(event: DragEvent) {
      event.preventDefault();
      setIsOver(true);
    },
    onDragLeave: () => setIsOver(false),
    onDrop(event: DragEvent) {
      event.preventDefault();
      setIsOver(false);
      take(event.dataTransfer.files[0]);
    },
  };

  return (
    <Panel title="Logo">
      <section
        aria-label="Place for a logo"
        {...drop}
        className={cn('grid gap-3 rounded-md', isOver && 'outline-2 outline-accent')}
      >
        {refusal && <Notice tone="bad" title={refusal} />}
        {error && <ProblemNotice error={error} />}
        <div className="grid grid-cols-2 overflow-hidden rounded-md border border-line">
          {(['light', 'dark'] as const).map((scheme) => (
            <div
              key={scheme}
              className="flex h-24 items-center justify-center p-3 forced-color-adjust-none"
              style={{
                background: theme?.tokens[scheme].background ?? (scheme === 'light' ? '#fff' : '#111'),
              }}
            >
              {logo && (
                <img src={logo} alt={`Logo on ${scheme}`} className="max-h-full max-w-full object-contain" />
              )}
            </div>
          ))}
        </div>
        <p className="text-sm text-muted">
          {facts
            ? `${facts.mediaType === 'image/png' ? 'PNG' : 'SVG'}, ${facts.width} × ${facts.height}, ${formatBytes(facts.sizeBytes)}`
            : 'The application’s own logo is used.'}
        </p>
        {mayChange && (
          <>
            <input
              ref={input}
              type="file"
              tabIndex={-1}
              aria-label="Logo file"
              accept={logoTypes.join(',')}
              className="sr-only"
              onChange={(event) => {
                take(event.target.files?.[0]);
                event.target.value = '';
              }}
            />
            <span className="flex flex-wrap items-center gap-2">
              <Button isPending={upload.isPending} onClick={() => input.current?.click()}>
                <ImageUp aria-hidden />
                {facts ? 'Replace' : 'Upload a logo'}
              </Button>
              {facts && (
                <Button
                  variant="quiet"
                  isPending={remove.isPending}
                  onClick={() => {
                    setRefusal(undefined);
                    upload.reset();
                    remove.run(undefined);
                  }}
                >
                  <Trash2 aria-hidden />
                  Remove
                </Button>
              )}
            </span>
            <p className="text-sm text-muted">Or drop a file here: PNG, JPEG or SVG, at most 512 KiB.</p>
          </>
        )}
      </section>
    </Panel>
  );
}

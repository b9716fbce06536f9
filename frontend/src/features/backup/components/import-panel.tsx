import { Link } from '@tanstack/react-router';
import { FileUp } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { cn } from '@/shared/cn';
import { formatBytes } from '@/shared/format/bytes';
import { Button } from '@/shared/ui/button';
import { Notice } from '@/shared/ui/notice';
import { Panel } from '@/shared/ui/panel';
import { ProgressBar } from '@/shared/ui/progress-bar';
import { type ImportState, useImport } from '../api/import-bundle';
import { bundleFileProblem, bundleHelpFor } from '../model';

/** A bundle of this or another manager, by drop or by button. Nothing is restored by importing. */
export function ImportPanel() {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const { state, send, cancel } = useImport();
  const isSending = state.kind === 'sending';

  function take(file: File | undefined) {
    if (!file) return;
    const problem = bundleFileProblem(file);
    setRefusal(problem);
    if (!problem) void send(file);
  }

  return (
    <Panel title="Bundle">
      <section
        aria-label="Place for a bundle"
        onDragOver={(event: DragEvent) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event: DragEvent) => {
          event.preventDefault();
          setIsOver(false);
          take(event.dataTransfer.files[0]);
        }}
        className={cn(
          'grid justify-items-center gap-3 rounded-md border border-dashed border-edge px-4 py-8 text-center',
          isOver && 'bg-accent-soft outline-2 outline-accent',
        )}
      >
        <input
          ref={input}
          type="file"
          tabIndex={-1}
          aria-label="Bundle file"
          accept=".tar,application/x-tar"
          className="sr-only"
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Button variant="primary" isPending={isSending} onClick={() => input.current?.click()}>
          <FileUp aria-hidden />
          Choose a bundle
        </Button>
        <p className="text-sm text-muted">Or drop the file here. It is checked while it arrives.</p>
      </section>
      <div className="mt-4 grid gap-3 empty:hidden">
        {refusal && <Notice tone="bad" title={refusal} />}
        {!refusal && <Outcome state={state} onCancel={cancel} />}
      </div>
    </Panel>
  );
}

function Outcome({ state, onCancel }: { state: ImportState; onCancel(): void }) {
  switch (state.kind) {
    case 'idle':
      return null;
    case 'sending': {
      const percent = Math.floor(state.share * 100);
      return (
        <div className="grid gap-2">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
            <span className="min-w-0 truncate font-medium">{state.name}</span>
            <span className="text-muted tabular-nums">
              {percent < 100
                ? `${formatBytes(state.bytes * state.share)} of ${formatBytes(state.bytes)}`
                : 'Checking'}
            </span>
          </div>
          <ProgressBar label="Upload" percent={percent} tone="busy" />
          <Button size="sm" className="justify-self-end" onClick={onCancel}>
            Cancel
          </Button>
        </div>
      );
    }
    case 'refused': {
      const { title, detail, code } = state.problem;
      return (
        <Notice tone="bad" title={title}>
          {detail && <p>{detail}</p>}
          <p>{bundleHelpFor(code) ?? 'Nothing was changed.'}</p>
        </Notice>
      );
    }
    case 'done':
      return (
        <Notice tone="good" title="Imported and intact">
          <Link
            to="/backups/$backup"
            params={{ backup: state.backupId }}
            className="text-accent hover:underline"
          >
            Show the backup
          </Link>
        </Notice>
      );
  }
}

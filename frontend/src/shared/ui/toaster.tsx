import { X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { ToneIcon } from './badge';
import { CopyButton } from './copy-button';
import { IconButton } from './icon-button';
import { toasts } from './toasts';
import { toneText } from './tone';

/** Shows results of actions. The live region is always present, so that new messages are announced. */
export function Toaster() {
  const shown = useSyncExternalStore(toasts.subscribe, toasts.get);
  return (
    <section
      aria-label="Notifications"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-0 z-50 grid justify-items-end gap-2 p-4"
    >
      {shown.map((toast) => (
        <div
          key={toast.id}
          className="pointer-events-auto flex w-full max-w-sm animate-arrive items-start gap-3 rounded-lg border border-line bg-surface p-3 pl-4 shadow-floating"
        >
          <ToneIcon tone={toast.tone} className={`mt-0.5 ${toneText[toast.tone]}`} />
          <div className="grid min-w-0 flex-1 gap-0.5">
            <p className="font-medium">{toast.title}</p>
            {toast.detail && <p className="text-sm text-muted">{toast.detail}</p>}
            {toast.reference && (
              <p className="flex items-center gap-1 font-mono text-xs text-muted">
                {toast.reference}
                <CopyButton text={toast.reference} label="Copy the reference" />
              </p>
            )}
          </div>
          <IconButton label="Dismiss" icon={<X aria-hidden />} onClick={() => toasts.dismiss(toast.id)} />
        </div>
      ))}
    </section>
  );
}

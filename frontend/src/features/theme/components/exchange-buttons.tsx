import { Download, Upload } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button } from '@/shared/ui/button';
import type { Draft, Theme } from '../model';

// Loaded when they are opened: few visits need them.
const ExportDialog = lazy(() => import('./export-dialog'));
const ImportDialog = lazy(() => import('./import-dialog'));

type ExchangeButtonsProps = {
  tenant: string;
  theme: Theme | undefined;
  mayChange: boolean;
  onImport(draft: Draft): void;
};

/** Import and export, as buttons that open their dialogs. */
export function ExchangeButtons({ tenant, theme, mayChange, onImport }: ExchangeButtonsProps) {
  const [open, setOpen] = useState<'import' | 'export'>();
  const close = () => setOpen(undefined);
  return (
    <span className="flex gap-1">
      {mayChange && (
        <Button size="sm" variant="quiet" onClick={() => setOpen('import')}>
          <Upload aria-hidden />
          Import
        </Button>
      )}
      {theme && (
        <Button size="sm" variant="quiet" onClick={() => setOpen('export')}>
          <Download aria-hidden />
          Export
        </Button>
      )}
      <Suspense>
        {open === 'export' && theme && <ExportDialog theme={theme} onClose={close} />}
        {open === 'import' && <ImportDialog tenant={tenant} onClose={close} onImport={onImport} />}
      </Suspense>
    </span>
  );
}

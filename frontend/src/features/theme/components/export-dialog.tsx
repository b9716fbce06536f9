import { Download } from 'lucide-react';
import { useState } from 'react';
import { saveText } from '@/shared/save-text';
import { Button } from '@/shared/ui/button';
import { CopyButton } from '@/shared/ui/copy-button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { exported, type Format } from '../exchange/export';
import type { Theme } from '../model';
import { Segments } from './segments';

const files: Record<Format, string> = {
  css: 'theme.css',
  tailwind: 'theme.tailwind.css',
  json: 'theme.tokens.json',
};

type ExportDialogProps = { theme: Theme; onClose(): void };

/** The theme as it is shown, saved or not, for other programs. */
export default function ExportDialog({ theme, onClose }: ExportDialogProps) {
  const [format, setFormat] = useState<Format>('css');
  const text = exported(theme, format);
  return (
    <Dialog title="Export" isOpen onClose={onClose} className="w-[min(40rem,calc(100vw-2rem))]">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Segments<Format>
          label="Format"
          options={[
            { value: 'css', label: 'CSS variables' },
            { value: 'tailwind', label: 'Tailwind @theme' },
            { value: 'json', label: 'Design tokens' },
          ]}
          value={format}
          onChange={setFormat}
        />
        <CopyButton text={text} label="Copy" />
      </div>
      <textarea
        readOnly
        aria-label="Theme as text"
        rows={14}
        wrap="off"
        value={text}
        className="w-full rounded-md border border-line bg-sunken p-3 font-mono text-xs"
      />
      <DialogActions>
        <Button onClick={onClose}>Close</Button>
        <Button variant="primary" onClick={() => saveText(files[format], text)}>
          <Download aria-hidden />
          Save {files[format]}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

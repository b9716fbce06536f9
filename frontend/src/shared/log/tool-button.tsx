import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '../cn';
import { Spinner } from '../ui/spinner';
import { Tip } from '../ui/tip';

type ToolButtonProps = {
  label: string;
  icon: ReactNode;
  onClick(): void;
  isPressed?: boolean;
  isDisabled?: boolean;
};

/** The look of a tool of a log: for a menu's trigger too. */
export const toolLook =
  'inline-flex size-8 shrink-0 items-center justify-center rounded-md transition-colors duration-150 [&_svg]:size-4';
export const toolIdle = 'text-log-muted hover:bg-log-raised hover:text-log-ink';

export function ToolButton({ label, icon, onClick, isPressed, isDisabled }: ToolButtonProps) {
  return (
    <Tip text={label}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={isPressed}
        aria-disabled={isDisabled || undefined}
        onClick={() => !isDisabled && onClick()}
        className={cn(
          toolLook,
          'aria-disabled:opacity-50',
          isPressed ? 'bg-log-line text-rail-mark' : toolIdle,
        )}
      >
        {icon}
      </button>
    </Tip>
  );
}

export function DownloadTool({ onDownload, isDownloading }: { onDownload(): void; isDownloading: boolean }) {
  return (
    <ToolButton
      label="Download log"
      icon={isDownloading ? <Spinner /> : <Download aria-hidden />}
      onClick={onDownload}
      isDisabled={isDownloading}
    />
  );
}

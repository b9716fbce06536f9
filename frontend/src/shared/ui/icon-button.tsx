import type { ComponentProps, ReactNode } from 'react';
import { cn } from '../cn';
import { Tip } from './tip';

type IconButtonProps = Omit<ComponentProps<'button'>, 'aria-label' | 'children'> & {
  label: string;
  icon: ReactNode;
};

/** A square icon button of 32 px; the label is its accessible name and its hint. */
export function IconButton({ label, icon, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <Tip text={label}>
      <button
        {...rest}
        type={type}
        aria-label={label}
        className={cn(
          'inline-flex size-8 shrink-0 items-center justify-center rounded-md transition-colors duration-150 [&_svg]:size-4',
          className ?? 'text-muted hover:bg-sunken hover:text-ink',
        )}
      >
        {icon}
      </button>
    </Tip>
  );
}

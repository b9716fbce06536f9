import { type LinkProps, Link as RouterLink } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from '../cn';
import { Spinner } from './spinner';

type Variant = 'primary' | 'secondary' | 'quiet' | 'danger';
type Size = 'md' | 'sm';

const variants: Record<Variant, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'border border-line bg-surface text-ink hover:border-edge',
  quiet: 'text-muted hover:bg-sunken hover:text-ink',
  danger: 'bg-bad text-on-bad hover:bg-bad-strong',
};

const sizes: Record<Size, string> = { md: 'h-8 gap-2 px-3', sm: 'h-7 gap-1.5 px-2.5 text-sm' };

function look(variant: Variant, size: Size, className?: string) {
  return cn(
    'inline-flex shrink-0 items-center justify-center rounded-md font-medium whitespace-nowrap transition-colors duration-150',
    // Forced colours drop the fill of a primary button; its border remains.
    'forced-colors:border',
    'aria-disabled:opacity-55 disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
    variants[variant],
    sizes[size],
    className,
  );
}

type Look = { variant?: Variant; size?: Size; className?: string; children: ReactNode };

type ButtonProps = Look & Omit<ComponentProps<'button'>, keyof Look> & { isPending?: boolean };

/** A button that stays focusable while its action is pending, and ignores a second press. */
export function Button({
  variant = 'secondary',
  size = 'md',
  className,
  isPending = false,
  type = 'button',
  onClick,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={look(variant, size, className)}
      aria-disabled={isPending || undefined}
      aria-busy={isPending || undefined}
      onClick={(event) => {
        if (isPending) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {isPending && <Spinner />}
      {children}
    </button>
  );
}

/** An internal link that looks like a button. */
export function ButtonLink({
  variant = 'secondary',
  size = 'md',
  className,
  children,
  ...link
}: Look & LinkProps) {
  return (
    <RouterLink {...link} className={look(variant, size, className)}>
      {children}
    </RouterLink>
  );
}

/** An external link that looks like a button; opens in a new tab and says so. */
export function SiteLink({
  href,
  variant = 'secondary',
  size = 'md',
  className,
  children,
}: Look & { href: string }) {
  return (
    <a href={href} target="_blank" rel="noreferrer" className={look(variant, size, className)}>
      {children}
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  );
}

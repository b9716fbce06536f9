import { LoaderCircle } from 'lucide-react';

/** Activity indicator. Decorative: the enclosing control announces the activity to assistive technology. */
export function Spinner() {
  return <LoaderCircle aria-hidden className="size-4 animate-turn" />;
}

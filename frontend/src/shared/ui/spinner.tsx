import { LoaderCircle } from 'lucide-react';

/** Something is under way. Decoration: the control that holds it says so to assistive technology. */
export function Spinner() {
  return <LoaderCircle aria-hidden className="size-4 animate-turn" />;
}

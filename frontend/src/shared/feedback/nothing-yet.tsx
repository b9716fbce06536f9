import { Sprout } from 'lucide-react';
import type { ReactNode } from 'react';
import { Silence } from './silence';

/** Empty because nothing was created yet. Offers to create the first item. */
export function NothingYet({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <Silence Icon={Sprout} title={title} action={action}>
      {children}
    </Silence>
  );
}

import { Sprout } from 'lucide-react';
import type { ReactNode } from 'react';
import { Silence } from './silence';

/** Nothing was ever made here. Offers to make the first. */
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

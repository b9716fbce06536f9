import { SearchX } from 'lucide-react';
import { Button } from '../ui/button';
import { Silence } from './silence';

/** There is something, but the filters hide it. Offers to clear them. */
export function NothingMatches({ title, onClear }: { title: string; onClear(): void }) {
  return (
    <Silence Icon={SearchX} title={title} action={<Button onClick={onClear}>Clear filters</Button>}>
      Nothing matches the search and filters you set.
    </Silence>
  );
}

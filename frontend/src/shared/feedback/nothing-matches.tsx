import { SearchX } from 'lucide-react';
import { Button } from '../ui/button';
import { Silence } from './silence';

/** Empty because of the filters. Offers to clear them. */
export function NothingMatches({ title, onClear }: { title: string; onClear(): void }) {
  return (
    <Silence Icon={SearchX} title={title} action={<Button onClick={onClear}>Clear filters</Button>}>
      No items match the search and filters.
    </Silence>
  );
}

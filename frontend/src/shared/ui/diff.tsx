import { cn } from '../cn';

export type Difference = { key: string; before: string | null; after: string | null };

/** What a change alters: the old value struck out, the new one below it. Secrets are described, never shown. */
export function Diff({ differences }: { differences: readonly Difference[] }) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-md border border-line">
      {differences.map(({ key, before, after }) => (
        <li key={key} className="grid gap-0.5 px-3 py-2">
          <span className="font-mono text-xs font-medium">{key}</span>
          {before !== null && (
            <Line sign="−" word="Before" text={before} className="bg-bad-soft text-bad-strong" />
          )}
          {after !== null && <Line sign="+" word="After" text={after} className="bg-good-soft text-good" />}
        </li>
      ))}
    </ul>
  );
}

function Line({
  sign,
  word,
  text,
  className,
}: {
  sign: string;
  word: string;
  text: string;
  className: string;
}) {
  return (
    <span className={cn('flex gap-2 rounded-sm px-1.5 font-mono text-xs/5', className)}>
      <span aria-hidden>{sign}</span>
      <span className="sr-only">{word}: </span>
      <span className="min-w-0 break-all">{text === '' ? '(empty)' : text}</span>
    </span>
  );
}

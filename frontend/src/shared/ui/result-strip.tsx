import { cn } from '../cn';

const unknownLook = 'h-1/4 bg-edge';
const looks: Record<string, string> = {
  ok: 'h-3/4 bg-good',
  warning: 'h-3/4 bg-warn',
  failed: 'h-full bg-bad',
};

const words = [
  ['failed', 'failed'],
  ['warning', 'warned'],
  ['unknown', 'unknown'],
] as const;

/** The strip in words: `21 results, 2 failed`. */
function stripText(results: readonly string[]): string {
  const rest = words
    .map(([outcome, word]) => [results.filter((result) => result === outcome).length, word] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`);
  const count = `${results.length} ${results.length === 1 ? 'result' : 'results'}`;
  return rest.length === 0 ? `${count}, all good` : `${count}, ${rest.join(', ')}`;
}

/**
 * The last results of a check as bars, oldest first: a failure by its height too, not by colour alone.
 *
 * @param results ok, warning, failed or unknown
 * @param most how many of them are shown, the latest ones
 */
export function ResultStrip({ results, most = 21 }: { results: readonly string[]; most?: number }) {
  if (results.length === 0) return null;
  const shown = results.slice(-most);
  return (
    <span role="img" aria-label={stripText(shown)} className="inline-flex h-4 items-end gap-px align-middle">
      {shown.map((result, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a place in the strip has no other name
          key={index}
          className={cn('w-[3px] rounded-[1px] forced-color-adjust-none', looks[result] ?? unknownLook)}
        />
      ))}
    </span>
  );
}

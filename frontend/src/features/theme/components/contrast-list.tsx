import { cn } from '@/shared/cn';
import { ToneIcon } from '@/shared/ui/badge';
import { Button } from '@/shared/ui/button';
import { Checkbox } from '@/shared/ui/checkbox';
import { Panel } from '@/shared/ui/panel';
import { failing, keyOf, pairName, verdict } from '../contrast';
import { type Contrast, nameOf, type Scheme, schemes, type ThemePreview } from '../model';

type ContrastListProps = {
  preview: ThemePreview;
  /** A newer answer is on its way. */
  isStale: boolean;
  isKept: boolean;
  mayChange: boolean;
  onRepair(pair: Contrast): void;
  onKeep(isKept: boolean): void;
};

/** The contrast of all pairs of colours that meet; each that lacks it with the nearest colour that has it. */
export function ContrastList({ preview, isStale, isKept, mayChange, onRepair, onKeep }: ContrastListProps) {
  const { contrast, theme } = preview;
  const bad = failing(contrast);
  return (
    <Panel
      title="Contrast"
      isFlush
      actions={
        <p role="status" className="flex min-w-0 items-center gap-1.5 text-sm">
          <ToneIcon
            tone={bad.length === 0 ? 'good' : 'warn'}
            className={bad.length === 0 ? 'text-good' : 'text-warn'}
          />
          {verdict(contrast)}
        </p>
      }
    >
      {bad.length > 0 && (
        <ul className={cn('divide-y divide-line border-b border-line', isStale && 'opacity-70')}>
          {bad.map((pair) => (
            <li key={keyOf(pair)} className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-2">
              <Sample pair={pair} colours={theme.tokens[pair.scheme]} />
              <span className="min-w-0 flex-1 basis-40">
                <span className="block font-medium">{pairName(pair)}</span>
                <span className="block text-sm text-muted tabular-nums">
                  {pair.scheme}: {pair.ratio.toFixed(2)}, needs {pair.required}
                </span>
              </span>
              {mayChange && pair.repair && (
                <Button
                  size="sm"
                  onClick={() => onRepair(pair)}
                  aria-label={`Repair ${nameOf(pair.repair.token).toLowerCase()}: ${pair.scheme}, ${pairName(pair)}`}
                >
                  <Dot colour={pair.repair.from} />
                  <span aria-hidden>→</span>
                  <Dot colour={pair.repair.to} />
                  Repair {nameOf(pair.repair.token).toLowerCase()}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayChange && (bad.length > 0 || isKept) && (
        <div className="border-b border-line px-4 py-3">
          <Checkbox
            label="Keep colours that lack contrast"
            hint="Without it such a theme is refused. Some visitors will not be able to read everything."
            isChecked={isKept}
            onCheck={onKeep}
          />
        </div>
      )}
      <details>
        <summary className="cursor-pointer px-4 py-2 text-sm -outline-offset-2">All pairs</summary>
        <div className="grid gap-4 px-4 pb-4">
          {schemes.map((scheme) => (
            <PairTable key={scheme} scheme={scheme} preview={preview} />
          ))}
        </div>
      </details>
    </Panel>
  );
}

function PairTable({ scheme, preview: { contrast, theme } }: { scheme: Scheme; preview: ThemePreview }) {
  return (
    <table className="w-full text-sm">
      <caption className="pb-1 text-left text-muted capitalize">{scheme}</caption>
      <thead className="text-left text-muted">
        <tr>
          <th className="font-normal">Pair</th>
          <th className="text-right font-normal">Ratio</th>
          <th className="text-right font-normal">Needs</th>
          <th className="text-right font-normal" title="Lightness contrast of APCA, for information">
            APCA
          </th>
        </tr>
      </thead>
      <tbody className="tabular-nums">
        {contrast
          .filter((pair) => pair.scheme === scheme)
          .map((pair) => (
            <tr key={keyOf(pair)} className="border-t border-line">
              <th className="flex items-center gap-2 py-1 text-left font-normal">
                <Sample pair={pair} colours={theme.tokens[scheme]} />
                {pairName(pair)}
              </th>
              <td className={cn('text-right', !pair.passes && 'font-medium text-bad')}>
                {pair.ratio.toFixed(2)}
                {!pair.passes && <span className="sr-only"> too low</span>}
              </td>
              <td className="text-right text-muted">{pair.required}</td>
              <td className="text-right text-muted">{Math.round(pair.apca)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

/** Lines of the front colour on the ground. No letters: what cannot be read is only shown here, nobody has to read it. */
function Sample({ pair, colours }: { pair: Contrast; colours: Record<string, string> }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 32 24"
      className="h-6 w-8 shrink-0 rounded-sm border border-line forced-color-adjust-none"
    >
      <rect width="32" height="24" fill={colours[pair.ground]} />
      <path d="M6 7h20M6 12h14M6 17h17" stroke={colours[pair.front]} strokeWidth="2" />
    </svg>
  );
}

function Dot({ colour }: { colour: string }) {
  return (
    <span
      aria-hidden
      title={colour}
      className="size-3.5 rounded-full border border-line forced-color-adjust-none"
      style={{ background: colour }}
    />
  );
}

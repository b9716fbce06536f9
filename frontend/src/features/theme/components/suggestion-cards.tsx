import { cn } from '@/shared/cn';
import { Badge, QuietBadge } from '@/shared/ui/badge';
import { Button } from '@/shared/ui/button';
import { lackingIn, percent, type Suggestion } from '../analysis';
import { Swatches } from './swatches';

type SuggestionCardsProps = {
  suggestions: readonly Suggestion[];
  /** The one that is previewed. */
  chosen: string;
  onChoose(id: string): void;
  onEvidence(id: string): void;
  /** Undefined if the user may not. */
  onApply?: (suggestion: Suggestion) => void;
  /** The suggestion that is being applied. */
  pending: string | undefined;
};

/** The suggested themes, the best first. */
export function SuggestionCards({
  suggestions,
  chosen,
  onChoose,
  onEvidence,
  onApply,
  pending,
}: SuggestionCardsProps) {
  return (
    <ul className="grid content-start gap-3">
      {suggestions.map((suggestion) => {
        const { id, title, reasoning, confidence, source, agrees, evidence, selected } = suggestion;
        const lacking = lackingIn(suggestion.contrast);
        const isChosen = id === chosen;
        return (
          <li
            key={id}
            className={cn(
              'grid gap-2 rounded-lg border bg-surface p-3',
              isChosen ? 'border-accent' : 'border-line',
            )}
          >
            <span className="flex flex-wrap items-center justify-between gap-2">
              <h3 className="font-semibold">{title}</h3>
              <Swatches theme={suggestion.theme} />
            </span>
            <p className="text-sm text-muted first-letter:uppercase">{reasoning}</p>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
              <span title="The probability that its primary colour is the brand’s">
                {percent(confidence)} confident, {source === 'claude' ? 'with Claude' : 'measured locally'}
              </span>
              {!agrees && <QuietBadge tone="warn">Claude and the extractor disagree</QuietBadge>}
              {lacking === 0 ? (
                <QuietBadge tone="good">Enough contrast</QuietBadge>
              ) : (
                <QuietBadge tone="warn">{`${lacking} pairs lack contrast`}</QuietBadge>
              )}
            </p>
            {evidence.length > 0 && (
              <p className="flex flex-wrap items-center gap-1.5 text-sm">
                <span className="text-muted">Evidence</span>
                {evidence.map((one) => (
                  <button
                    key={one}
                    type="button"
                    onClick={() => onEvidence(one)}
                    className="h-6 rounded-sm bg-sunken px-1.5 font-mono text-xs hover:bg-line"
                  >
                    {one}
                  </button>
                ))}
              </p>
            )}
            <span className="flex flex-wrap items-center gap-2 pt-1">
              <Button size="sm" aria-pressed={isChosen} onClick={() => onChoose(id)}>
                {isChosen ? 'Previewed' : 'Preview'}
                <span className="sr-only"> {title}</span>
              </Button>
              {onApply && (
                <Button
                  size="sm"
                  variant={isChosen ? 'primary' : 'secondary'}
                  isPending={pending === id}
                  onClick={() => onApply(suggestion)}
                >
                  Apply<span className="sr-only"> {title}</span>
                </Button>
              )}
              {selected && <Badge tone="good">Applied</Badge>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

import { cn } from '@/shared/cn';
import { Panel } from '@/shared/ui/panel';
import { type Analysis, boxesOf, type Focus, percent, rolesOf, type Swatch, shareText } from '../analysis';
import { EvidencePicture } from './evidence-picture';

type EvidenceProps = {
  analysis: Analysis;
  focus: Focus | undefined;
  onFocus(focus: Focus | undefined): void;
};

/** The colours that were measured, and where on the page each is painted. */
export function Evidence({ analysis, focus, onFocus }: EvidenceProps) {
  const { swatches, screenshots } = analysis;
  const screenshot =
    screenshots.find(({ part, scheme }) => part === 'page' && scheme === 'light') ??
    screenshots.find(({ part }) => part === 'page');
  const boxes = boxesOf(focus, swatches);
  const chosen = swatches.find(({ id }) => id === focus?.swatch);
  return (
    <Panel title="Measured colours">
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,20rem)_minmax(0,1fr)]">
        <ul className="grid gap-1">
          {swatches.map((swatch) => (
            <SwatchRow
              key={swatch.id}
              swatch={swatch}
              roles={rolesOf(analysis, swatch.id)}
              focus={focus?.swatch === swatch.id ? focus : undefined}
              onFocus={onFocus}
            />
          ))}
        </ul>
        {screenshot ? (
          <EvidencePicture
            screenshot={screenshot}
            boxes={boxes}
            label={
              chosen
                ? `${analysis.title ?? 'The page'}: ${boxes.length} places in ${chosen.name}`
                : (analysis.title ?? 'The page')
            }
          />
        ) : (
          <p className="text-muted">There is no screenshot of this page.</p>
        )}
      </div>
    </Panel>
  );
}

type SwatchRowProps = {
  swatch: Swatch;
  roles: readonly string[];
  focus: Focus | undefined;
  onFocus(focus: Focus | undefined): void;
};

function SwatchRow({ swatch, roles, focus, onFocus }: SwatchRowProps) {
  const { id, hex, name, uses, declared, inLogo, primaryProbability } = swatch;
  return (
    <li className={cn('rounded-md border', focus ? 'border-accent bg-sunken' : 'border-transparent')}>
      <button
        type="button"
        aria-expanded={focus !== undefined}
        onClick={() => onFocus(focus && !focus.use ? undefined : { swatch: id })}
        className="flex w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-left hover:bg-sunken"
      >
        <span
          aria-hidden
          className="size-7 shrink-0 rounded-sm border border-line forced-color-adjust-none"
          style={{ background: hex }}
        />
        <span className="min-w-0 flex-1">
          <span className="block truncate">
            {name} <span className="font-mono text-xs text-muted">{hex}</span>
          </span>
          <span className="block truncate text-xs text-muted">
            {[id, ...roles, primaryProbability >= 0.05 && `${percent(primaryProbability)} likely the brand’s`]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
      </button>
      {focus && (
        <div className="grid gap-1 px-2 pb-2">
          {uses.map((use) => (
            <button
              key={use.id}
              type="button"
              aria-pressed={focus.use === use.id}
              onClick={() => onFocus({ swatch: id, use: use.id })}
              className={cn(
                'grid rounded-sm px-2 py-1 text-left text-sm hover:bg-line',
                focus.use === use.id && 'bg-surface',
              )}
            >
              <span>
                {use.kind} × {use.count}, {shareText(use.share)}
              </span>
              <span className="font-mono text-xs break-all text-muted">
                {[use.selector, ...use.properties].join(' ')}
              </span>
            </button>
          ))}
          {(declared.length > 0 || inLogo) && (
            <p className="px-2 text-sm text-muted">
              {[declared.length > 0 && `Declared as ${declared.join(', ')}`, inLogo && 'In the logo']
                .filter(Boolean)
                .join('. ')}
            </p>
          )}
        </div>
      )}
    </li>
  );
}

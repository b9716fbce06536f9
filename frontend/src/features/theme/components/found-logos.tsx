import { useQuery } from '@tanstack/react-query';
import { Badge, QuietBadge } from '@/shared/ui/badge';
import { Button } from '@/shared/ui/button';
import { Panel } from '@/shared/ui/panel';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import type { Analysis } from '../analysis';
import { useApplyLogo } from '../api/analysis';
import { themeOptions } from '../api/theme';

type FoundLogosProps = { tenant: string; analysis: Analysis; mayChange: boolean };

/** The pictures of the page that may be its logo, each on a light and a dark ground. */
export function FoundLogos({ tenant, analysis: { id: analysisId, logos }, mayChange }: FoundLogosProps) {
  const { data: theme } = useQuery({ ...themeOptions(tenant), throwOnError: false });
  const apply = useApplyLogo(tenant);
  return (
    <Panel title="Logo of the website">
      {logos.length === 0 ? (
        <p className="text-muted">
          No picture of this page can be used as a logo. One can be uploaded on the Theme tab.
        </p>
      ) : (
        <div className="grid gap-3">
          {apply.error && <ProblemNotice error={apply.error} />}
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(16rem,100%),1fr))] gap-3">
            {logos.map(({ id, alt, url, mediaType, widthPx, heightPx, hash, onDark, likely }) => (
              <li key={id} className="grid content-start gap-2 rounded-lg border border-line p-3">
                <div className="grid grid-cols-2 overflow-hidden rounded-md border border-line">
                  {(['light', 'dark'] as const).map((scheme) => (
                    <div
                      key={scheme}
                      className="flex h-20 items-center justify-center p-3 forced-color-adjust-none"
                      style={{ background: scheme === 'light' ? '#fff' : '#111' }}
                    >
                      <img
                        src={url}
                        alt={`${alt || id} on ${scheme}`}
                        className="max-h-full max-w-full object-contain"
                      />
                    </div>
                  ))}
                </div>
                <p className="text-sm text-muted">
                  {alt && <span className="block truncate text-ink">{alt}</span>}
                  {mediaType === 'image/png' ? 'PNG' : 'SVG'}, {widthPx} × {heightPx}
                </p>
                <span className="flex flex-wrap items-center gap-2">
                  {theme?.value.logo?.hash === hash ? (
                    <Badge tone="good">In use</Badge>
                  ) : (
                    mayChange && (
                      <Button
                        size="sm"
                        isPending={apply.isPending && apply.variables?.logoId === id}
                        aria-label={`Use as logo: ${alt || id}`}
                        onClick={() => apply.run({ analysisId, logoId: id })}
                      >
                        Use as logo
                      </Button>
                    )
                  )}
                  {likely && <QuietBadge tone="good">Likely the logo</QuietBadge>}
                  {onDark && <QuietBadge tone="idle">Made for dark grounds</QuietBadge>}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Panel>
  );
}

import { ArrowRight } from 'lucide-react';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { type ThemeVersion, useRestoreTheme } from '../api/theme-versions';
import { type Compared, decisionsThatDiffer, tokensThatDiffer } from '../compare';
import { hexOf, type TenantTheme } from '../model';

type VersionDialogProps = {
  tenant: string;
  version: ThemeVersion | undefined;
  current: TenantTheme;
  mayRestore: boolean;
  onClose(): void;
};

const title = (version: number) => (version === 0 ? 'the application’s own look' : `version ${version}`);

/** What restoring an earlier version changes, in swatches beside each other, and the button that does it. */
export function VersionDialog({ version, current, ...rest }: VersionDialogProps) {
  return (
    <Dialog
      title={version ? `Version ${current.version} to ${title(version.version)}` : 'Version'}
      isOpen={version !== undefined}
      onClose={rest.onClose}
      className="w-[min(40rem,calc(100vw-2rem))]"
    >
      {version && <Comparison version={version} current={current} {...rest} />}
    </Dialog>
  );
}

function Comparison({
  tenant,
  version,
  current,
  mayRestore,
  onClose,
}: VersionDialogProps & { version: ThemeVersion }) {
  const restore = useRestoreTheme(tenant);
  const decisions = decisionsThatDiffer(current.theme, version.theme);
  const tokens = current.theme && version.theme ? tokensThatDiffer(current.theme, version.theme) : [];
  const isOtherLogo = (current.logo?.hash ?? null) !== version.logo;
  const isSame = decisions.length === 0 && !isOtherLogo;
  return (
    <>
      {restore.error && <ProblemNotice error={restore.error} />}
      {isSame && <p className="text-muted">Both versions are the same.</p>}
      {decisions.length > 0 && <Comparisons items={decisions} />}
      {isOtherLogo && (
        <p>{version.logo ? 'The logo is another one.' : 'The logo is the application’s own.'}</p>
      )}
      {tokens.length > 0 && (
        <details>
          <summary className="cursor-pointer rounded-sm text-sm">
            {tokens.length} uses of a colour look different
          </summary>
          <div className="pt-2">
            <Comparisons items={tokens} />
          </div>
        </details>
      )}
      {mayRestore && !isSame && (
        <p className="text-sm text-muted">
          Restoring makes a new version. Visitors see it within a second, without a deployment.
        </p>
      )}
      <DialogActions>
        <Button onClick={onClose}>{mayRestore ? 'Cancel' : 'Close'}</Button>
        {mayRestore && (
          <Button
            variant="primary"
            disabled={isSame}
            isPending={restore.isPending}
            onClick={() => restore.run(version.version, { onSuccess: onClose })}
          >
            Restore {title(version.version)}
          </Button>
        )}
      </DialogActions>
    </>
  );
}

function Comparisons({ items }: { items: readonly Compared[] }) {
  return (
    <ul className="divide-y divide-line rounded-md border border-line">
      {items.map(({ name, before, after }) => (
        <li
          key={name}
          className="grid grid-cols-2 items-center gap-x-3 px-3 py-1.5 sm:grid-cols-[1fr_8rem_1rem_8rem]"
        >
          <span className="max-sm:col-span-2 max-sm:text-sm max-sm:text-muted">{name}</span>
          <Value word="now" value={before} />
          <ArrowRight aria-hidden className="size-3.5 text-muted max-sm:hidden" />
          <Value word="then" value={after} />
        </li>
      ))}
    </ul>
  );
}

function Value({ word, value }: { word: string; value: string | null }) {
  const isColour = value !== null && hexOf(value) !== undefined && value.startsWith('#');
  return (
    <span className="flex min-w-0 items-center gap-2 text-sm">
      <span className="sr-only">{word}: </span>
      {isColour && (
        <span
          aria-hidden
          className="size-5 shrink-0 rounded-sm border border-line forced-color-adjust-none"
          style={{ background: value }}
        />
      )}
      <span className={isColour ? 'font-mono text-xs' : value === null ? 'text-muted' : ''}>
        {value === null ? 'derived' : value === 'true' ? 'yes' : value}
      </span>
    </span>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Loaded } from '@/shared/feedback/loaded';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { Diff } from '@/shared/ui/diff';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { type ConfigDiff, configDiffOptions, useRestoreVersion } from '../api/config-versions';
import { differencesOfVersions } from '../model';

type VersionDialogProps = {
  tenant: string;
  version: number | undefined;
  newest: number;
  mayRestore: boolean;
  onClose(): void;
};

/** What restoring an earlier version changes, and the button that does it. */
export function VersionDialog({ version, newest, ...rest }: VersionDialogProps) {
  return (
    <Dialog
      title={version === undefined ? 'Version' : `Version ${newest} to version ${version}`}
      isOpen={version !== undefined}
      onClose={rest.onClose}
      className="w-[min(40rem,calc(100vw-2rem))]"
    >
      {version !== undefined && <Comparison version={version} newest={newest} {...rest} />}
    </Dialog>
  );
}

function Comparison({
  tenant,
  version,
  newest,
  mayRestore,
  onClose,
}: VersionDialogProps & { version: number }) {
  const diff = useQuery({ ...configDiffOptions(tenant, newest, version), throwOnError: false });
  const restore = useRestoreVersion(tenant);
  const isSame = diff.data?.items.length === 0;
  return (
    <>
      {(diff.error ?? restore.error) && <ProblemNotice error={(diff.error ?? restore.error) as Error} />}
      {!diff.error && <Loaded query={diff}>{(data) => <Differences diff={data} />}</Loaded>}
      {mayRestore && !isSame && (
        <p className="text-sm text-muted">
          Restoring makes a new version with these values. Running services use it after a restart.
        </p>
      )}
      <DialogActions>
        <Button onClick={onClose}>{mayRestore ? 'Cancel' : 'Close'}</Button>
        {mayRestore && (
          <Button
            variant="primary"
            disabled={diff.data === undefined || isSame}
            isPending={restore.isPending}
            onClick={() => restore.run(version, { onSuccess: onClose })}
          >
            Restore version {version}
          </Button>
        )}
      </DialogActions>
    </>
  );
}

function Differences({ diff }: { diff: ConfigDiff }) {
  const differences = differencesOfVersions(diff);
  return differences.length > 0 ? (
    <Diff differences={differences} />
  ) : (
    <p className="text-muted">Both versions have the same values.</p>
  );
}

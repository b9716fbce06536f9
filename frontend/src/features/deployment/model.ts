import type { paths } from '@/shared/api/schema.gen';
import type { Tone } from '@/shared/ui/tone';

export type Deployment =
  paths['/api/deployments/{id}']['get']['responses'][200]['content']['application/json'];
export type LogPage =
  paths['/api/deployments/{id}/logs']['get']['responses'][200]['content']['application/json'];
export type DeploymentStatus = Deployment['status'];
export type DeploymentKind = Deployment['kind'];
export type Step = Deployment['steps'][number];
export type StepStatus = Step['status'];
export type Failure = NonNullable<Deployment['failure']>;

/** A run of any kind, as deployments are shown. One without a release, such as a backup, has none. */
export type AnyRun = Omit<Deployment, 'kind' | 'tenantId'> & { kind: string; tenantId: string | null };

export type Progress = Pick<Deployment, 'progressPercent' | 'currentStep'>;
export type End = Pick<Deployment, 'status' | 'failure'>;

export const deploymentStates: Record<DeploymentStatus, { label: string; tone: Tone }> = {
  queued: { label: 'Queued', tone: 'idle' },
  running: { label: 'Running', tone: 'busy' },
  succeeded: { label: 'Succeeded', tone: 'good' },
  failed: { label: 'Failed', tone: 'bad' },
  cancelled: { label: 'Cancelled', tone: 'idle' },
};

export const stepStates: Record<StepStatus, { label: string; tone: Tone }> = {
  pending: { label: 'Not reached', tone: 'idle' },
  running: { label: 'Running', tone: 'busy' },
  done: { label: 'Done', tone: 'good' },
  skipped: { label: 'Not needed', tone: 'idle' },
  failed: { label: 'Failed', tone: 'bad' },
  undone: { label: 'Undone', tone: 'warn' },
};

export const deploymentKinds: Record<DeploymentKind, string> = {
  deploy: 'Deployment',
  rollback: 'Rollback',
  delete: 'Deletion',
  restore: 'Restore',
  domain: 'Change of host names',
  start: 'Start',
  stop: 'Stop',
  restart: 'Restart',
  command: 'Command',
};

/** Runs that are no deployments, and what their success means. */
const otherKinds: Record<string, { label: string; outcome: string }> = {
  backup: { label: 'Backup', outcome: 'Backed up' },
  verify: { label: 'Proof of a backup', outcome: 'Proof made' },
  'restore-undo': { label: 'Undo of a restore', outcome: 'Put back as before' },
};

const isDeploymentKind = (kind: string): kind is DeploymentKind => kind in deploymentKinds;

/** Whether the API has the run among deployments. */
export function isDeployment({ kind }: Pick<AnyRun, 'kind'>): boolean {
  return isDeploymentKind(kind);
}

export function kindLabel(kind: string): string {
  return isDeploymentKind(kind) ? deploymentKinds[kind] : (otherKinds[kind]?.label ?? kind);
}

export function outcomeOf(kind: string): string {
  return isDeploymentKind(kind) ? outcomeWords[kind] : (otherKinds[kind]?.outcome ?? 'Done');
}

/** What a success of each kind means. */
export const outcomeWords: Record<DeploymentKind, string> = {
  deploy: 'Live, checked from outside',
  rollback: 'Earlier release live, checked from outside',
  delete: 'Tenant deleted',
  restore: 'Restored',
  domain: 'Host names changed',
  start: 'Started',
  stop: 'Stopped',
  restart: 'Restarted',
  command: 'Command finished',
};

/** The first eight digits of the commit, which people compare; empty before it is known. */
export function commitOf({ release }: Pick<Deployment, 'release'>): string {
  return release?.commit?.slice(0, 8) ?? '';
}

/** The deployments to which a rollback can go, newest first: one for each earlier release, without the live one. */
export function rollbackTargets(succeeded: readonly Deployment[]): Deployment[] {
  const seen = new Set<string>();
  const releases = succeeded.filter(({ kind, release }) => {
    const counts = kind === 'deploy' || kind === 'rollback' || kind === 'restore';
    if (!counts || !release?.id || seen.has(release.id)) return false;
    seen.add(release.id);
    return true;
  });
  return releases.slice(1);
}

/** The line that says most about a failure: the last one that names an error, else the last one with text. */
export function lastError(lines: readonly string[]): string | undefined {
  const filled = lines.filter((line) => line.trim() !== '');
  return filled.findLast((line) => /\b(error|fatal|exception|panic)\b/i.test(line)) ?? filled.at(-1);
}

export function isActive(deployment: Pick<AnyRun, 'status'>): boolean {
  return deployment.status === 'queued' || deployment.status === 'running';
}

/** Duration, or elapsed time while it runs; undefined before the start. Milliseconds. */
export function elapsedMs(
  run: { startedAt: string | null; durationMs: number | null },
  now: number,
): number | undefined {
  if (run.durationMs !== null) return run.durationMs;
  return run.startedAt === null ? undefined : Math.max(0, now - Date.parse(run.startedAt));
}

/** Finished steps and total steps; skipped steps count as finished. */
export function stepCount(steps: readonly Step[]): { done: number; total: number } {
  const done = steps.filter((step) => step.status === 'done' || step.status === 'skipped').length;
  return { done, total: steps.length };
}

export function stepTitle(deployment: Pick<AnyRun, 'steps'>, id: string | null | undefined) {
  return deployment.steps.find((step) => step.id === id)?.title ?? id ?? undefined;
}

const stepOrder: Record<StepStatus, number> = {
  pending: 0,
  running: 1,
  done: 2,
  skipped: 2,
  failed: 2,
  undone: 3,
};

function laterStep(known: Step | undefined, told: Step): Step {
  return known && stepOrder[known.status] > stepOrder[told.status] ? known : told;
}

/**
 * Merges two answers about one deployment, the second received later. Events can overtake answers, so state never moves
 * back: an ended deployment stays ended, and progress and steps keep the most advanced state received.
 */
export function latest<R extends AnyRun>(known: R, told: R): R {
  if (known.id !== told.id) return told;
  if (!isActive(known) && isActive(told)) return known;
  if (!isActive(told)) return told;
  const steps = told.steps.map((step) =>
    laterStep(
      known.steps.find(({ id }) => id === step.id),
      step,
    ),
  );
  const ahead = known.progressPercent > told.progressPercent ? known : told;
  const { progressPercent, currentStep } = ahead;
  return { ...told, steps, progressPercent, currentStep };
}

/** The deployment with one step replaced by an event's; a new step is appended. */
export function withStep<R extends AnyRun>(deployment: R, step: Step): R {
  const isKnown = deployment.steps.some((known) => known.id === step.id);
  const steps = isKnown
    ? deployment.steps.map((known) => (known.id === step.id ? laterStep(known, step) : known))
    : [...deployment.steps, step];
  const status = deployment.status === 'queued' ? 'running' : deployment.status;
  return { ...deployment, steps, status };
}

/** Progress never decreases: an overtaken event is ignored. */
export function withProgress<R extends AnyRun>(deployment: R, progress: Progress): R {
  if (!isActive(deployment) || progress.progressPercent < deployment.progressPercent) return deployment;
  return { ...deployment, status: 'running', ...progress };
}

export function withEnd<R extends AnyRun>(deployment: R, end: End): R {
  const progressPercent = end.status === 'succeeded' ? 100 : deployment.progressPercent;
  return { ...deployment, ...end, progressPercent, currentStep: null };
}

/** A failure as text for a ticket. */
export function failureReport(deployment: AnyRun, failure: Failure): string {
  return [
    `${kindLabel(deployment.kind)} ${deployment.id} failed`,
    `step: ${failure.step ?? '-'}`,
    `code: ${failure.code}`,
    `commit: ${deployment.release?.commit ?? '-'}`,
    failure.detail ?? '',
    failure.undone ? 'All changes were undone.' : 'Some changes could not be undone.',
    '',
    ...failure.lastLines,
  ].join('\n');
}

import type { components } from '@/shared/api/schema.gen';
import type { Tone } from '@/shared/ui/tone';

type Schemas = components['schemas'];

export type Backup = Schemas['Backup'];
export type ProofItem = Schemas['BackupProofItem'];
export type Schedule = Schemas['BackupSchedule'];
export type Retention = Schemas['BackupRetention'];
/** A schedule as a form has it: nothing is left to a default. */
export type ScheduleValues = Pick<Schedule, 'enabled' | 'at' | 'days' | 'zone' | 'retention'>;
export type Protection = Schemas['BackedUpTenant'];
export type Restore = Schemas['Restore'];
export type Keys = Schemas['BackupKeys'];
export type Signer = Schemas['BackupSigner'];
type Preview = Schemas['BackupKept'];
type Proof = Schemas['BackupProof'];

type Look = { label: string; tone: Tone };

export const backupStates: Record<Backup['state'], Look> = {
  running: { label: 'Running', tone: 'busy' },
  complete: { label: 'Complete', tone: 'good' },
  failed: { label: 'Failed', tone: 'bad' },
  deleted: { label: 'Deleted', tone: 'idle' },
};

/** What its tenant is called; a deleted one has its slug only. */
export function ownerOf({ tenantName, slug }: Pick<Backup, 'tenantName' | 'slug'>): string {
  return tenantName ?? slug;
}

/** Whether its files will go, by a deletion or by retention, unless somebody keeps it. */
export function isMarked({ state, expiresAt }: Pick<Backup, 'state' | 'expiresAt'>): boolean {
  return state === 'complete' && expiresAt !== null;
}

/** On a server where a tenant's files belong to a user of its own, a backup is taken without them. */
export function lacksFiles({ state, filesBytes }: Pick<Backup, 'state' | 'filesBytes'>): boolean {
  return state === 'complete' && filesBytes === null;
}

export const backupReasons: Record<Backup['reason'], string> = {
  scheduled: 'Schedule',
  manual: 'By hand',
  'before-migration': 'Before a migration',
  'before-delete': 'Before deletion',
  'before-restore': 'Before a restore',
};

export const verdicts: Record<Proof['verdict'], Look> = {
  proven: { label: 'Proven', tone: 'good' },
  failed: { label: 'Proof failed', tone: 'bad' },
  untried: { label: 'Could not be tried', tone: 'warn' },
};

/** By what was proven, in a filter; `none` was not tried yet. */
export const proofFilters = {
  proven: verdicts.proven.label,
  failed: verdicts.failed.label,
  untried: verdicts.untried.label,
  none: 'Not tried yet',
} as const;

/** What each level of a proof has shown. */
export const levels: Record<Proof['level'], string> = {
  L0: 'Sizes, signature and hashes',
  L1: 'Decrypted and read to the end',
  L2: 'Restored into a scratch database and counted',
  L3: 'The whole tenant started from it',
};

const dayNames = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];

function daysWords(days: readonly number[] | null): string {
  if (days === null || days.length === 7) return 'Every day';
  const sorted = [...days].sort((a, b) => a - b);
  const names = sorted.map((day) => dayNames[day - 1] as string);
  const isRow = sorted.every((day, index) => index === 0 || day === (sorted[index - 1] as number) + 1);
  if (isRow && names.length > 2) return `${names[0]} to ${names.at(-1)}`;
  return listed(names);
}

/** `a`, `a and b`, `a, b and c`. */
function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** A schedule as a sentence: `Every day at 02:30, Europe/Prague`. */
export function scheduleWords({ enabled, at, days, zone }: Omit<ScheduleValues, 'retention'>): string {
  return enabled ? `${daysWords(days)} at ${at}, ${zone}` : 'No schedule: only by hand and before changes';
}

const spans: [keyof Retention, string, string][] = [
  ['daily', 'a day', 'day'],
  ['weekly', 'a week', 'week'],
  ['monthly', 'a month', 'month'],
  ['yearly', 'a year', 'year'],
];

/** What is kept, as a sentence: `The last 3; one a day for 7 days, one a week for 5 weeks; all of the last 7 days`. */
export function retentionWords(retention: Retention): string {
  const buckets = spans
    .filter(([span]) => retention[span] > 0)
    .map(([span, every, unit]) => `one ${every} for ${counted(retention[span], unit)}`);
  return [
    retention.last > 0 && `the last ${retention.last}`,
    buckets.join(', '),
    retention.withinDays > 0 && `all of the last ${counted(retention.withinDays, 'day')}`,
  ]
    .filter(Boolean)
    .join('; ')
    .replace(/^./, (first) => first.toUpperCase());
}

const counted = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** Retention that would keep nothing is refused. */
export function keepsSomething(retention: Retention): boolean {
  return Object.values(retention).some((count) => count > 0);
}

/** Why a backup is kept, in one line. */
export function keptWords({ keptBecause, held }: Pick<Backup, 'keptBecause' | 'held'>): string {
  return listed(held && !keptBecause.includes('held') ? ['held', ...keptBecause] : keptBecause);
}

/** The backups of a preview that would go, with the reason of each. */
export function removedOf(preview: readonly Preview[]): readonly Preview[] {
  return preview.filter(({ kept }) => !kept);
}

export function isUsable({ state }: Pick<Backup, 'state'>): boolean {
  return state === 'complete';
}

/** The restore that can still be undone. The server ends the time of all but the newest. */
export function undoableOf(restores: readonly Restore[], now: number): Restore | undefined {
  return restores.find(
    ({ state, undoUntil }) => state === 'done' && undoUntil && Date.parse(undoUntil) > now,
  );
}

/** Why a bundle was refused, by the last part of its problem code, and what helps. */
const bundleHelp: Record<string, string> = {
  truncated: 'The file ends early. Copy it again, and compare its size with the original.',
  altered: 'A part differs from what was signed: the file was changed or damaged on its way.',
  foreign: 'The parts are of different backups. Take the file as it was downloaded.',
  'wrong-key': 'It is not encrypted for this manager. Restore it by hand with your recovery key.',
  unsigned: 'It has no signature of a manager, so nobody vouches for it.',
  empty: 'There is no backup in the file.',
  present: 'It is in the list already.',
  'disk-full': 'Make room on the disk of this server, or use S3 storage.',
  'too-large': 'Its parts are larger than its manifest says. Do not trust its source.',
  unsafe: 'Its files lead out of their directory. Do not trust its source.',
  'newer-format': 'A newer manager made it. Update this one first.',
  'untrusted-signer': 'Add the key of its manager to the trusted signers first.',
};

export function bundleHelpFor(code: string | undefined): string | undefined {
  return bundleHelp[code?.split('.').at(-1) ?? ''];
}

/** What a file that was dropped lacks, if anything. */
export function bundleFileProblem({ name, size }: Pick<File, 'name' | 'size'>): string | undefined {
  if (size === 0) return 'The file is empty.';
  return name.endsWith('.tar') ? undefined : 'A bundle is a .tar file, as it was downloaded.';
}

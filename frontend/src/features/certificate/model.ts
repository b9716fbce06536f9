import type { Tone } from '@/shared/ui/tone';
import type { CertificateItem, TenantCertificate } from './api/certificates';

type State = TenantCertificate['state'];

export const states: Record<State, { label: string; tone: Tone }> = {
  expired: { label: 'Expired', tone: 'bad' },
  failing: { label: 'Failing', tone: 'bad' },
  expiring: { label: 'Ends soon', tone: 'warn' },
  waiting: { label: 'Waiting for DNS', tone: 'warn' },
  renewing: { label: 'Renewing', tone: 'busy' },
  ok: { label: 'Valid', tone: 'good' },
  none: { label: 'None', tone: 'idle' },
};

export const origins: Record<CertificateItem['origin'], string> = {
  internal: 'Internal authority',
  acme: 'ACME',
  own: 'Uploaded',
};

const dayMs = 86_400_000;

/** Whole days until a certificate ends, as a sentence. */
export function daysLeft(notAfter: string, now: number): string {
  const days = Math.floor((Date.parse(notAfter) - now) / dayMs);
  if (days < 0) return 'ended';
  if (days === 0) return 'less than a day';
  return days === 1 ? '1 day' : `${days} days`;
}

/** The first names, and how many more there are. */
export function namesInShort(names: readonly string[], shown = 2): string {
  const first = names.slice(0, shown).join(', ');
  return names.length > shown ? `${first} and ${names.length - shown} more` : first;
}

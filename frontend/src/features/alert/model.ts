import type { Tone } from '@/shared/ui/tone';
import type { Alert, AlertDelivery } from './api/alerts';
import type { AlertRule } from './api/set-up';

type Look = { label: string; tone: Tone };

export const severities: Record<Alert['severity'], Look> = {
  critical: { label: 'Critical', tone: 'bad' },
  warning: { label: 'Warning', tone: 'warn' },
};

export const phases: Record<AlertDelivery['phase'], string> = {
  opened: 'Beginning',
  reminder: 'Reminder',
  over: 'End',
  test: 'Test',
};

export const deliveryStates: Record<AlertDelivery['state'], Look> = {
  waiting: { label: 'Waiting', tone: 'busy' },
  sent: { label: 'Sent', tone: 'good' },
  failed: { label: 'Failed', tone: 'bad' },
  dropped: { label: 'Not needed', tone: 'idle' },
};

export const channelKinds = { email: 'E-mail', webhook: 'Webhook', slack: 'Slack' } as const;

/** Who looks after it, or until when it is put off; undefined if nobody did either. */
export function attention(
  { acknowledgedBy, snoozedUntil, endedAt }: Pick<Alert, 'acknowledgedBy' | 'snoozedUntil' | 'endedAt'>,
  now: number,
): string | undefined {
  if (endedAt) return acknowledgedBy ? `Seen by ${acknowledgedBy}` : undefined;
  if (acknowledgedBy) return `${acknowledgedBy} looks after it`;
  return snoozedUntil && Date.parse(snoozedUntil) > now ? 'Put off' : undefined;
}

/** What a rule is about: `Critical alerts of production`. */
export function scopeOf(
  { kinds, severity, labels, tenantSlug }: Pick<AlertRule, 'kinds' | 'severity' | 'labels' | 'tenantSlug'>,
  titles: ReadonlyMap<string, string>,
): string {
  const what = kinds.length === 0 ? 'Everything' : kinds.map((kind) => titles.get(kind) ?? kind).join(', ');
  const whose = tenantSlug ? ` of ${tenantSlug}` : labels.length > 0 ? ` of ${labels.join(' or ')}` : '';
  return `${what}${whose}${severity === 'critical' ? ', if critical' : ''}`;
}

/** `22:00–07:00 Europe/Vienna` */
export const quietText = ({ quietHours }: Pick<AlertRule, 'quietHours'>): string =>
  quietHours ? `${quietHours.from}–${quietHours.to} ${quietHours.zone}` : 'None';

/** Words with commas between them, without empty ones. */
export const wordsOf = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);

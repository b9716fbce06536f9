import type { components } from '@/shared/api/schema.gen';
import type { Tone } from '@/shared/ui/tone';

export type Webhook = components['schemas']['Webhook'];
export type WebhookChange = components['schemas']['WebhookChange'];
export type Delivery = Webhook['deliveries'][number];
export type CommitStatus = Webhook['statuses'][number];
export type Forge = keyof Webhook['paths'];

export const forges: Record<Forge, { name: string; secretField: string; place: string }> = {
  github: { name: 'GitHub', secretField: 'Secret', place: 'Settings, Webhooks, Add webhook' },
  gitlab: { name: 'GitLab', secretField: 'Secret token', place: 'Settings, Webhooks, Add new webhook' },
  gitea: {
    name: 'Gitea or Forgejo',
    secretField: 'Secret',
    place: 'Settings, Webhooks, Add webhook, Gitea',
  },
};

export const forgeIds = Object.keys(forges) as Forge[];

export const deliveryResults: Record<Delivery['result'], { label: string; tone: Tone }> = {
  answered: { label: 'Answered', tone: 'good' },
  deployed: { label: 'Deployed', tone: 'good' },
  waiting: { label: 'Waiting', tone: 'busy' },
  superseded: { label: 'Superseded', tone: 'idle' },
  ignored: { label: 'Ignored', tone: 'idle' },
  refused: { label: 'Refused', tone: 'bad' },
};

export const statusResults: Record<CommitStatus['result'], { label: string; tone: Tone }> = {
  waiting: { label: 'Not sent yet', tone: 'busy' },
  sent: { label: 'Sent', tone: 'good' },
  failed: { label: 'Not sent', tone: 'bad' },
};

/** Why commits cannot get a status; undefined if they can. Whether the token may write them only the forge knows. */
export function statusProblem(source?: { location: string; credential?: string | null } | null) {
  if (!source) return 'Needs a source of its own, with an access token.';
  if (!source.location.startsWith('https://')) return 'Needs a source over https, with an access token.';
  return source.credential ? undefined : 'Needs a source with an access token.';
}

/** The forge that a repository's address suggests. */
export function forgeOf(location: string | undefined): Forge {
  if (location && /github/i.test(location)) return 'github';
  if (location && /gitlab/i.test(location)) return 'gitlab';
  return location ? 'gitea' : 'github';
}

/** The address for a forge: that of this page's server. */
export function addressOf(webhook: Pick<Webhook, 'paths'>, forge: Forge, origin: string): string {
  return origin + webhook.paths[forge];
}

/** What was delivered, in a line. */
export function titleOf({ summary, ref, event }: Delivery): string {
  return summary ?? ref ?? (event || 'Unknown event');
}

/** A wrong signature matters until a right one follows it. */
export function isRefusedLately({ refusedAt, deliveries }: Webhook): boolean {
  const last = deliveries[0]?.at;
  return refusedAt !== null && refusedAt !== undefined && (last === undefined || refusedAt > last);
}

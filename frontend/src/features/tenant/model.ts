import type { paths } from '@/shared/api/schema.gen';
import type { Tone } from '@/shared/ui/tone';

export type Tenant = paths['/api/tenants/{id}']['get']['responses'][200]['content']['application/json'];
export type TenantPage = paths['/api/tenants']['get']['responses'][200]['content']['application/json'];
export type TenantSummary = TenantPage['items'][number];
export type NewTenant = paths['/api/tenants']['post']['requestBody']['content']['application/json'];
export type TenantChange = paths['/api/tenants/{id}']['put']['requestBody']['content']['application/json'];
export type TenantStatus = Tenant['status'];
export type Health = Tenant['health'];

export const tenantStates: Record<TenantStatus, { label: string; tone: Tone }> = {
  draft: { label: 'Draft', tone: 'idle' },
  deploying: { label: 'Deploying', tone: 'busy' },
  active: { label: 'Active', tone: 'good' },
  stopped: { label: 'Stopped', tone: 'idle' },
  failed: { label: 'Failed', tone: 'bad' },
  deleting: { label: 'Deleting', tone: 'warn' },
};

export const healthStates: Record<Health, { label: string; tone: Tone }> = {
  healthy: { label: 'Healthy', tone: 'good' },
  degraded: { label: 'Degraded', tone: 'warn' },
  unhealthy: { label: 'Unhealthy', tone: 'bad' },
  unknown: { label: 'Unknown', tone: 'idle' },
};

/** Whether the site may respond, so that a link to it is useful. */
export function isServing(tenant: Pick<TenantSummary, 'status' | 'lastDeployment'>): boolean {
  return (
    tenant.status === 'active' ||
    (tenant.status === 'deploying' && tenant.lastDeployment?.status === 'succeeded')
  );
}

/** Whether visitors get the page of a maintenance by hand. */
export function isInMaintenance({ maintenance }: Pick<Tenant, 'maintenance'>): boolean {
  return maintenance !== null && maintenance !== undefined;
}

/** How a slot is drawn: `live` serves, `stopped` would serve, `preparing` gets the next release. */
export type SlotLook = 'live' | 'stopped' | 'preparing' | 'standby' | 'empty';

/** The looks of slots a and b. */
export function slotLooks({ status, slots }: Pick<TenantSummary, 'status' | 'slots'>): [SlotLook, SlotLook] {
  const look = (name: 'a' | 'b'): SlotLook => {
    if (slots.live === name) return status === 'stopped' ? 'stopped' : 'live';
    if (slots[name].status === 'preparing') return 'preparing';
    if (status === 'deploying' && slots.live !== null) return 'preparing';
    return slots[name].release === null ? 'empty' : 'standby';
  };
  return [look('a'), look('b')];
}

/** Whether its state can change without an action on this page. */
export function isMoving(status: TenantStatus): boolean {
  return status === 'deploying' || status === 'deleting';
}

const mostLabels = 20;

/** Labels as they are typed: separated by commas or spaces, each once. */
export function parseLabels(text: string): string[] {
  return [
    ...new Set(
      text
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    ),
  ];
}

/** The reason labels are invalid; undefined if they are valid. Same rule as the API. */
export function labelsProblem(labels: readonly string[]): string | undefined {
  if (labels.length > mostLabels) return `At most ${mostLabels} labels.`;
  const wrong = labels.find((label) => !/^[a-z0-9](?:[a-z0-9._:-]{0,38}[a-z0-9])?$/.test(label));
  return wrong === undefined
    ? undefined
    : `${wrong}: only 1 to 40 letters a to z, digits, and . _ : - between them.`;
}

const longestSlug = 28;

/**
 * A slug derived from a name: lower-case ASCII letters, digits and single dashes, starting with a letter. Empty if
 * nothing usable is left; then the field's own rule asks for a slug.
 */
export function suggestSlug(name: string): string {
  return name
    .replaceAll('ß', 'ss')
    .replaceAll(/[æÆ]/g, 'ae')
    .replaceAll(/[øØ]/g, 'o')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('&', ' and ')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, longestSlug)
    .replace(/-+$/, '');
}

/** The reason a slug is invalid; undefined if it is valid. Same rule as the API. */
export function slugProblem(slug: string): string | undefined {
  if (slug.length < 3) return 'At least 3 characters.';
  if (slug.length > longestSlug) return `At most ${longestSlug} characters.`;
  if (!/^[a-z0-9-]+$/.test(slug)) return 'Only lower-case letters a to z, 0 to 9 and dashes.';
  if (!/^[a-z]/.test(slug)) return 'Must start with a letter from a to z.';
  if (slug.endsWith('-') || slug.includes('--')) return 'Only single dashes, between letters or digits.';
  return undefined;
}

/** The reason a domain is invalid; undefined if it may be valid. The manager normalises it and decides. */
export function domainProblem(domain: string): string | undefined {
  if (domain === '') return 'A domain is required.';
  if (/^https?:\/\//.test(domain) || domain.includes('/'))
    return 'Only the host name, without https:// or a path.';
  if (/[\s:@]/.test(domain) || !domain.includes('.')) return 'Must be a host name such as shop.example.com.';
  return undefined;
}

/** On a laptop browsers resolve every name below `.localhost`; elsewhere there is no default. */
export function suggestDomain(slug: string, here: string): string {
  const isLaptop = here === 'localhost' || here === '127.0.0.1' || here.endsWith('.localhost');
  return isLaptop && slug ? `${slug}.localhost` : '';
}

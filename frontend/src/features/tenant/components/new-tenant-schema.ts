import * as z from 'zod/mini';
import { domainProblem, type NewTenant, slugProblem } from '../model';

/** A refinement whose message is the reason given by a rule of the model. */
function refusedBy(rule: (value: string) => string | undefined) {
  return z.check<string>((context) => {
    const message = rule(context.value);
    if (message) context.issues.push({ code: 'custom', message, input: context.value });
  });
}

const trimmed = z.pipe(
  z.string(),
  z.transform((text) => text.trim()),
);

export const newTenantSchema = z
  .object({
    name: z.pipe(
      trimmed,
      z.string().check(z.minLength(1, 'A name is required.'), z.maxLength(100, 'At most 100 characters.')),
    ),
    slug: z.pipe(trimmed, z.string().check(refusedBy(slugProblem))),
    domain: z.pipe(trimmed, z.string().check(refusedBy(domainProblem))),
    sourceKind: z.enum(['default', 'git', 'directory']),
    location: trimmed,
    ref: trimmed,
  })
  .check(
    z.refine((form) => form.sourceKind === 'default' || form.location !== '', {
      path: ['location'],
      error: 'A repository or directory is required.',
      // Told together with the errors of the fields, not after them.
      when: () => true,
    }),
  );

export type NewTenantForm = z.infer<typeof newTenantSchema>;

export function toNewTenant({ name, slug, domain, sourceKind, location, ref }: NewTenantForm): NewTenant {
  if (sourceKind === 'default') return { name, slug, domain };
  return { name, slug, domain, source: { kind: sourceKind, location, ...(ref ? { ref } : {}) } };
}

/** Maps a field of the API, whose source is nested, to a field of the form. */
export function formField(field: string): keyof NewTenantForm | undefined {
  const names: Record<string, keyof NewTenantForm> = {
    name: 'name',
    slug: 'slug',
    domain: 'domain',
    source: 'location',
    'source.kind': 'sourceKind',
    'source.location': 'location',
    'source.ref': 'ref',
  };
  return names[field];
}

/** The code of a 409 names the conflicting value; the error is shown at its field. */
export function fieldOfCode(code: string | undefined): keyof NewTenantForm | undefined {
  if (code?.includes('slug')) return 'slug';
  return code?.includes('domain') ? 'domain' : undefined;
}

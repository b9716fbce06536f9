import { listTenants } from './list-tenants';

type Wanted = { slug: string; domain: string };

/** Who already has the slug or the domain: both are told at once. An unanswered question is no conflict. */
export async function findConflicts({ slug, domain }: Wanted): Promise<Partial<Wanted>> {
  const [slugOwner, domainOwner] = await Promise.all([
    ownerOf(slug, (tenant) => tenant.slug === slug),
    ownerOf(domain, (tenant) => tenant.domain === domain.toLowerCase()),
  ]);
  return {
    ...(slugOwner && { slug: `${slug} belongs to ${slugOwner}.` }),
    ...(domainOwner && { domain: `${domain} belongs to ${domainOwner}.` }),
  };
}

async function ownerOf(text: string, isIt: (tenant: Wanted) => boolean): Promise<string | undefined> {
  const found = await listTenants({ search: text, size: 50 }).catch(() => undefined);
  return found?.items.find(isIt)?.name;
}

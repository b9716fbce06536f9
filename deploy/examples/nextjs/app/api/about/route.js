import { unstable_cache } from "next/cache";

export const dynamic = "force-dynamic";

// Kept in .next/cache, which belongs to the tenant.
const about = unstable_cache(
  async () => ({ tenant: process.env.TENANT_SLUG, domain: process.env.TENANT_DOMAIN, madeAt: new Date() }),
  ["about"],
);

export const GET = async () => Response.json(await about());

import type { TenantSummary } from '../model';
import { listTenants, type TenantQuery } from './list-tenants';

const pageSize = 200;

/** Every tenant that matches, page by page in an order that does not change meanwhile. */
export async function listAllTenants(filter: TenantQuery, signal?: AbortSignal): Promise<TenantSummary[]> {
  const all: TenantSummary[] = [];
  for (let page = 0; ; page++) {
    const { items, total } = await listTenants(
      { ...filter, sort: 'createdAt', page, size: pageSize },
      signal,
    );
    all.push(...items);
    if (items.length === 0 || all.length >= total) return all;
  }
}

/** The first word of every query key. Here, because an action in one feature makes another's data stale. */
export const keys = { tenants: 'tenants', deployments: 'deployments' } as const;

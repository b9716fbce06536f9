/** The first element of every query key. Shared, because an action in one feature invalidates data of another. */
export const keys = { tenants: 'tenants', deployments: 'deployments' } as const;

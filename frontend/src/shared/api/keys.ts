/** The first element of every query key. Shared, because an action in one feature invalidates data of another. */
export const keys = {
  tenants: 'tenants',
  deployments: 'deployments',
  configs: 'configs',
  ports: 'ports',
  settings: 'settings',
  users: 'users',
  tokens: 'tokens',
  sessions: 'sessions',
  credentials: 'credentials',
  audit: 'audit',
  overview: 'overview',
  checks: 'checks',
  nginx: 'nginx',
  certificates: 'certificates',
  themes: 'themes',
  analyses: 'analyses',
} as const;

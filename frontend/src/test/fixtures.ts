import type { Deployment, LogPage } from '@/features/deployment/model';
import type { Tenant, TenantSummary } from '@/features/tenant/model';

import type { User } from '@/shared/session/session';

type LogLine = LogPage['items'][number];

export const operator: User = {
  id: '0190aaaa-0000-7000-8000-000000000001',
  username: 'olive',
  role: 'operator',
};

/** A tenant as its page and as a list has it. */
export function aTenant(values: Partial<Tenant & TenantSummary> = {}): Tenant & TenantSummary {
  return {
    id: '0190aaaa-0000-7000-8000-00000000000a',
    slug: 'harbour-bakery',
    name: 'Harbour Bakery',
    domain: 'bakery.example.com',
    aliases: [],
    hosts: [{ host: 'bakery.example.com', kind: 'domain' }],
    timeZone: null,
    labels: [],
    notes: null,
    maintenance: null,
    inMaintenance: false,
    warnings: [],
    status: 'active',
    health: 'healthy',
    ports: { frontend: 20000, backend: 20001, standby: { frontend: 20002, backend: 20003 } },
    url: 'https://bakery.example.com',
    source: { kind: 'git', location: 'https://git.example.com/campaign.git', ref: 'main' },
    config: {
      version: 1,
      adminEmail: 'admin@bakery.example.com',
      adminUsername: 'admin',
      adminPassword: { value: null, secret: true, isSet: true },
      env: {},
      restartRequired: false,
    },
    checks: [],
    theme: { version: 0, palette: null, logo: null },
    certificate: null,
    slots: {
      live: 'a',
      a: { release: '4f9c2ab1', status: 'running' },
      b: { release: null, status: 'empty' },
    },
    recentChecks: ['ok', 'failed', 'ok'],
    lastDeployment: null,
    latestDeployment: null,
    provenAt: '2026-03-01T04:00:00Z',
    lastMinute: null,
    createdAt: '2026-03-01T10:00:00Z',
    ...values,
  };
}

export function aDeployment(values: Partial<Deployment> = {}): Deployment {
  return {
    id: '0190aaaa-0000-7000-8000-00000000000d',
    tenantId: aTenant().id,
    kind: 'deploy',
    status: 'running',
    currentStep: 'verify-health',
    progressPercent: 40,
    steps: [
      {
        id: 'preflight',
        title: 'Preflight',
        status: 'done',
        startedAt: '2026-03-01T10:00:00Z',
        durationMs: 350,
        detail: null,
      },
      {
        id: 'verify-health',
        title: 'Health check',
        status: 'running',
        startedAt: '2026-03-01T10:00:01Z',
        durationMs: null,
        detail: null,
      },
      {
        id: 'switch',
        title: 'Switch traffic',
        status: 'pending',
        startedAt: null,
        durationMs: null,
        detail: null,
      },
    ],
    release: { id: '4f9c2ab1', ref: 'main', commit: '4f9c2ab1c7d4', message: 'Show the opening hours' },
    queuedAt: '2026-03-01T09:59:59Z',
    startedAt: '2026-03-01T10:00:00Z',
    finishedAt: null,
    durationMs: null,
    actor: 'olive',
    reason: null,
    failure: null,
    themeVersion: null,
    logTail: [],
    ...values,
  };
}

export function aLine(seq: number, text = `line ${seq}`, values: Partial<LogLine> = {}): LogLine {
  return {
    seq,
    at: '2026-03-01T10:00:00Z',
    step: 'preflight',
    stream: 'out',
    level: 'info',
    text,
    ...values,
  };
}

export function lines(from: number, to: number): LogLine[] {
  return Array.from({ length: to - from + 1 }, (_, index) => aLine(from + index));
}

/**
 * A mock of the manager, for frontend work and tests: serves `dist` with the production
 * Content-Security-Policy and answers the API from memory, with deployments that run through their steps.
 *
 *   node e2e/mock-server.mjs            PORT 32299, STEP_MS 700 (pace of a deployment)
 *   POST /mock/scenario?name=filled     filled | empty | many | crowd: selects the data
 *   POST /mock/drop                     cuts every open stream, as a bad network would
 *   POST /mock/away, /mock/back         the manager ends, NGINX answers 503 for it; it is back
 *   POST /mock/expire                   ends the session, as after 15 minutes; ?at=change at the next change
 *   POST /mock/long?lines=N             the logs of ended deployments have N lines; 0 for their own
 *   POST /mock/logs?add=N&rate=N        adds lines to the manager's log at once, and each second
 *   POST /mock/print?tenant=SLUG&text=T a service of the tenant prints a line
 *   POST /mock/remote?down=true the application of Demo cannot be asked; `down=false`: it can
 *   POST /mock/hush                     lets a `chatty` deployment continue with its next step
 *
 * A tenant whose slug holds `broken` fails at verify-health; `chatty` writes 20,000 lines, and more until it is hushed.
 */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { alertRoutes } from './mock/alerts.mjs';
import { analysisRoutes } from './mock/analyses.mjs';
import { backupRoutes } from './mock/backup.mjs';
import { certificateRoutes } from './mock/certificates.mjs';
import { healthRoutes } from './mock/health.mjs';
import { logRoutes } from './mock/logs.mjs';
import { overviewRoutes } from './mock/overview.mjs';
import { pagePictureRoutes } from './mock/page-pictures.mjs';
import { remoteRoutes } from './mock/remote.mjs';
import { hostsOf, tenantRoutes } from './mock/tenants.mjs';
import { themeRoutes } from './mock/themes.mjs';
import { trafficRoutes } from './mock/traffic.mjs';
import { webhookRoutes } from './mock/webhooks.mjs';

const port = Number(process.env.PORT ?? 32299);
const stepMs = Number(process.env.STEP_MS ?? 700);
const password = process.env.ADMIN_PASSWORD ?? 'correct-horse';
const dist = join(import.meta.dirname, '../dist');
const csp =
  "default-src 'self'; img-src 'self' data:; style-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

const user = { id: uuid(), username: 'admin', role: 'admin' };
const sessions = new Set();
let tenants = [];
let deployments = [];
const logs = new Map();
const watchers = new Map();
/** What `/api/events` tells: the last events, and who follows them. */
const events = [];
const eventWatchers = new Set();
let lastEvent = 0;
let isHushed = false;
let isAway = false;
let endsAtChange = false;

/** What happened, newest first; and the accounts, tokens, reservations and settings of the manager. */
const audit = [];
let accounts = [];
let tokens = [];
let reserved = [];
let settings = [];

const pipeline = [
  ['preflight', 'Preflight', 4],
  ['copy-core-files', 'Build', 14],
  ['render-config', 'Configuration', 3],
  ['initialize-database', 'Database', 12],
  ['create-services', 'Services', 4],
  ['start-services', 'Start', 10],
  ['verify-health', 'Health check', 22],
  ['setup-ssl', 'Certificate', 8],
  ['configure-nginx', 'Routing', 5],
  ['verify-public', 'Outside check', 8],
  ['switch', 'Switch traffic', 3],
  ['retire-previous', 'Clean-up', 7],
];
const chatter = {
  preflight: [
    '\u001b[1mpinned\u001b[0m main at \u001b[33m4f9c2ab1\u001b[0m',
    'ports 20000, 20001, 20002, 20003 are free',
    'WARN DNS does not point here yet; the internal CA will be used',
  ],
  'copy-core-files': [
    'release \u001b[36m4f9c2ab1-9d2e\u001b[0m is not here yet',
    '$ git fetch --depth 1 origin 4f9c2ab1',
    'remote: Enumerating objects: 218, done.',
    '$ ./build.sh',
    '\u001b[32m✓\u001b[0m compiled 46 classes in 2.1 s',
    '\u001b[32m✓\u001b[0m backend.jar 412 KiB   \u001b[32m✓\u001b[0m frontend.jar 288 KiB',
  ],
  'render-config': ['wrote a.env (11 keys, 3 secret)', 'wrote theme.css'],
  'initialize-database': [
    'create database tm_harbour__new',
    '\u001b[90mNOTICE: extension "pgcrypto" already exists, skipping\u001b[0m',
    'ran db/schema.sql in 84 ms',
    'renamed to tm_harbour',
    'migrate: nothing to do',
  ],
  'create-services': ['backend a: 256M', 'frontend a: 128M'],
  'start-services': ['backend a: pid 48213', 'frontend a: pid 48220'],
  'verify-health': [
    'GET http://127.0.0.1:20001/api/health → \u001b[32m200\u001b[0m 12 ms (1 of 3)',
    'GET http://127.0.0.1:20001/api/health → \u001b[32m200\u001b[0m 3 ms (2 of 3)',
    'GET http://127.0.0.1:20000/ → \u001b[32m200\u001b[0m 5 ms (1 of 3)',
    'GET http://127.0.0.1:20001/api/health → \u001b[32m200\u001b[0m 3 ms (3 of 3)',
    "the listener of port 20001 is the slot's own process",
  ],
  'setup-ssl': ['issued by Tenant Manager internal CA, serial \u001b[38;5;208m3d:91:0c\u001b[0m'],
  'configure-nginx': [
    'nginx: the configuration file nginx.conf syntax is ok',
    'generation 18 → \u001b[1m19\u001b[0m',
  ],
  'verify-public': [
    'https://harbour.example.com/ → \u001b[30;42m 200 \u001b[0m slot a, release 4f9c2ab1-9d2e, generation 19',
  ],
  switch: ['\u001b[1;32mslot a is live\u001b[0m'],
  'retire-previous': ['no connection left to slot b', 'slot b stands by for a rollback'],
};
const stackTrace = [
  'GET http://127.0.0.1:20003/api/health → \u001b[31m500\u001b[0m 8 ms',
  '\u001b[31mERROR\u001b[0m migration 14 expects column \u001b[1mcampaign.locale\u001b[0m, which does not exist',
  '    at app.Migrations.verify(Migrations.java:88)',
  '    at app.Backend.main(Backend.java:41)',
  '\u001b[33mbackend b exited with status 1 after 2.4 s\u001b[0m',
];

function uuid() {
  const hex = randomBytes(16).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
const ago = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString();

function newTenant(values, index = tenants.length) {
  const first = 20000 + index * 4;
  return {
    id: uuid(),
    aliases: [],
    timeZone: null,
    labels: [],
    notes: null,
    maintenance: null,
    status: 'draft',
    health: 'unknown',
    source: { kind: 'git', location: 'https://git.example.com/campaign.git', ref: 'main' },
    config: newConfig(),
    checks: [],
    theme: { version: 0, palette: null, logo: null },
    certificate: null,
    slots: { live: null, a: { release: null, status: 'empty' }, b: { release: null, status: 'empty' } },
    warnings: [],
    createdAt: new Date().toISOString(),
    ...values,
    url: `https://${values.domain}${values.domain.endsWith('.localhost') ? ':8443' : ''}`,
    ports: { frontend: first, backend: first + 1, standby: { frontend: first + 2, backend: first + 3 } },
  };
}

function newConfig() {
  return {
    version: 1,
    adminEmail: 'admin@example.org',
    adminUsername: 'admin',
    adminPassword: { value: null, secret: true, isSet: true },
    env: {
      MAIL_HOST: { value: 'smtp.example.org', secret: false, isSet: true },
      MAIL_PASSWORD: { value: null, secret: true, isSet: true },
      REGION: { value: 'eu-central', secret: false, isSet: true },
    },
    restartRequired: false,
  };
}

function serve(tenant, minutes) {
  tenant.status = 'active';
  tenant.health = 'healthy';
  tenant.slots = {
    live: 'a',
    a: { release: '4f9c2ab1-9d2e', status: 'running' },
    b: { release: 'c01d77e4-1b3a', status: 'stopped' },
  };
  tenant.certificate = { issuer: 'Tenant Manager internal CA', serial: '3d910c', notAfter: ago(-86 * 1440) };
  tenant.checks = [
    { name: 'Frontend', health: 'healthy', detail: '200 in 5 ms', checkedAt: ago(0) },
    { name: 'Backend', health: 'healthy', detail: '200 in 3 ms', checkedAt: ago(0) },
    { name: 'Database', health: 'healthy', detail: '8.4 MiB', checkedAt: ago(0) },
    { name: 'Services', health: 'healthy', detail: '2 of 2 running', checkedAt: ago(0) },
  ];
  tenant.since = ago(minutes);
}

function newDeployment(tenant, values = {}) {
  const deployment = {
    id: uuid(),
    tenantId: tenant.id,
    kind: 'deploy',
    status: 'queued',
    currentStep: null,
    progressPercent: 0,
    steps: pipeline.map(([id, title]) => ({
      id,
      title,
      status: 'pending',
      startedAt: null,
      durationMs: null,
      detail: null,
    })),
    release: null,
    queuedAt: new Date().toISOString(),
    startedAt: null,
    finishedAt: null,
    durationMs: null,
    actor: 'admin',
    reason: null,
    failure: null,
    themeVersion: null,
    logTail: [],
    ...values,
  };
  deployments.unshift(deployment);
  logs.set(deployment.id, []);
  return deployment;
}

function past(tenant, minutes, outcome) {
  const deployment = newDeployment(tenant, { queuedAt: ago(minutes), startedAt: ago(minutes) });
  for (const _ of walk(tenant, deployment, outcome, minutes)) void _;
  deployment.finishedAt = ago(minutes - 0.3);
  deployment.durationMs = 18_400;
  return deployment;
}

function scenario(name) {
  longLines = 0;
  tenants = [];
  deployments = [];
  logs.clear();
  audit.length = 0;
  seedManager();
  if (name === 'empty') logsOf.reset();
  more.reset();
  themes.reset();
  analyses.reset();
  webhooks.reset();
  backups.reset();
  alerts.reset();
  if (name === 'empty') return;
  const add = (slug, title, domain, createdAgo) => {
    const tenant = newTenant({ slug, name: title, domain, createdAt: ago(createdAgo) });
    tenants.push(tenant);
    record('tenant.create', slug, tenant.id, {}, { name: title, domain });
    return tenant;
  };
  const demo = add('demo', 'Demo', 'demo.localhost', 9000);
  Object.assign(demo, {
    labels: ['internal', 'region:eu'],
    timeZone: 'Europe/Berlin',
    notes: 'Shown to visitors of the fair.\nReset on Mondays.',
    aliases: ['old-demo.localhost', 'www.demo.localhost'],
    redirects: ['old-demo.localhost'],
  });
  past(demo, 4100, 'succeeded');
  past(demo, 2600, 'failed');
  past(demo, 190, 'succeeded');
  serve(demo, 190);
  analyses.seed(demo);
  const harbour = add('harbour-bakery', 'Harbour Bakery', 'bakery.example.com', 7000);
  harbour.labels = ['pilot', 'region:eu'];
  past(harbour, 2900, 'succeeded');
  serve(harbour, 2900);
  harbour.health = 'degraded';
  harbour.checks[0] = {
    name: 'Frontend',
    health: 'degraded',
    detail: '200 in 2,310 ms, above 2,000 ms',
    checkedAt: ago(1),
  };
  const ridge = add(
    'ridgeline-cycling',
    'Ridgeline Cycling Club and Repair Workshop',
    'www.ridgeline-cycling-club.example.org',
    5200,
  );
  past(ridge, 36, 'failed');
  ridge.status = 'failed';
  ridge.health = 'unhealthy';
  const museum = add('city-museum', 'City Museum', 'museum.example.net', 4100);
  past(museum, 3900, 'succeeded');
  serve(museum, 3900);
  museum.status = 'stopped';
  museum.health = 'unknown';
  museum.labels = ['pilot'];
  add('orchard', 'Orchard Cooperative', 'orchard.example.com', 40);
  backups.reset();
  logsOf.reset();
  alerts.reset();
  if (name === 'crowd')
    for (let i = 1; i <= 10_000; i++) {
      const tenant = newTenant({
        slug: `crowd-${i}`,
        name: `Crowd ${i}`,
        domain: `crowd-${i}.example.com`,
        createdAt: ago(i),
        labels: [`shard:${i % 10}`],
      });
      tenants.push(tenant);
      serve(tenant, i);
    }
  if (name === 'many')
    for (let i = 1; i <= 60; i++) serve(add(`site-${i}`, `Site ${i}`, `site-${i}.example.com`, i), i);
}

/** How long the logs of ended deployments are, if they are not as they were. */
let longLines = 0;
const longLine = (seq) => ({
  seq,
  at: '2026-03-01T12:00:00Z',
  step: 'build',
  stream: 'out',
  level: 'info',
  text: `line ${seq} of a long log, with some words in it`,
});

function log(deployment, step, text, at = new Date().toISOString()) {
  const lines = logs.get(deployment.id);
  if (!lines) return; // another scenario has started
  const level = /ERROR/.test(text) ? 'error' : /WARN|exited/.test(text) ? 'warn' : 'info';
  const line = {
    seq: lines.length + 1,
    at,
    step,
    stream: /ERROR|exited| {4}at /.test(text) ? 'err' : /^[a-z$ ]/i.test(text) ? 'out' : 'info',
    level,
    text,
  };
  lines.push(line);
  tell(deployment, 'line', line, line.seq);
}

function tell(deployment, event, data, id) {
  for (const response of watchers.get(deployment.id) ?? [])
    response.write(`event: ${event}\n${id ? `id: ${id}\n` : ''}data: ${JSON.stringify(data)}\n\n`);
}

/** Tells an event as the manager does, after the change that it describes. */
function happened(topic, event, tenantId, data = {}) {
  const told = { seq: ++lastEvent, at: new Date().toISOString(), topic, event, tenantId, data };
  events.push(told);
  if (events.length > 500) events.shift();
  for (const { response, topics } of eventWatchers) if (topics.has(topic)) tellEvent(response, told);
}

function tellEvent(response, told) {
  response.write(`event: change\nid: ${told.seq}\ndata: ${JSON.stringify(told)}\n\n`);
}

/** Tells that a tenant has another status, and its deployment too. */
function moved(tenant, deployment, event) {
  happened('tenants', 'tenant.moved', tenant.id, { status: tenant.status });
  if (deployment) happened('runs', event, tenant.id, { runId: deployment.id, status: deployment.status });
}

/** Runs the steps one by one and yields between them, so that a live run can wait and a past one is instant. */
function* walk(tenant, deployment, outcome, minutesAgo) {
  const at = () => (minutesAgo === undefined ? new Date().toISOString() : ago(minutesAgo));
  deployment.status = 'running';
  deployment.startedAt ??= at();
  deployment.release = {
    id: '4f9c2ab1-9d2e',
    ref: 'main',
    commit: '4f9c2ab1c7d4e0b86a1f',
    message: 'Show the opening hours',
  };
  let percent = 0;
  for (const [index, [id, , weight]] of pipeline.entries()) {
    const step = deployment.steps[index];
    Object.assign(step, { status: 'running', startedAt: at() });
    deployment.currentStep = id;
    tell(deployment, 'step', step);
    tell(deployment, 'progress', { progressPercent: percent, currentStep: id });
    if (outcome === 'failed' && id === 'verify-health') {
      for (const text of stackTrace) {
        log(deployment, id, text, at());
        yield weight / stackTrace.length;
      }
      Object.assign(step, { status: 'failed', durationMs: 2410, detail: 'backend answered 500' });
      tell(deployment, 'step', step);
      for (const undo of [5, 4, 2]) {
        const undone = deployment.steps[undo];
        undone.status = 'undone';
        log(deployment, undone.id, `undo: ${undone.title}`, at());
        tell(deployment, 'step', undone);
        yield 2;
      }
      deployment.status = 'failed';
      deployment.failure = {
        step: id,
        code: 'health.not-healthy',
        detail: 'The backend of slot b answered 500 three times in a row.',
        undone: true,
        lastLines: stackTrace,
      };
      return;
    }
    const texts = chatter[id];
    for (const text of texts) {
      if (deployment.isCancelled) {
        deployment.status = 'cancelled';
        step.status = 'undone';
        return;
      }
      log(deployment, id, text, at());
      yield weight / texts.length;
    }
    if (tenant.slug.includes('chatty') && id === 'copy-core-files') {
      isHushed = false;
      for (let i = 0; i < 20_000 || !isHushed; i++) {
        log(
          deployment,
          id,
          `\u001b[90m[${i}]\u001b[0m compiling \u001b[38;5;${i % 256}mmodule ${i}\u001b[0m of the core application`,
        );
        if (i >= 20_000) yield 0.2;
        else if (i % 40 === 0) yield 0.02;
      }
    }
    const isSkipped =
      id === 'setup-ssl' && outcome === 'succeeded' && minutesAgo !== undefined && minutesAgo < 3000;
    percent += weight;
    Object.assign(step, {
      status: isSkipped ? 'skipped' : 'done',
      durationMs: minutesAgo === undefined ? Date.now() - Date.parse(step.startedAt) : weight * 190 + 12,
    });
    deployment.progressPercent = percent;
    tell(deployment, 'step', step);
    tell(deployment, 'progress', { progressPercent: percent, currentStep: id });
  }
  deployment.status = 'succeeded';
  deployment.progressPercent = 100;
}

async function run(tenant, deployment) {
  const before = tenant.status;
  if (deployment.kind !== 'command') tenant.status = 'deploying';
  moved(tenant, deployment, 'run.queued');
  await wait(stepMs);
  for (const weight of walk(tenant, deployment, tenant.slug.includes('broken') ? 'failed' : 'succeeded'))
    await wait((weight * stepMs) / 8);
  deployment.currentStep = null;
  deployment.finishedAt = new Date().toISOString();
  deployment.durationMs = Date.parse(deployment.finishedAt) - Date.parse(deployment.startedAt);
  if (deployment.kind === 'command') tenant.status = before;
  else if (deployment.status === 'succeeded' && deployment.kind === 'stop') tenant.status = 'stopped';
  else if (deployment.status === 'succeeded') serve(tenant, 0);
  else tenant.status = before === 'draft' ? 'failed' : before;
  tell(deployment, 'end', { status: deployment.status, failure: deployment.failure });
  moved(tenant, deployment, 'run.changed');
  for (const response of watchers.get(deployment.id) ?? []) response.end();
  watchers.delete(deployment.id);
}

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

class Refusal extends Error {
  constructor(status, code, title, detail, more = {}) {
    super(title);
    this.status = status;
    this.body = { title, status, code, detail, instance: randomBytes(6).toString('hex'), ...more };
  }
}

const counted = ['deploy', 'rollback', 'restore'];
const last = (tenant) =>
  deployments.find(({ tenantId, kind }) => tenantId === tenant.id && counted.includes(kind)) ?? null;
function view(tenant) {
  const latest = last(tenant);
  const lastDeployment = latest && { id: latest.id, status: latest.status, finishedAt: latest.finishedAt };
  const recentChecks = health.recentChecks(tenant);
  const provenAt = backups.provenAt(tenant.id);
  return {
    ...tenant,
    hosts: hostsOf(tenant),
    provenAt,
    recentChecks,
    lastMinute: traffic.lastMinute(tenant),
    lastDeployment,
    latestDeployment: latest,
  };
}
function find(list, id, what) {
  const found = list.find((item) => item.id === id || item.slug === id);
  if (!found)
    throw new Refusal(
      404,
      `${what}.unknown`,
      `${what[0].toUpperCase()}${what.slice(1)} not found`,
      `No ${what} has the id ${id}.`,
    );
  return found;
}
function paged(items, query) {
  const page = Number(query.get('page') ?? 0);
  const size = Number(query.get('size') ?? 20);
  return { items: items.slice(page * size, (page + 1) * size), page, size, total: items.length };
}
function services(tenant) {
  if (tenant.status === 'draft' || !tenant.since) return [];
  const isUp = tenant.status !== 'stopped';
  return ['backend', 'frontend'].flatMap((service) =>
    ['a', 'b'].map((slot) => ({
      service,
      slot,
      state: slot === 'a' && isUp ? 'running' : 'stopped',
      live: slot === 'a',
      pid: slot === 'a' && isUp ? 48213 : null,
      memoryBytes: slot === 'a' && isUp ? (service === 'backend' ? 141_230_080 : 68_157_440) : null,
      restarts: 0,
      since: slot === 'a' ? tenant.since : null,
      port: (slot === 'a' ? tenant.ports : tenant.ports.standby)[service],
    })),
  );
}

function record(action, subject, tenantId = null, before = {}, after = {}) {
  audit.unshift({
    id: uuid(),
    at: new Date().toISOString(),
    actor: 'admin',
    role: 'admin',
    address: '192.0.2.17',
    requestId: randomBytes(8).toString('hex'),
    action,
    subject,
    tenantId,
    before,
    after,
  });
  happened('audit', 'audit.recorded', tenantId, { action });
}

const setting = (key, group, type, description, value, bounds = null) => ({
  key,
  group,
  type,
  description,
  bounds,
  default: type === 'secret' ? null : value,
  value: type === 'secret' ? null : value,
  isSet: false,
  secret: type === 'secret',
  testable: key === 'ai.apiKey',
});

function seedManager() {
  accounts = [
    {
      id: user.id,
      username: 'admin',
      role: 'admin',
      disabled: false,
      createdAt: ago(90_000),
      lastSignInAt: ago(2),
    },
    {
      id: uuid(),
      username: 'olive',
      role: 'operator',
      disabled: false,
      createdAt: ago(40_000),
      lastSignInAt: ago(190),
    },
    {
      id: uuid(),
      username: 'auditor',
      role: 'viewer',
      disabled: true,
      createdAt: ago(20_000),
      lastSignInAt: null,
    },
  ];
  tokens = [];
  reserved = [{ first: 20400, reason: 'Monitoring agents' }];
  settings = [
    setting(
      'core.source',
      'core',
      'string',
      'Repository of the core application',
      'https://git.example.com/campaign.git',
    ),
    setting('core.ref', 'core', 'string', 'Branch, tag or commit of new tenants', 'main'),
    setting(
      'deployment.health-timeout',
      'deployment',
      'duration',
      'How long a new release may take to become healthy',
      'PT65S',
      {
        min: 'PT5S',
        max: 'PT30M',
      },
    ),
    setting('deployment.keep-releases', 'deployment', 'int', 'Releases kept for a rollback', '5', {
      min: '1',
      max: '50',
    }),
    setting(
      'deployment.outside-check',
      'deployment',
      'bool',
      'Whether a release is checked through its public address',
      'true',
    ),
    setting(
      'certificates.email',
      'certificates',
      'email',
      'Address for notices of the certificate authority',
      '',
    ),
    setting('ai.apiKey', 'ai', 'secret', 'Key of the AI provider', ''),
    setting('host.root', 'host', 'path', 'Directory of all state', '/var/lib/tenantmgr'),
  ];
}

const blockOf = (first, values) => ({
  first,
  frontend: first,
  backend: first + 1,
  standby: { frontend: first + 2, backend: first + 3 },
  tenant: null,
  reason: null,
  ...values,
});

const tag = (value) =>
  `"${Buffer.from(JSON.stringify(value)).toString('base64url').slice(-24)}-${JSON.stringify(value).length}"`;

/** Answers with its version; a change must be made over the current one. */
function versioned(value, { response }) {
  response.setHeader('ETag', tag(value));
  return value;
}

function matched(value, { request }) {
  const wanted = request.headers['if-match'];
  if (wanted && wanted !== tag(value)) throw new Refusal(412, 'request.stale', 'The version does not match');
}

async function remove(tenant, deployment) {
  tenant.status = 'deleting';
  moved(tenant, deployment, 'run.queued');
  await wait(stepMs);
  deployment.startedAt = new Date().toISOString();
  for (const step of deployment.steps)
    Object.assign(step, { status: 'done', startedAt: deployment.startedAt, durationMs: 120 });
  Object.assign(deployment, {
    status: 'succeeded',
    progressPercent: 100,
    finishedAt: new Date().toISOString(),
    durationMs: stepMs,
  });
  tenants = tenants.filter(({ id }) => id !== tenant.id);
  tell(deployment, 'end', { status: 'succeeded', failure: null });
  moved(tenant, deployment, 'run.changed');
}

const traffic = trafficRoutes({ tenants: () => tenants, find });
const logsOf = logRoutes({ tenants: () => tenants, find, ago, Refusal });

const more = tenantRoutes({
  tenants: () => tenants,
  find,
  paged,
  versioned,
  matched,
  view,
  record,
  happened,
  accepted: (call, tenant, kind) => control({ ...call, id: tenant.id }, kind),
  Refusal,
  ago,
});

const webhooks = webhookRoutes({ tenants: () => tenants, find, record, happened, ago });

const themes = themeRoutes({
  tenants: () => tenants,
  find,
  paged,
  versioned,
  matched,
  record,
  happened,
  Refusal,
  ago,
});

const analyses = analysisRoutes({
  tenants: () => tenants,
  find,
  paged,
  happened,
  apply: themes.apply,
  wear: themes.wear,
  Refusal,
  ago,
  wait: () => wait(stepMs),
});

const remote = remoteRoutes({ tenants: () => tenants, find, paged, ago, Refusal, record });
const health = healthRoutes({ tenants: () => tenants, find, paged, ago, Refusal, happened });

const backups = backupRoutes({
  tenants: () => tenants,
  deployments: () => deployments,
  find,
  paged,
  ago,
  Refusal,
  record,
  happened,
  uuid,
  wait: () => wait(stepMs),
});
const alerts = alertRoutes({ tenants: () => tenants, paged, ago, Refusal, record, happened, uuid });

const routes = {
  ...alerts.routes,
  ...logsOf.routes,
  ...backups.routes,
  ...health.routes,
  ...remote.routes,
  ...traffic.routes,
  ...analyses.routes,
  ...webhooks.routes,
  ...themes.routes,
  ...pagePictureRoutes({ tenants: () => tenants, find, Refusal, wait: () => wait(stepMs) }),
  ...overviewRoutes({
    tenants: () => tenants,
    deployments: () => deployments,
    ago,
    Refusal,
    record,
    traffic: () => traffic.all(),
  }),
  ...certificateRoutes({ tenants: () => tenants, Refusal, record, uuid, happened }),
  ...more.routes,
  'GET /api/tenants/:id/config': (call) => versioned(find(tenants, call.id, 'tenant').config, call),
  'PUT /api/tenants/:id/config': (call) => {
    const tenant = find(tenants, call.id, 'tenant');
    matched(tenant.config, call);
    const { adminEmail = null, adminUsername = 'admin', adminPassword, env = {} } = call.body;
    const isGenerated = !adminPassword?.value && !adminPassword?.isSet;
    tenant.config = {
      version: tenant.config.version + 1,
      adminEmail,
      adminUsername,
      adminPassword: { value: null, secret: true, isSet: true },
      env: Object.fromEntries(
        Object.entries(env).map(([key, { value, secret }]) => [
          key,
          { value: secret ? null : value, secret, isSet: true },
        ]),
      ),
      restartRequired: tenant.status === 'active',
    };
    record('config.change', tenant.slug, tenant.id, {}, { version: tenant.config.version });
    happened('configs', 'config.written', tenant.id);
    const answer = versioned(tenant.config, call);
    return isGenerated
      ? { ...answer, adminPassword: { value: 'made-and-shown-once', secret: true, isSet: true } }
      : answer;
  },
  'DELETE /api/tenants/:id': ({ id, response }) => {
    const tenant = find(tenants, id, 'tenant');
    const deployment = newDeployment(tenant, {
      kind: 'delete',
      steps: ['Preflight', 'Routing', 'Services', 'Clean-up'].map((title) => ({
        id: title.toLowerCase(),
        title,
        status: 'pending',
        startedAt: null,
        durationMs: null,
        detail: null,
      })),
    });
    record('tenant.delete', tenant.slug, tenant.id, { name: tenant.name }, {});
    void remove(tenant, deployment);
    response.statusCode = 202;
    return { deploymentId: deployment.id };
  },
  'POST /api/tenants/:id/rollback': ({ id, body, response }) => {
    const tenant = find(tenants, id, 'tenant');
    const deployment = newDeployment(tenant, {
      kind: 'rollback',
      reason: `to ${body.deploymentId ?? 'the one before'}`,
    });
    void run(tenant, deployment);
    response.statusCode = 202;
    return { deploymentId: deployment.id };
  },
  'GET /api/ports': ({ query }) =>
    paged(
      [
        ...tenants.map(({ id, slug, ports }) =>
          blockOf(ports.frontend, { tenant: { id, slug }, state: 'leased' }),
        ),
        ...reserved.map(({ first, reason }) => blockOf(first, { state: 'reserved', reason })),
        blockOf(20_800, { state: 'foreign', reason: 'a process listens on 20801' }),
      ],
      query,
    ),
  'GET /api/ports/next-available': () => {
    const { state: _, tenant: __, reason: ___, ...free } = blockOf(20000 + tenants.length * 4, {});
    return { items: [free], page: 0, size: 1, total: 1 };
  },
  'POST /api/ports': ({ body, response }) => {
    if (body.first % 4 !== 0)
      throw new Refusal(400, 'request.invalid', 'The request is invalid', undefined, {
        errors: [{ field: 'first', message: 'must be the first port of a block' }],
      });
    reserved.push(body);
    happened('ports', 'port.reserved', null, { first: body.first });
    response.statusCode = 201;
    return blockOf(body.first, { state: 'reserved', reason: body.reason });
  },
  'DELETE /api/ports/:id': ({ id }) => {
    reserved = reserved.filter(({ first }) => String(first) !== id);
    happened('ports', 'port.released', null, { first: Number(id) });
  },
  'GET /api/settings': ({ query }) =>
    paged(settings, new URLSearchParams({ ...Object.fromEntries(query), size: '200' })),
  'GET /api/settings/:id': (call) =>
    versioned(
      settings.find(({ key }) => key === call.id),
      call,
    ),
  'PUT /api/settings/:id': (call) => {
    const known = settings.find(({ key }) => key === call.id);
    matched(known, call);
    const { value = null, isSet = false } = call.body;
    const isKept = known.secret && value === null && isSet;
    if (!isKept)
      Object.assign(known, { value: known.secret ? null : (value ?? known.default), isSet: value !== null });
    record('setting.change', known.key);
    happened('settings', 'setting.changed', null, { key: known.key });
    return versioned(known, call);
  },
  'POST /api/settings/:id/test': ({ id }) => {
    const known = settings.find(({ key }) => key === id);
    if (!known.testable) throw new Refusal(409, 'setting.no-test', 'This setting cannot be tested');
    record('setting.test', id);
    return {
      key: id,
      works: known.isSet,
      detail: known.isSet
        ? 'The key is accepted, and the model claude-sonnet-5 answers'
        : 'No API key is set',
      durationMs: 812,
    };
  },
  'GET /api/users': ({ query }) => paged(accounts, query),
  'POST /api/users': ({ body, response }) => {
    const account = {
      id: uuid(),
      username: body.username,
      role: body.role,
      disabled: false,
      createdAt: new Date().toISOString(),
      lastSignInAt: null,
    };
    accounts.push(account);
    record('user.create', body.username, null, {}, { role: body.role });
    response.statusCode = 201;
    return account;
  },
  'PUT /api/users/:id': ({ id, body }) => {
    const { password: _, ...change } = body;
    return Object.assign(find(accounts, id, 'user'), change);
  },
  'DELETE /api/users/:id': ({ id }) => {
    if (id === user.id) throw new Refusal(409, 'user.last-admin', 'The last admin cannot be removed');
    accounts = accounts.filter((account) => account.id !== id);
  },
  'GET /api/tokens': ({ query }) => paged(tokens, query),
  'POST /api/tokens': ({ body, response }) => {
    const token = {
      id: uuid(),
      name: body.name,
      owner: 'admin',
      role: body.role,
      tenants: body.tenants ?? null,
      expiresAt: body.expiresAt ?? null,
      lastUsedAt: null,
      createdAt: new Date().toISOString(),
      token: null,
    };
    tokens.push(token);
    response.statusCode = 201;
    return { ...token, token: `tm_${randomBytes(18).toString('base64url')}` };
  },
  'DELETE /api/tokens/:id': ({ id }) => {
    tokens = tokens.filter((token) => token.id !== id);
  },
  'PUT /api/auth/password': ({ body, response }) => {
    if (body.currentPassword !== password)
      throw new Refusal(403, 'auth.wrong-password', 'The current password is wrong');
    return open(response);
  },
  'GET /api/audit/chain': () => ({
    intact: true,
    entries: audit.length,
    head: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    faults: [],
    faultCount: 0,
    verifiedAt: new Date().toISOString(),
  }),
  'GET /api/audit': ({ query }) =>
    paged(
      audit
        .filter(({ action }) => !query.get('action') || action === query.get('action'))
        .filter(({ actor }) => !query.get('actor') || actor === query.get('actor'))
        .filter(({ tenantId }) => !query.get('tenant') || tenantId === query.get('tenant')),
      query,
    ),
  'POST /api/auth/login': ({ body, response }) => {
    if (body.username !== 'admin' || body.password !== password)
      throw new Refusal(401, 'auth.refused', 'Not signed in', 'Unknown user or wrong password.');
    return open(response);
  },
  'POST /api/auth/refresh': ({ cookie, response }) => {
    if (!sessions.has(cookie)) throw new Refusal(401, 'auth.refused', 'Not signed in');
    return open(response);
  },
  'POST /api/auth/logout': ({ cookie, response }) => {
    sessions.delete(cookie);
    response.setHeader('Set-Cookie', 'session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0');
    return undefined;
  },
  'GET /api/auth/me': () => user,
  'POST /api/tenants': ({ body, response }) => {
    if (!/^[a-z][a-z0-9-]{1,26}[a-z0-9]$/.test(body.slug))
      throw new Refusal(400, 'request.invalid', 'The request is invalid', undefined, {
        errors: [{ field: 'slug', message: 'is not a slug' }],
      });
    if (tenants.some(({ slug }) => slug === body.slug))
      throw new Refusal(
        409,
        'tenant.slug-taken',
        'The slug is taken',
        `Another tenant is called ${body.slug}.`,
      );
    if (tenants.some(({ domain }) => domain === body.domain))
      throw new Refusal(
        409,
        'tenant.domain-taken',
        'The domain is taken',
        `Another tenant serves ${body.domain}.`,
      );
    const { config = {}, ...values } = body;
    const env = Object.entries(config.env ?? {}).map(([key, { value, secret }]) => [
      key,
      { value: secret ? null : value, secret, isSet: true },
    ]);
    const tenant = newTenant({
      ...values,
      config: {
        ...newConfig(),
        adminEmail: config.adminEmail ?? `admin@${body.domain}`,
        adminUsername: config.adminUsername ?? 'admin',
        ...(config.env && { env: Object.fromEntries(env) }),
      },
    });
    tenants.push(tenant);
    record('tenant.create', tenant.slug, tenant.id, {}, { name: tenant.name, domain: tenant.domain });
    happened('tenants', 'tenant.created', tenant.id, { slug: tenant.slug });
    response.statusCode = 201;
    const created = view(tenant);
    if (config.adminPassword?.value) return created;
    const adminPassword = { value: `pw-${randomBytes(9).toString('base64url')}`, secret: true, isSet: true };
    return { ...created, config: { ...created.config, adminPassword } };
  },
  'GET /api/tenants/:id/services': ({ id }) => ({ items: services(find(tenants, id, 'tenant')) }),
  'POST /api/tenants/:id/deploy': ({ id, response }) => {
    const tenant = find(tenants, id, 'tenant');
    const running = deployments.find(
      (d) => d.tenantId === tenant.id && ['queued', 'running'].includes(d.status),
    );
    if (running)
      throw new Refusal(
        409,
        'deployment.running',
        'A deployment is running',
        'One tenant has one deployment at a time.',
        { deploymentId: running.id },
      );
    const deployment = newDeployment(tenant);
    void run(tenant, deployment);
    response.statusCode = 202;
    return { deploymentId: deployment.id };
  },
  'GET /api/events': ({ query, request, response }) => {
    const topics = new Set((query.get('topics') ?? 'tenants,runs,services,configs').split(','));
    const after = Number(request.headers['last-event-id'] ?? query.get('afterSeq') ?? lastEvent);
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write(`retry: 500\nevent: ready\nid: ${after}\ndata: ${JSON.stringify({ seq: after })}\n\n`);
    const first = events[0]?.seq ?? lastEvent + 1;
    if (after + 1 < first)
      response.write(
        `event: gap\nid: ${first - 1}\ndata: ${JSON.stringify({ from: after + 1, to: first - 1 })}\n\n`,
      );
    for (const told of events) if (told.seq > after && topics.has(told.topic)) tellEvent(response, told);
    const watcher = { response, topics };
    eventWatchers.add(watcher);
    request.on('close', () => eventWatchers.delete(watcher));
    return response;
  },
  'POST /api/tenants/:id/start': (call) => control(call, 'start'),
  'POST /api/tenants/:id/stop': (call) => control(call, 'stop'),
  'POST /api/tenants/:id/restart': (call) => control(call, 'restart'),
  'GET /api/deployments': ({ query }) => {
    const tenant = query.get('tenant') && find(tenants, query.get('tenant'), 'tenant');
    const items = deployments
      .filter((d) => !tenant || d.tenantId === tenant.id)
      .filter((d) => !query.get('status') || d.status === query.get('status'))
      .filter((d) => !query.get('kind') || d.kind === query.get('kind'))
      .sort((a, b) => b.queuedAt.localeCompare(a.queuedAt));
    return paged(items, query);
  },
  'GET /api/deployments/:id': ({ id }) => find(deployments, id, 'deployment'),
  'POST /api/deployments/:id/cancel': ({ id, response }) => {
    find(deployments, id, 'deployment').isCancelled = true;
    response.statusCode = 202;
    return { deploymentId: id };
  },
  'GET /api/deployments/:id/logs': ({ id, query, request, response }) => {
    const deployment = find(deployments, id, 'deployment');
    const after = Number(request.headers['last-event-id'] ?? query.get('afterSeq') ?? 0);
    const lines = logs.get(id);
    const accept = request.headers.accept ?? '';
    if (accept.includes('text/plain')) {
      response.setHeader('Content-Type', 'text/plain; charset=utf-8');
      response.end(lines.map(({ text }) => text).join('\n'));
      return response;
    }
    if (!accept.includes('text/event-stream')) {
      const limit = Math.min(1000, Number(query.get('limit') ?? 1000));
      if (longLines > 0 && deployment.finishedAt)
        return {
          items: Array.from({ length: Math.min(limit, longLines - after) }, (_, i) =>
            longLine(after + 1 + i),
          ),
          lastSeq: longLines,
        };
      return { items: lines.slice(after, after + limit), lastSeq: lines.length };
    }
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write('retry: 500\n: hello\n\n');
    for (const line of lines.slice(after))
      response.write(`event: line\nid: ${line.seq}\ndata: ${JSON.stringify(line)}\n\n`);
    if (!['queued', 'running'].includes(deployment.status)) {
      response.end(
        `event: end\ndata: ${JSON.stringify({ status: deployment.status, failure: deployment.failure })}\n\n`,
      );
      return response;
    }
    const known = watchers.get(id) ?? new Set();
    watchers.set(id, known.add(response));
    request.on('close', () => known.delete(response));
    return response;
  },
};

function control({ id, response }, kind) {
  const tenant = find(tenants, id, 'tenant');
  const deployment = newDeployment(tenant, { kind });
  void run(tenant, deployment);
  response.statusCode = 202;
  return { deploymentId: deployment.id };
}

function open(response) {
  const id = randomBytes(12).toString('hex');
  sessions.add(id);
  response.setHeader('Set-Cookie', `session=${id}; Path=/; HttpOnly; SameSite=Strict`);
  return { accessToken: 'not-for-browsers', expiresInSeconds: 900, user };
}

/** What NGINX answers for a manager that does not run. */
function unavailable(response) {
  response.writeHead(503, { 'Content-Type': 'application/problem+json', 'Retry-After': '5' });
  response.end(
    JSON.stringify({
      title: 'Manager unavailable',
      status: 503,
      detail: 'Sites stay up. Try again in a few seconds.',
      code: 'web.unavailable',
      instance: randomBytes(6).toString('hex'),
    }),
  );
}

function match(method, path) {
  for (const [route, handle] of Object.entries(routes)) {
    const [verb, pattern] = route.split(' ');
    const found = new RegExp(`^${pattern.replaceAll(/:[a-z]+/g, '([^/]+)')}$`).exec(path);
    const part = (at) => found[at] && decodeURIComponent(found[at]);
    if (verb === method && found) return { route, handle, id: part(1), second: part(2) };
  }
  return undefined;
}

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

async function file(path, request, response) {
  const name = extname(path) ? normalize(path) : '/index.html';
  // As the web server has them: compressed when they were built.
  const isCompressed =
    /\bgzip\b/.test(request.headers['accept-encoding'] ?? '') && existsSync(join(dist, `${name}.gz`));
  try {
    const bytes = await readFile(join(dist, isCompressed ? `${name}.gz` : name));
    response.writeHead(200, {
      ...(isCompressed && { 'Content-Encoding': 'gzip' }),
      'Content-Type': types[extname(name)] ?? 'application/octet-stream',
      'Content-Security-Policy': csp,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
    response.end(bytes);
  } catch {
    response.writeHead(404).end();
  }
}

async function answer(request, response) {
  const url = new URL(request.url, 'http://mock');
  const path = url.pathname;
  if (path === '/mock/away' || path === '/mock/back') {
    isAway = path === '/mock/away';
    if (isAway) {
      for (const known of watchers.values()) for (const stream of known) stream.destroy();
      for (const { response: stream } of eventWatchers) stream.destroy();
    }
    return response.end();
  }
  if (isAway && /^\/(api|q)\//.test(path)) return unavailable(response);
  if (path === '/q/health/live') return response.end('{"status":"UP"}');
  if (path === '/mock/scenario') {
    scenario(url.searchParams.get('name'));
    return response.end();
  }
  if (path === '/mock/drop') {
    for (const known of watchers.values()) for (const stream of known) stream.destroy();
    for (const { response: stream } of eventWatchers) stream.destroy();
    logsOf.drop();
    return response.end();
  }
  if (path === '/mock/long') {
    longLines = Number(url.searchParams.get('lines'));
    return response.end();
  }
  if (path === '/mock/logs') {
    logsOf.flood(Number(url.searchParams.get('add') ?? 0), Number(url.searchParams.get('rate') ?? 0));
    return response.end();
  }
  if (path === '/mock/remote') {
    remote.down(url.searchParams.get('down') === 'true');
    return response.end();
  }
  if (path === '/mock/print') {
    const tenant = find(tenants, url.searchParams.get('tenant'), 'tenant');
    const text = url.searchParams.get('text');
    for (let i = 0; i < Number(url.searchParams.get('times') ?? 1); i++)
      logsOf.print(tenant, 'backend', url.searchParams.get('level') ?? 'info', text.replace('%d', String(i)));
    return response.end();
  }
  if (path === '/mock/hush') {
    isHushed = true;
    return response.end();
  }
  if (path === '/mock/expire') {
    if (url.searchParams.get('at') === 'change') endsAtChange = true;
    else sessions.clear();
    return response.end();
  }
  if (!path.startsWith('/api/')) return file(path, request, response);
  const found = match(request.method, path);
  const cookie = /session=([0-9a-f]+)/.exec(request.headers.cookie ?? '')?.[1];
  try {
    if (!found) throw new Refusal(404, 'route.unknown', 'Not found');
    if (endsAtChange && request.method !== 'GET') {
      endsAtChange = false;
      sessions.clear();
    }
    if (!found.route.includes('/auth/log') && !sessions.has(cookie))
      throw new Refusal(401, 'auth.needed', 'Not signed in');
    if (request.method !== 'GET' && !request.headers['x-requested-with'])
      throw new Refusal(403, 'auth.cross-site', 'Not from this page');
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    const isJson = /json/.test(request.headers['content-type'] ?? '');
    const result = await found.handle({
      id: found.id,
      second: found.second,
      body: isJson && bytes.length > 0 ? JSON.parse(bytes.toString()) : {},
      bytes,
      query: url.searchParams,
      cookie,
      request,
      response,
    });
    if (result === response) return undefined;
    if (result === undefined) return response.writeHead(204).end();
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(result));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    response.writeHead(error.status, { 'Content-Type': 'application/problem+json' });
    response.end(JSON.stringify(error.body));
  }
}

await access(join(dist, 'index.html')).catch(() => {
  throw new Error('There is no dist/index.html: run `npm run build` first');
});
scenario(process.env.SCENARIO ?? 'filled');
createServer((request, response) => void answer(request, response)).listen(port, '127.0.0.1', () =>
  console.log(`mock manager on http://127.0.0.1:${port}, admin / ${password}`),
);

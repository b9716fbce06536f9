// analysis.mjs PAGE ROUNDS AT_ONCE: analyses PAGE ROUNDS times one after the other, then AT_ONCE times at once while the list of
// tenants is read. Prints lines "whole MS", "capture MS", "extract MS" of the first, and "list MICROSECONDS" of the second.
const [page, rounds, atOnce] = process.argv.slice(2);
const root = `http://127.0.0.1:${process.env.TENANTMGR_API_PORT}`;
let authorization = '';

async function ask(method, path, body) {
  const answer = await fetch(root + path, {
    method,
    headers: { 'Content-Type': 'application/json', ...(authorization && { Authorization: authorization }) },
    body: body && JSON.stringify(body),
  });
  const json = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(json)}`);
  return json;
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function analysed() {
  const { analysisId } = await ask('POST', '/api/tenants/analysed/theme/analyze', { url: page });
  for (;;) {
    const analysis = await ask('GET', `/api/analyses/${analysisId}`);
    if (analysis.finishedAt) {
      if (analysis.status !== 'succeeded') throw new Error(`the analysis ${analysis.status}: ${JSON.stringify(analysis.failure)}`);
      return analysis;
    }
    await pause(100);
  }
}

const duration = (analysis, step) => analysis.steps.find(({ id }) => id === step).durationMs;

async function listed(until) {
  while (!until.over) {
    const began = process.hrtime.bigint();
    await ask('GET', '/api/tenants');
    console.log('list', Number((process.hrtime.bigint() - began) / 1000n));
    await pause(50);
  }
}

const { accessToken } = await ask('POST', '/api/auth/login', { username: 'admin', password: process.env.TENANTMGR_ADMIN_PASSWORD });
authorization = `Bearer ${accessToken}`;
await ask('POST', '/api/tenants', { name: 'Analysed', slug: 'analysed', domain: 'analysed.example.org' });
await analysed(); // unpacks what the first capture needs
for (let round = 0; round < Number(rounds); round++) {
  const analysis = await analysed();
  console.log('whole', Date.parse(analysis.finishedAt) - Date.parse(analysis.queuedAt));
  for (const step of ['capture', 'extract']) console.log(step, duration(analysis, step));
}
const until = { over: false };
const reader = listed(until);
await Promise.all(Array.from({ length: Number(atOnce) }, analysed));
until.over = true;
await reader;

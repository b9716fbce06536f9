// flood.mjs probe SECONDS: prints the p99 of /q/health/live in microseconds, and the number of probes.
// flood.mjs subprotocol|anonymous|foreign-host|sign-in SECONDS CLIENTS: refused requests without a pause; prints their number.
import { Agent, request } from 'node:http';

const port = Number(process.env.TENANTMGR_API_PORT);
const [kind, seconds, clients] = process.argv.slice(2);
const end = Date.now() + Number(seconds) * 1000;

/** Resolves to the status. A connection that the manager closes or does not accept counts as refused. */
function ask(agent, { path, method = 'GET', headers = {}, body, localAddress }) {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent, localAddress }, (answer) => {
      answer.on('error', reject);
      answer.on('end', () => resolve(answer.statusCode));
      answer.resume();
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const kinds = {
  subprotocol: () => ({ path: '/api/x', headers: { 'Sec-WebSocket-Protocol': 'quarkus-http-upgrade%zz' } }),
  anonymous: () => ({ path: '/api/tenants' }),
  'foreign-host': () => ({ path: '/api/tenants', headers: { Host: 'evil.example' } }),
  'sign-in': (client) => ({
    path: '/api/auth/login',
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username: 'admin', password: 'not-the-password' }),
    localAddress: `127.9.${client}.${1 + Math.floor(Math.random() * 250)}`,
  }),
};
const expected = { subprotocol: [400], anonymous: [401], 'foreign-host': [421], 'sign-in': [401, 429, 503] };

async function flood(client) {
  const agent = new Agent({ keepAlive: kind !== 'sign-in', maxSockets: 1 });
  let refused = 0;
  while (Date.now() < end) {
    const status = await ask(agent, kinds[kind](client)).catch(() => undefined);
    if (status !== undefined && !expected[kind].includes(status)) throw new Error(`${kind} was answered with ${status}`);
    refused++;
  }
  agent.destroy();
  return refused;
}

async function probe() {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const took = [];
  while (Date.now() < end) {
    const began = process.hrtime.bigint();
    const status = await ask(agent, { path: '/q/health/live' });
    if (status !== 200) throw new Error(`/q/health/live was answered with ${status}`);
    took.push(Number((process.hrtime.bigint() - began) / 1000n));
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  took.sort((a, b) => a - b);
  console.log(took[Math.ceil(took.length * 0.99) - 1], took.length);
  agent.destroy();
}

if (kind === 'probe') await probe();
else {
  const counts = await Promise.all(Array.from({ length: Number(clients) }, (_, client) => flood(client)));
  console.log(counts.reduce((sum, each) => sum + each, 0));
}

// Refused sign-ins, one after the other: login.mjs TRIES. Prints "kind microseconds" for each.
import { request } from 'node:http';

const port = Number(process.env.TENANTMGR_API_PORT);
const tries = Number(process.argv[2]);
let made = 0;

/** Addresses in 127.0.0.0/8, all on this machine: failures are counted per address. */
function freshAddress() {
  made++;
  return `127.8.${made >> 8}.${made & 255}`;
}

function post(path, body, { localAddress, token, method = 'POST' } = {}) {
  const headers = { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) };
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, localAddress }, (answer) => {
      let text = '';
      answer.on('data', (some) => {
        text += some;
      });
      answer.on('end', () => resolve({ status: answer.statusCode, text }));
    });
    sent.on('error', reject);
    sent.end(JSON.stringify(body));
  });
}

function expect(status, answer) {
  if (answer.status !== status) throw new Error(`expected ${status}, got ${answer.status}: ${answer.text}`);
  return JSON.parse(answer.text);
}

const admin = { username: 'admin', password: process.env.TENANTMGR_ADMIN_PASSWORD };
const token = expect(200, await post('/api/auth/login', admin)).accessToken;
const somebody = { username: 'somebody', password: 'a-password-that-was-right' };
const { id } = expect(201, await post('/api/users', { ...somebody, role: 'viewer' }, { token }));
expect(200, await post(`/api/users/${id}`, { role: 'viewer', disabled: true }, { token, method: 'PUT' }));

const kinds = {
  'wrong-password': { ...admin, password: 'not-the-password' },
  'unknown-user': { username: 'nobody-of-this-name', password: 'not-the-password' },
  'disabled-account': somebody,
};
for (let i = 0; i < tries; i++) {
  for (const [kind, body] of Object.entries(kinds)) {
    const began = process.hrtime.bigint();
    expect(401, await post('/api/auth/login', body, { localAddress: freshAddress() }));
    console.log(kind, Number((process.hrtime.bigint() - began) / 1000n));
  }
}

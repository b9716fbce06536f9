// theme.mjs SLUG CHANGES PICTURES: saves CHANGES themes and waits each time until a visitor gets it, then asks PICTURES times for pictures
// of the page in a theme. Prints lines "seen MS" and "pictures MS".
import { request } from 'node:http';

const [slug, changes, pictures] = process.argv.slice(2);
const { TENANTMGR_API_PORT: port, TENANTMGR_HTTP_PORT: sites, TENANTMGR_ADMIN_PASSWORD: password } = process.env;
let authorization = '';

async function ask(method, path, body) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...(authorization && { Authorization: authorization }) },
    body: JSON.stringify(body),
  });
  const json = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(json)}`);
  return json;
}

/** The style sheet as a visitor gets it, through NGINX. */
const visited = () =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: sites, path: '/theme.css', headers: { Host: `${slug}.localhost` } }, (answer) => {
      let text = '';
      answer.on('data', (part) => (text += part)).on('end', () => resolve(text));
    })
      .on('error', reject)
      .end();
  });

const colour = (at) => `#${(0x204060 + at * 0x0b0507).toString(16).padStart(6, '0')}`;
const palette = (at) => ({ palette: { primary: colour(at) } });
const address = `/api/tenants/${slug}/theme`;

authorization = `Bearer ${(await ask('POST', '/api/auth/login', { username: 'admin', password })).accessToken}`;
for (let at = 0; at < Number(changes); at++) {
  await ask('PUT', address, palette(at));
  const saved = performance.now();
  while (!(await visited()).includes(`--color-primary: ${colour(at)};`)) {
    if (performance.now() - saved > 30_000) throw new Error('the theme is not served');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  console.log('seen', Math.round(performance.now() - saved));
}
await ask('POST', `${address}/pictures`, palette(0)); // unpacks what the first one needs
for (let at = 0; at < Number(pictures); at++) {
  const { durationMs, worn, pictures: taken } = await ask('POST', `${address}/pictures`, palette(at));
  if (!worn || taken.length !== 4) throw new Error(`worn: ${worn}, ${taken.length} pictures`);
  console.log('pictures', durationMs);
}

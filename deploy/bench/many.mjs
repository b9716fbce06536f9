// many.mjs COUNT: creates and deploys COUNT tenants at once, and asks for a page of tenants until the last is live. Prints
// "wall milliseconds" from the first request to the last success, and "p95 milliseconds" of the page.
const count = Number(process.argv[2]);
const { TENANTMGR_API_PORT: port, TENANTMGR_ADMIN_PASSWORD: password } = process.env;
let token = "";

async function api(method, path, content, headers = {}) {
  const answer = await fetch(`http://127.0.0.1:${port}/api/${path}`, {
    method,
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}`, ...headers },
    body: content && JSON.stringify(content),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function becomesLive(slug) {
  await api("POST", "tenants", { name: slug, slug, domain: `${slug}.localhost`, config: { adminEmail: `admin@${slug}.localhost` } });
  const deployment = await api("POST", `tenants/${slug}/deploy`, {}, { Prefer: "wait=300" }); // as a pipeline does
  if (deployment.status !== "succeeded") throw new Error(`${slug}: ${JSON.stringify(deployment)}`);
}

token = (await api("POST", "auth/login", { username: "admin", password })).accessToken;
await api("PUT", "settings/deployment.watchTime", { value: "0s" }); // the script by hand does not watch either
let isOver = false;
const took = [];
async function probe() {
  while (!isOver) {
    const began = performance.now();
    await api("GET", "tenants?size=50");
    took.push(performance.now() - began);
    await pause(200);
  }
}
const began = performance.now();
const probing = probe();
await Promise.all(Array.from({ length: count }, (_, tenant) => becomesLive(`rest-${tenant + 1}`)));
console.log(`wall ${Math.round(performance.now() - began)}`);
isOver = true;
await probing;
took.sort((a, b) => a - b);
console.log(`p95 ${Math.round(took[Math.ceil(took.length * 0.95) - 1])}`);

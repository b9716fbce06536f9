// Creates the named tenant, deploys it and prints the time of each step, one "name milliseconds" per line.
const [slug] = process.argv.slice(2);
const { TENANTMGR_API_PORT: port, TENANTMGR_ADMIN_PASSWORD: password } = process.env;
const APPLICATIONS_OWN = ["start-services", "verify-health"];
let token = "";

async function api(method, path, content) {
  const answer = await fetch(`http://127.0.0.1:${port}/api/${path}`, {
    method,
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}` },
    body: content && JSON.stringify(content),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

async function finished(id) {
  for (;;) {
    const deployment = await api("GET", `deployments/${id}`);
    if (deployment.status === "succeeded") return deployment;
    if (deployment.finishedAt) throw new Error(`${slug} ${deployment.status}: ${JSON.stringify(deployment.failure)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

token = (await api("POST", "auth/login", { username: "admin", password })).accessToken;
const began = performance.now();
await api("POST", "tenants", {
  name: slug,
  slug,
  domain: `${slug}.localhost`,
  config: { adminEmail: `admin@${slug}.localhost` },
});
const created = performance.now();
const { deploymentId } = await api("POST", `tenants/${slug}/deploy`, {});
const { steps, durationMs } = await finished(deploymentId);
const own = steps.filter(({ id }) => APPLICATIONS_OWN.includes(id)).reduce((sum, step) => sum + step.durationMs, 0);

console.log(`create ${Math.round(created - began)}`);
for (const step of steps) console.log(`${step.id} ${step.durationMs ?? 0}`);
console.log(`in-all ${durationMs}\nwithout-start ${durationMs - own}`);

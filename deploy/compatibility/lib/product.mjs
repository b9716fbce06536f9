// The API of a running product, as a pipeline uses it. Reads BASE_URL and ADMIN_PASSWORD.
import { request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const { BASE_URL, ADMIN_PASSWORD } = process.env;
/** Of the first account of each tenant. */
const PASSWORD = "a-password-for-a-trial";
let token;

/** Each on a connection of its own: NGINX closes idle ones when it reads new maps, and a program does not repeat as a browser does. */
function ask(method, path, content) {
  const headers = { Accept: "application/json", "Content-Type": "application/json", Authorization: `Bearer ${token}` };
  return new Promise((resolve, reject) => {
    const sent = request(BASE_URL + path, { method, headers, agent: false, timeout: 60_000 }, (answer) => {
      const chunks = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: answer.statusCode, headers: answer.headers, json: text ? JSON.parse(text) : {} });
      });
    });
    sent.on("timeout", () => sent.destroy(new Error(`${method} ${path}: no answer within 60 s`)));
    sent.on("error", reject);
    sent.end(content && JSON.stringify(content));
  });
}

async function signIn() {
  const { status, headers, json } = await ask("POST", "/api/auth/login", { username: "admin", password: ADMIN_PASSWORD });
  if (status === 429) {
    // Other clients of this address have failed to sign in.
    await sleep(Number(headers["retry-after"] ?? 1) * 1000);
    return signIn();
  }
  if (status !== 200) throw new Error(`sign-in: ${status} ${json.detail ?? json.title}`);
  token = json.accessToken;
}

/** @throws with the reason of the API. An access token that has expired is replaced. */
export async function api(method, path, content) {
  if (!token) await signIn();
  let answer = await ask(method, path, content);
  if (answer.status === 401) {
    await signIn();
    answer = await ask(method, path, content);
  }
  const { status, json } = answer;
  if (status < 300) return json;
  const fields = (json.errors ?? []).map(({ field, message }) => `${field}: ${message}`);
  throw new Error(`${method} ${path}: ${status} ${[json.detail ?? json.title, ...fields].join("; ")}`);
}

/** Waits for the end of a run. @throws with the failed step, its reason and the last lines of the log */
export async function done({ deploymentId }, withinMs = 1_800_000) {
  for (const end = Date.now() + withinMs; Date.now() < end; await sleep(250)) {
    const run = await api("GET", `/api/deployments/${deploymentId}`);
    if (run.status === "succeeded") return run;
    if (!["queued", "running"].includes(run.status)) throw new Error(await reason(run));
  }
  throw new Error(`${deploymentId} has not ended within ${withinMs / 1000} s`);
}

async function reason({ id, status, failure }) {
  const { items } = await api("GET", `/api/deployments/${id}/logs?limit=1000`);
  const lines = items.slice(-25).map(({ text }) => `    ${text}`);
  return [`${status}${failure ? ` in ${failure.step}: ${failure.detail}` : ""}`, ...lines].join("\n");
}

/** A tenant of its own for an application. */
export async function createTenant(slug, location, env = {}) {
  const values = Object.fromEntries(Object.entries(env).map(([key, value]) => [key, { value, secret: false }]));
  const config = { adminEmail: `admin@${slug}.example.org`, adminPassword: PASSWORD, env: values };
  const source = { kind: "directory", location };
  const domain = `${slug}.example.org`;
  await api("POST", "/api/tenants", { name: slug, slug, domain, source, config });
  return { slug, domain, password: PASSWORD };
}

export async function deploy(slug) {
  const run = await done(await api("POST", `/api/tenants/${slug}/deploy`, {}));
  const took = (id) => (run.steps.find((step) => step.id === id)?.durationMs ?? 0) / 1000;
  return { seconds: run.durationMs / 1000, buildSeconds: took("copy-core-files") };
}

export const command = async (slug, id) => done(await api("POST", `/api/tenants/${slug}/commands/${id}`));

export const remove = async (slug) => done(await api("DELETE", `/api/tenants/${slug}?removeFiles=true&removeDatabase=true`));

/** The services of the live slot. */
export async function services(slug) {
  const answer = await api("GET", `/api/tenants/${slug}/services`);
  return (answer.items ?? answer).filter((service) => service.live);
}

// The API of a running product, as a pipeline uses it. Reads BASE_URL and ADMIN_PASSWORD.
import { setTimeout as sleep } from "node:timers/promises";

const { BASE_URL, ADMIN_PASSWORD } = process.env;
let token;

async function ask(method, path, content) {
  const headers = { Accept: "application/json", "Content-Type": "application/json", Authorization: `Bearer ${token}` };
  const answer = await fetch(BASE_URL + path, { method, headers, body: content && JSON.stringify(content) });
  const text = await answer.text();
  return { status: answer.status, json: text ? JSON.parse(text) : {} };
}

async function signIn() {
  const { status, json } = await ask("POST", "/api/auth/login", { username: "admin", password: ADMIN_PASSWORD });
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
  const config = { adminEmail: `admin@${slug}.example.org`, env: values };
  const source = { kind: "directory", location };
  const { config: made } = await api("POST", "/api/tenants", { name: slug, slug, domain: `${slug}.example.org`, source, config });
  return { slug, domain: `${slug}.example.org`, password: made?.adminPassword };
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

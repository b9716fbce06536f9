// Deploys the sample application as tenant `demo`: creates the tenant if it is missing, and deploys it if it was never
// deployed, does not respond, or its source has changed. Uses the API like a CI pipeline.
import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join, relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const { TENANTMGR_HOME: home, TENANTMGR_CORE_SOURCE: source, TENANTMGR_ADMIN_PASSWORD: givenPassword } = process.env;
const apiPort = Number(process.env.TENANTMGR_API_PORT);
const httpPort = Number(process.env.TENANTMGR_HTTP_PORT);
const deployedSource = join(home, "run", "demo-source");
const colour = process.stdout.isTTY ? { dim: "\x1b[2m", plain: "\x1b[0m" } : { dim: "", plain: "" };

class Refusal extends Error {}

/** Node does not resolve *.localhost on every system, so requests go to the loopback address with a Host header. */
function ask(port, method, path, { body, headers = {} } = {}) {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: "127.0.0.1", port, method, path, headers, timeout: 30_000 }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => resolve({ status: response.statusCode, text: Buffer.concat(chunks).toString() }));
      response.on("error", reject);
    });
    outgoing.on("timeout", () => outgoing.destroy(new Error(`${method} ${path}: no answer within 30 s`)));
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

let accessToken;

/** Returns the JSON, or undefined for 404. Throws other errors with the API's reason. */
async function api(method, path, content) {
  const headers = { Accept: "application/json" };
  if (accessToken) headers.Authorization = `Bearer ${accessToken}`;
  if (method !== "GET") headers["Idempotency-Key"] = randomUUID();
  if (content) headers["Content-Type"] = "application/json";
  const { status, text } = await ask(apiPort, method, path, { body: content && JSON.stringify(content), headers });
  if (status === 404) return undefined;
  const answer = text ? JSON.parse(text) : {};
  if (status < 300) return answer;
  const fields = (answer.errors ?? []).map((error) => `${error.field}: ${error.message}`);
  throw Object.assign(new Refusal(`${[answer.detail ?? answer.title, ...fields].join("; ")} (${status})`), { status });
}

/** The file contains the initial password; an explicitly set one applies at the first start only. */
async function signIn() {
  const passwords = [givenPassword, read(join(home, "admin-password"))].filter(Boolean);
  for (const password of passwords) {
    try {
      accessToken = (await api("POST", "/api/auth/login", { username: "admin", password })).accessToken;
      return;
    } catch (refusal) {
      if (refusal.status !== 401) throw refusal;
    }
  }
  throw new Refusal("the password of admin was changed, so the launcher cannot sign in; the tenant demo is left unchanged");
}

function read(file) {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return undefined;
  }
}

/** Hash over names and contents of the source, without the output of its own build. */
function sourceHash() {
  const hash = createHash("sha256");
  const files = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(source, join(entry.parentPath ?? entry.path, entry.name)))
    .filter((file) => !/^target\/|^[^/]*\.jar$|\.class$/.test(file))
    .sort();
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(source, file))).update("\0");
  return hash.digest("hex");
}

async function answers(withinSeconds) {
  const deadline = Date.now() + withinSeconds * 1000;
  const headers = { Host: `demo.localhost:${httpPort}` };
  for (;;) {
    const status = await ask(httpPort, "GET", "/", { headers }).then(({ status }) => status, () => undefined);
    if (status === 200) return true;
    if (Date.now() > deadline) return false;
    await sleep(200);
  }
}

const isRunning = (deployment) => ["queued", "running"].includes(deployment.status);
const isOver = (step) => ["done", "skipped", "failed", "undone"].includes(step.status);
const marks = { done: "✓", skipped: "–", failed: "✗", undone: "↺" };

/** Prints log and steps until the deployment ends, and returns it. */
async function follow(id) {
  let seen = 0;
  const shown = new Map();
  for (;;) {
    const deployment = await api("GET", `/api/deployments/${id}`);
    const { items } = await api("GET", `/api/deployments/${id}/logs?afterSeq=${seen}&limit=1000`);
    seen = items.at(-1)?.seq ?? seen;

    const ofNoStep = items.filter((line) => !deployment.steps.some((step) => step.id === line.step));
    ofNoStep.forEach(showLine);
    for (const step of deployment.steps) {
      items.filter((line) => line.step === step.id).forEach(showLine);
      if (!isOver(step) || shown.get(step.id) === step.status) continue;
      shown.set(step.id, step.status);
      showStep(step);
    }
    if (!isRunning(deployment) && items.length === 0) return deployment;
    await sleep(items.length ? 50 : 300);
  }
}

function showLine(line) {
  console.log(`${colour.dim}    ${line.text}${colour.plain}`);
}

function showStep({ status, title, durationMs }) {
  const seconds = durationMs === undefined || durationMs === null ? "" : ` (${(durationMs / 1000).toFixed(1)} s)`;
  console.log(`  ${marks[status]} ${title}${seconds}`);
}

async function deploy(reason) {
  const hash = sourceHash();
  console.log(`Deploying the sample application as tenant demo: ${reason} …`);
  const { deploymentId } = await api("POST", "/api/tenants/demo/deploy", { reason });
  const { status, failure } = await follow(deploymentId);
  if (status !== "succeeded") {
    throw new Refusal(`the deployment ended with status ${status}${failure ? ` in ${failure.step}: ${failure.detail}` : ""}`);
  }
  writeFileSync(deployedSource, `${hash}\n`);
}

/** The reason for a deployment, or undefined if the tenant already serves the source. */
async function reasonToDeploy(deployments) {
  if (deployments.length === 0) return "first deployment";
  if (!deployments.some(({ status, kind }) => status === "succeeded" && kind !== "delete")) return "it has never come up";
  if (read(deployedSource) !== sourceHash()) return "its source has changed";
  if (!(await answers(20))) return "it does not answer";
  return undefined;
}

async function bringUp() {
  await signIn();
  const tenant =
    (await api("GET", "/api/tenants/demo")) ??
    (await api("POST", "/api/tenants", {
      name: "Demo campaign",
      slug: "demo",
      domain: "demo.localhost",
      config: { adminEmail: "admin@demo.localhost" },
    }));
  if (["stopped", "deleting"].includes(tenant.status)) throw new Refusal(`status is ${tenant.status}; left unchanged`);

  const history = () => api("GET", "/api/deployments?tenant=demo&size=100").then(({ items }) => items);
  const unfinished = (await history()).find(isRunning);
  if (unfinished) {
    console.log("A deployment of the tenant demo is in progress …");
    await follow(unfinished.id);
  }
  const reason = await reasonToDeploy(await history());
  if (reason) await deploy(reason);
  if (!(await answers(30))) throw new Refusal(`http://demo.localhost:${httpPort} does not answer with 200`);
}

// A killed launcher cannot stop this process.
const launcher = process.ppid;
setInterval(() => process.ppid === launcher || process.exit(1), 500).unref();

try {
  await bringUp();
} catch (problem) {
  console.error(`Tenant demo: ${problem.message}`);
  process.exitCode = 1;
}

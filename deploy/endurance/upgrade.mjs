// upgrade.mjs SCRATCH EARLIER LATER  creates tenants with the program in the directory EARLIER, starts the one in LATER on the
// same home, and checks the result. SCRATCH has the sources `first` and `second`. The last line is "N passed, N failed".
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, openSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const [scratch, earlier, later] = process.argv.slice(2);
const { TENANTMGR_HOME: home, TENANTMGR_API_PORT: apiPort, TENANTMGR_HTTP_PORT: httpPort, JAVA_HOME } = process.env;
const READY_WITHIN_MS = 120_000;
const DONE_WITHIN_MS = 180_000;
const log = openSync(join(scratch, "manager.log"), "a");
let token;
let manager;

function ask(port, method, path, { host = "127.0.0.1", headers = {}, body, timeout = 30_000 } = {}) {
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port, method, path, headers: { Host: host, ...headers }, timeout, agent: false };
    const sent = request(options, (answer) => {
      const chunks = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => resolve({ status: answer.statusCode, text: Buffer.concat(chunks).toString() }));
    });
    sent.on("timeout", () => sent.destroy(new Error(`no answer within ${timeout} ms`)));
    sent.on("error", reject);
    sent.end(body);
  });
}

async function api(method, path, content) {
  const headers = { Accept: "application/json", "Content-Type": "application/json" };
  if (token) headers.Authorization = `Bearer ${token}`;
  const { status, text } = await ask(apiPort, method, path, { headers, body: content && JSON.stringify(content) });
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`);
  return text ? JSON.parse(text) : {};
}

async function signIn() {
  token = undefined;
  const password = readFileSync(join(home, "admin-password"), "utf8").trim();
  token = (await api("POST", "/api/auth/login", { username: "admin", password })).accessToken;
}

async function until(what, limit, holds) {
  for (const end = Date.now() + limit; Date.now() < end; await sleep(100)) if (await holds()) return;
  throw new Error(`${what}: not within ${limit / 1000} s`);
}

/** Starts a program as the launcher does: in its own session. */
async function start(program) {
  const words = ["@backend/jvm.options", "-jar", "backend/target/quarkus-app/quarkus-run.jar"];
  manager = spawn(join(JAVA_HOME, "bin/java"), words, { cwd: program, detached: true, stdio: ["ignore", log, log] });
  await until(`the manager of ${program} is ready`, READY_WITHIN_MS, async () => {
    if (manager.exitCode !== null) throw new Error(`the manager exited with code ${manager.exitCode}`);
    return ask(apiPort, "GET", "/q/health/ready").then(({ status }) => status === 200, () => false);
  });
}

async function stop() {
  const ended = new Promise((resolve) => manager.once("exit", resolve));
  manager.kill("SIGTERM");
  await ended;
}

/** Waits for a change accepted with 202; one answered with 200 is complete. */
async function done(accepted) {
  const id = accepted.deploymentId;
  if (!id) return accepted;
  let view;
  await until(`deployment ${id} has ended`, DONE_WITHIN_MS, async () => {
    view = await api("GET", `/api/deployments/${id}`);
    return view.finishedAt;
  });
  if (view.status !== "succeeded") throw new Error(`deployment ${id} ${view.status}: ${JSON.stringify(view.failure)}`);
  return view;
}

const site = (slug) => `${slug}.example.org`;
const visit = (slug, path = "/api/campaign") => ask(httpPort, "GET", path, { host: site(slug), timeout: 5_000 });
const release = async (slug) => JSON.parse((await visit(slug)).text).release?.label;

/** Replaces the source of a tenant by another variant of the application. */
function use(slug, variant) {
  rmSync(join(scratch, slug), { recursive: true, force: true });
  cpSync(join(scratch, variant), join(scratch, slug), { recursive: true });
}

async function make(slug) {
  use(slug, "first");
  const source = { kind: "directory", location: join(scratch, slug) };
  const env = { CAMPAIGN_TITLE: { value: `The ${slug} campaign`, secret: false } };
  await api("POST", "/api/tenants", { name: slug, slug, domain: site(slug), source, config: { adminEmail: "a@example.org", env } });
  await done(await api("POST", `/api/tenants/${slug}/deploy`, {}));
}

/** State that the upgrade must preserve. */
async function picture(slug) {
  const { id, status, domain, aliases, ports, slots, config } = await api("GET", `/api/tenants/${slug}`);
  const { items } = await api("GET", `/api/deployments?tenant=${slug}&size=50`);
  const history = [];
  for (const { id: deployment } of items) {
    const view = await api("GET", `/api/deployments/${deployment}`);
    const { items: lines } = await api("GET", `/api/deployments/${deployment}/logs?limit=1000`);
    history.push({
      id: deployment,
      kind: view.kind,
      status: view.status,
      release: view.release?.id,
      steps: view.steps.map((step) => `${step.id} ${step.status}`),
      lines: lines.map((line) => `${line.seq} ${line.text}`),
    });
  }
  const contents = ["a", "b"].map((slot) => JSON.stringify([slots[slot]?.status, slots[slot]?.release, slots[slot]?.configVersion]));
  return { id, status, domain, aliases, ports, live: slots.live, contents, version: config?.version, history };
}

/** Requests the live tenants continuously, and records unexpected answers. */
const bad = [];
const asked = { number: 0 };
let looking = true;
async function lookOn(slug) {
  while (looking) {
    const answer = await visit(slug, asked.number++ % 3 ? "/api/health" : "/").catch((error) => ({ status: 0, text: String(error) }));
    if (answer.status !== 200) bad.push(`${slug}: ${answer.status} ${answer.text.slice(0, 80)}`);
    await sleep(25);
  }
}

function doctor() {
  const env = { ...process.env, TENANTMGR_TOKEN: token };
  const { status, stdout, stderr } = spawnSync("deploy/run/maintenance", ["doctor"], { cwd: later, env, encoding: "utf8" });
  if (status !== 0) throw new Error(stdout + stderr);
  return stdout;
}

const same = (what, actual, expected) => {
  const [a, b] = [actual, expected].map((value) => JSON.stringify(value));
  if (a !== b) throw new Error(`${what} is ${a} instead of ${b}`);
};

let passed = 0;
let failed = 0;
async function test(sentence, body) {
  const began = Date.now();
  try {
    await body();
    passed++;
    console.log(`✓ ${sentence} (1×, ${((Date.now() - began) / 1000).toFixed(1)} s)`);
  } catch (problem) {
    failed++;
    console.log(`✗ ${sentence} (1×, ${((Date.now() - began) / 1000).toFixed(1)} s)\n  ${problem.stack}`);
  }
}

const before = {};
const SLUGS = ["kept", "resting", "plain"];

try {
  await start(earlier);
  await signIn();
  await api("PUT", "/api/settings/deployment.watchTime", { value: "1s" });
  await api("PUT", "/api/settings/deployment.drainTimeout", { value: "2s" });
  for (const slug of SLUGS) await make(slug);
  use("kept", "second");
  const env = { CAMPAIGN_TITLE: { value: "Another title", secret: false } };
  await api("PUT", "/api/tenants/kept/config", { adminEmail: "a@example.org", env });
  await done(await api("POST", "/api/tenants/kept/deploy", {}));
  await done(await api("POST", "/api/tenants/resting/stop"));
  const apiToken = (await api("POST", "/api/tokens", { name: "of before", role: "viewer", expiresAt: "2099-01-01T00:00:00Z" })).token;
  for (const slug of SLUGS) before[slug] = await picture(slug);
  const lookers = ["kept", "plain"].map(lookOn);

  await test("the later program starts on the home of the earlier one", async () => {
    await stop();
    await start(later);
  });
  await test("what was signed in, and an API token, are good as before", async () => {
    same("the user", (await api("GET", "/api/auth/me")).username, "admin");
    const { status } = await ask(apiPort, "GET", "/api/tenants", { headers: { Authorization: `Bearer ${apiToken}` } });
    same("the status", status, 200);
    await signIn();
  });
  await test("tenants, slots, configurations and the whole history are what they were", async () => {
    for (const slug of SLUGS) same(slug, await picture(slug), before[slug]);
  });
  await test("doctor finds nothing wrong", async () => doctor());
  await test("a stopped tenant is still stopped, and starts", async () => {
    same("the status", (await visit("resting")).status, 503);
    await done(await api("POST", "/api/tenants/resting/start"));
    same("the release", await release("resting"), "first");
  });
  await test("a rollback goes back to the release that the kept slot holds", async () => {
    same("the release before", await release("kept"), "second");
    await done(await api("POST", "/api/tenants/kept/rollback", {}));
    same("the release", await release("kept"), "first");
  });
  await test("a tenant is deployed with a new release", async () => {
    use("plain", "second");
    await done(await api("POST", "/api/tenants/plain/deploy", {}));
    same("the release", await release("plain"), "second");
  });
  await test("a new tenant is made beside them", async () => {
    await make("newcomer");
    same("the release", await release("newcomer"), "first");
  });
  await test("a tenant of before is deleted and leaves nothing but its history", async () => {
    await done(await api("DELETE", "/api/tenants/resting?removeFiles=true&removeDatabase=true"));
    same("the status", (await visit("resting")).status, 404);
    if (existsSync(join(home, "tenants/resting"))) throw new Error("its files are still there");
    const kinds = (await api("GET", "/api/deployments?tenant=resting")).items.map(({ kind }) => kind);
    same("what followed its history", kinds.slice(0, -before.resting.history.length).join(", "), "delete, start");
  });
  await test("doctor finds nothing wrong after a rollback, a deployment and a delete", async () => doctor());
  await test("the later program starts again on its own home", async () => {
    await stop();
    await start(later);
    await signIn();
    doctor();
  });
  looking = false;
  await Promise.all(lookers);
  await test("the live tenants answered all the time", async () => {
    if (asked.number < 200) throw new Error(`only ${asked.number} requests were sent`);
    if (bad.length) throw new Error(`${bad.length} of ${asked.number} requests failed: ${bad.slice(0, 5).join("; ")}`);
  });
} catch (problem) {
  failed++;
  console.log(`✗ the home of the earlier program could not be made\n  ${problem.stack}`);
}
looking = false;
if (failed) console.log(`The end of the manager's log:\n${readFileSync(join(scratch, "manager.log"), "utf8").split("\n").slice(-40).join("\n")}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);

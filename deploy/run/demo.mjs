// Deploys the sample application as tenant `demo`: creates the tenant if it is missing, and deploys it if it was never
// deployed, does not respond, or its source has changed. Uses the API like a CI pipeline.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ask, Client, isRunning, read, Refusal } from "./lib/client.mjs";

const { TENANTMGR_HOME: home, TENANTMGR_CORE_SOURCE: source, TENANTMGR_ADMIN_PASSWORD: givenPassword } = process.env;
const httpPort = Number(process.env.TENANTMGR_HTTP_PORT);
const client = new Client(Number(process.env.TENANTMGR_API_PORT));
const deployedSource = join(home, "run", "demo-source");

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

async function deploy(reason) {
  const hash = sourceHash();
  console.log(`Deploying the sample application as tenant demo: ${reason} …`);
  const { deploymentId } = await client.call("POST", "/api/tenants/demo/deploy", { reason });
  const { status, failure } = await client.follow(deploymentId);
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
  await client.signIn(home, givenPassword);
  const tenant =
    (await client.call("GET", "/api/tenants/demo")) ??
    (await client.call("POST", "/api/tenants", {
      name: "Demo campaign",
      slug: "demo",
      domain: "demo.localhost",
      config: { adminEmail: "admin@demo.localhost" },
    }));
  if (["stopped", "deleting"].includes(tenant.status)) throw new Refusal(`status is ${tenant.status}; left unchanged`);

  const history = () => client.call("GET", "/api/deployments?tenant=demo&size=100").then(({ items }) => items);
  const unfinished = (await history()).find(isRunning);
  if (unfinished) {
    console.log("A deployment of the tenant demo is in progress …");
    await client.follow(unfinished.id);
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

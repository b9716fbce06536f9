// Deploys SOURCE as the only tenant of the product that deploy/try/try started. The last lines name what is missing.
import { readFileSync } from "node:fs";
import { isAbsolute } from "node:path";
import { ask, Client, Refusal } from "../run/lib/client.mjs";

const { SOURCE: location, REF: ref, ENV_FILE: envFile, TENANTMGR_HOME: home } = process.env;
const httpPort = Number(process.env.TENANTMGR_HTTP_PORT);
const client = new Client(Number(process.env.TENANTMGR_API_PORT));

/** The variables of a file with lines KEY=value; empty lines and those with # are left out. */
function environment() {
  if (!envFile) return {};
  const lines = readFileSync(envFile, "utf8").split("\n").map((line) => line.trim());
  const pairs = lines.filter((line) => line && !line.startsWith("#")).map((line) => line.split(/=(.*)/s));
  return Object.fromEntries(pairs.map(([key, value = ""]) => [key.trim(), { value, secret: false }]));
}

function source() {
  const kind = isAbsolute(location) ? "directory" : "git";
  return { kind, location, ...(ref ? { ref } : {}) };
}

/** What to change, for an error of the API's field. */
function advice({ field, message }) {
  const variable = field.match(/^config\.env\.(\w+)|^env\.(\w+)/)?.slice(1).find(Boolean);
  return variable ? `${variable}: ${message}. Put ${variable}=… into a file and add ENV_FILE=that-file` : `${field}: ${message}`;
}

async function deploy() {
  await client.call("POST", "/api/tenants", {
    name: "Trial",
    slug: "trial",
    domain: "trial.localhost",
    source: source(),
    config: { adminEmail: "admin@trial.localhost", env: environment() },
  });
  const { deploymentId } = await client.call("POST", "/api/tenants/trial/deploy", { reason: "trial" });
  return client.follow(deploymentId);
}

async function report({ status, failure, durationMs }) {
  if (status !== "succeeded") {
    console.error(`\nThe application does not work yet. Step ${failure.step} failed:`);
    for (const line of failure.lastLines ?? []) console.error(`    ${line}`);
    console.error(failure.detail);
    return 1;
  }
  const { items = [] } = (await client.call("GET", "/api/tenants/trial/services")) ?? {};
  for (const { service, memoryBytes } of items) {
    console.log(`  ${service ?? ""}: ${memoryBytes ? `${Math.round(memoryBytes / 2 ** 20)} MiB of memory` : "running"}`);
  }
  const { status: code } = await ask(httpPort, "GET", "/", { headers: { Host: `trial.localhost:${httpPort}` } });
  console.log(`\nThe application works: deployed in ${(durationMs / 1000).toFixed(1)} s, / answers ${code}.`);
  console.log(`  http://trial.localhost:${httpPort}`);
  return 0;
}

try {
  await client.signIn(home);
  process.exitCode = await report(await deploy());
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(`\nThe application cannot be deployed: ${error.message.replace(/;.*/s, "")}`);
  for (const each of error.errors ?? []) console.error(advice(each));
  process.exitCode = 1;
}

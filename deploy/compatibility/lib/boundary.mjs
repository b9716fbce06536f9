// Looks at a tenant's processes from outside, in their own view of the machine: what can be read and written in there.
import { spawnSync } from "node:child_process";
import { accessSync, constants, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";

const { TENANTMGR_HOME: home } = process.env;

function variables(pid) {
  try {
    const pairs = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0").filter(Boolean);
    return Object.fromEntries(pairs.map((pair) => [pair.split("=", 1)[0], pair.slice(pair.indexOf("=") + 1)]));
  } catch {
    return {}; // it has ended
  }
}

/** The processes of the services of a tenant, children included: they inherit the mark. What isolates them has no variables of the tenant. */
export function processesOf(slug) {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => ({ pid, env: variables(pid) }))
    .filter(({ env }) => env.TENANTMGR_OWNER === home && env.TENANTMGR_SERVICE?.startsWith(`${slug}/`) && env.TENANT_SLUG === slug);
}

/** What a process can see or change and must not, as sentences. */
export function breaches(slug, other) {
  const own = processesOf(slug);
  if (own.length === 0) return [`no process of ${slug} was found`];
  return [...new Set(own.flatMap(({ pid, env }) => [...files(pid, other), ...release(pid), ...environment(env, other), ...processes(pid)]))].concat(
    database(own[0].env, processesOf(other)[0]?.env),
  );
}

function* files(pid, other) {
  for (const path of ["keys", "pg", "run", `tenants/${other}`]) {
    const entries = list(join(`/proc/${pid}/root`, home, path));
    if (entries.length) yield `${path} can be read: ${entries.slice(0, 3).join(", ")}`;
  }
}

function list(directory) {
  try {
    return readdirSync(directory);
  } catch {
    return []; // absent or refused
  }
}

function* release(pid) {
  try {
    if (!readlinkSync(`/proc/${pid}/cwd`).includes("/releases/")) return;
    accessSync(`/proc/${pid}/cwd/.`, constants.W_OK);
    yield "the release can be written";
  } catch {
    // refused: read-only, or the process has ended
  }
}

function* environment(env, other) {
  for (const [key, value] of Object.entries(env)) if (value.includes(other)) yield `the variable ${key} names ${other}`;
}

function* processes(pid) {
  try {
    if (readlinkSync(`/proc/${pid}/ns/pid`) === readlinkSync("/proc/self/ns/pid")) yield "the machine's processes are visible";
  } catch {
    // it has ended
  }
}

/** With its own password, a tenant must not get into the other's database. */
function database(own, others) {
  if (!own.DATABASE_URL || !others?.DATABASE_NAME) return [];
  const url = new URL(own.DATABASE_URL);
  url.pathname = `/${others.DATABASE_NAME}`;
  const { status } = spawnSync("psql", [url.href, "-qAtc", "select 1"], { encoding: "utf8" });
  return status === 0 ? [`the database of ${others.TENANT_SLUG} can be opened`] : [];
}

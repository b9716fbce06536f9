// run.mjs [--report] [--at-once=N] [--same-release] [NAME…]  tries applications on a running product (deploy/test/product.sh exports its
// addresses): those of deploy/compatibility/applications and deploy/examples, or the named ones. With --report it writes
// docs/compatibility.md; with --same-release a redeploy builds nothing. The last line is "N passed, N failed".
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { examples } from "./examples.mjs";
import { write } from "./lib/report.mjs";
import { Trial } from "./lib/trial.mjs";

const root = new URL("../..", import.meta.url).pathname;
process.chdir(root);
const options = process.argv.slice(2).filter((word) => word.startsWith("--"));
const names = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const atOnce = Number(options.find((word) => word.startsWith("--at-once="))?.split("=")[1] ?? 1);

/** "npm node-red 4.1.8", from the exact version of package.json; "debian radicale 3.1.8-2"; "maven …" as written. */
function origin({ from, directory }) {
  if (!from) return "";
  const [registry, name, version] = from;
  if (registry === "debian") return `Debian ${name} ${execFileSync("dpkg-query", ["-W", "-f", "${Version}", name], { encoding: "utf8" })}`;
  if (version) return `${registry} ${name} ${version}`;
  return `npm ${name} ${JSON.parse(readFileSync(`${directory}/package.json`, "utf8")).dependencies[name]}`;
}

async function applications() {
  const directory = "deploy/compatibility/applications";
  const found = readdirSync(directory).filter((file) => file.endsWith(".mjs")).map((file) => file.slice(0, -4));
  const others = await Promise.all(
    found.map(async (name) => ({ name, directory: `${directory}/${name}`, ...(await import(`./applications/${name}.mjs`)).default })),
  );
  const ours = Object.entries(examples).map(([name, example]) => ({ name, own: true, directory: `deploy/examples/${name}`, ...example }));
  return [...ours, ...others];
}

const all = await applications();
const unknown = names.filter((name) => !all.some((application) => application.name === name));
if (unknown.length) {
  console.error(`Unknown application: ${unknown.join(", ")}. Known: ${all.map(({ name }) => name).join(", ")}`);
  process.exit(64);
}
const queue = names.length ? names.map((wanted) => all.find(({ name }) => name === wanted)) : [...all];
const scratch = mkdtempSync(join(tmpdir(), "tm-apps."));
const results = [];
let passed = 0;
let failed = 0;

async function work() {
  for (let application; (application = queue.shift()); ) {
    const trial = new Trial(options.includes("--same-release") ? { ...application, rebuild: false } : application, scratch);
    results.push(await trial.run().catch((problem) => ({ ...application, problem: problem.message })));
    passed += trial.passed;
    failed += trial.failed;
    if (options.includes("--report")) report();
  }
}

function report() {
  const rows = results.map((result) => ({ ...result, from: origin(all.find(({ name }) => name === result.name)) }));
  write(rows, Object.fromEntries(all.map(({ name, hard }) => [name, hard])));
}

await Promise.all(Array.from({ length: atOnce }, work));
rmSync(scratch, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);

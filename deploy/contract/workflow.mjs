// Runs the `run:` blocks of docs/examples/deploy.yml as GitHub does: each in its own shell (bash -e), with the
// environment, outputs and paths of the earlier steps, and only if its `if:` is true.
import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { load } from "js-yaml";

const conditions = {
  "failure() && steps.deploy.outcome == 'success'": ({ hasFailed, outcomes }) => hasFailed && outcomes.deploy === "success",
};

/** Replaces expressions in ${{ … }}; an unknown one is an error in the example. */
function expand(text, known) {
  return String(text).replaceAll(/\$\{\{\s*([\w.]+)\s*\}\}/g, (_, name) => {
    if (known[name] === undefined) throw new Error(`the example names ${name}, which there is not`);
    return known[name];
  });
}

/**
 * Returns the outcome of each step by name.
 *
 * @param secrets by name
 * @param change modifies a step's script, to test failures
 */
export function runWorkflow(file, secrets, { change = (step) => step.run } = {}) {
  const [job] = Object.values(load(readFileSync(file, "utf8")).jobs);
  const temporary = mkdtempSync(join(tmpdir(), "tm-actions-"));
  const files = Object.fromEntries(["GITHUB_PATH", "GITHUB_OUTPUT", "GITHUB_ENV"].map((name) => [name, join(temporary, name)]));
  const known = { "github.run_id": `${Date.now()}`, "github.run_attempt": "1" };
  for (const [name, value] of Object.entries(secrets)) known[`secrets.${name}`] = value;
  const expanded = (map = {}) => Object.fromEntries(Object.entries(map).map(([name, value]) => [name, expand(value, known)]));
  const state = { hasFailed: false, outcomes: {} };
  const results = {};
  try {
    for (const step of job.steps) {
      if (!(step.if ? conditions[step.if](state) : !state.hasFailed)) {
        results[step.name] = "skipped";
        continue;
      }
      for (const path of Object.values(files)) appendFileSync(path, "");
      const script = join(temporary, "step.sh");
      writeFileSync(script, change(step));
      const added = readFileSync(files.GITHUB_PATH, "utf8").split("\n").filter(Boolean);
      const { status, stdout, stderr } = spawnSync("bash", ["-e", script], {
        encoding: "utf8",
        timeout: 180_000,
        env: {
          PATH: [...added.reverse(), process.env.PATH].join(delimiter),
          HOME: temporary,
          RUNNER_TEMP: temporary,
          GITHUB_REPOSITORY: "example/bakery",
          GITHUB_SHA: "0123456789abcdef0123456789abcdef01234567",
          ...files,
          ...expanded(job.env),
          ...expanded(step.env),
        },
      });
      console.log(`  ${step.name}: ${status}\n${stdout}${stderr}`.replaceAll(/^(?=.)/gm, "    "));
      results[step.name] = status === 0 ? "success" : "failure";
      state.hasFailed ||= status !== 0;
      if (!step.id) continue;
      state.outcomes[step.id] = results[step.name];
      for (const [, name, value] of readFileSync(files.GITHUB_OUTPUT, "utf8").matchAll(/^(\w+)=(.*)$/gm)) {
        known[`steps.${step.id}.outputs.${name}`] = value;
      }
    }
  } finally {
    rmSync(temporary, { recursive: true });
  }
  return results;
}

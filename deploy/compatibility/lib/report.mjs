// Writes docs/compatibility.md. Rows of applications that were not part of this run are kept.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, release, totalmem } from "node:os";

const page = new URL("../../../docs/compatibility.md", import.meta.url).pathname;
const MARK = /^\| \[([\w-]+)\]/;

const seconds = (value) => (value < 100 ? `${Math.round(value)} s` : `${(value / 60).toFixed(1)} min`);

function row(result) {
  const { name, directory, title, from, kind, live, again, memory, requests, failed, hard, problem, wrong } = result;
  const link = `[${name}](../${directory})`;
  if (problem) return `| ${link} | ${title} | ${from} | **not live** | | | | ${problem.split("\n")[0].replaceAll("|", "\\|").slice(0, 300)} |`;
  const first = `${seconds(live.seconds)}, of it build ${seconds(live.buildSeconds)}`;
  return `| ${link} | ${title} (${kind}) | ${from} | ${first} | ${seconds(again.seconds)} | ${memory} MiB | ${failed} of ${requests} | ${[wrong && `**${wrong}**`, hard].filter(Boolean).join("; ")} |`;
}

function table(rows) {
  return [
    "| directory | application | version | first tenant live | second tenant | memory of a tenant | requests failed at a redeploy | what was hard |",
    "|---|---|---|---:|---:|---:|---:|---|",
    ...[...rows].sort(([one], [other]) => one.localeCompare(other)).map(([, line]) => line),
    "",
  ].join("\n");
}

/** The rows of a section of the former page, by name. */
function former(text, title) {
  const section = text.split(/^## /m).find((part) => part.startsWith(title)) ?? "";
  return new Map(section.split("\n").filter((line) => MARK.test(line)).map((line) => [line.match(MARK)[1], line]));
}

/** @param hard what was hard, by name: for rows of earlier runs too */
export function write(results, hard) {
  const old = existsSync(page) ? readFileSync(page, "utf8") : "";
  const commit = execFileSync("git", ["log", "-1", "--format=%h"], { encoding: "utf8" }).trim();
  const machine = `${availableParallelism()} cores (${cpus()[0].model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release()}`;
  const others = "Applications of others";
  const ours = "Examples";
  const rows = (title, ofSection) => {
    const all = former(old, title);
    for (const result of results.filter(ofSection)) all.set(result.name, row(result));
    for (const [name, line] of all) all.set(name, line.replace(/\| *\|$/, `| ${hard[name] ?? ""} |`));
    return table(all);
  };
  writeFileSync(
    page,
    `# The last run of make compatibility

Each application was deployed as two tenants with nothing but its directory, whose \`tenant-app.yaml\` is all that Tenant Manager reads. Then
the run left something in each (an article, a file, an account) and looked for it in the other; it looked from the view of the
processes for the other's files, environment, database and processes; and it deployed one tenant again under 20 requests a second. A failed
request is any answer but 200, a refused or reset connection, or no answer within 10 s. Memory is that of all services of a tenant.
How to bring an application of your own: [applications.md](applications.md).

${new Date().toISOString().slice(0, 10)}, on ${machine}; built from ${commit}. \`make compatibility\` runs all of it, \`make compatibility
ONLY=express\` one; it writes this page.

## ${others}

${rows(others, ({ own }) => !own)}
## ${ours}

${rows(ours, ({ own }) => own)}`,
  );
}

// report.mjs [SUITE…]  writes to docs/endurance.md the tests of the last run of these suites or of all, with repetitions, duration and
// result. Sections of other suites are kept. In a JUnit report, a parameterised test is one row.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, release, totalmem } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(new URL("../..", import.meta.url).pathname);
const page = join(root, "docs/endurance.md");
const HEAD = `# The last run of make endurance

What is long and repeats much is not part of \`make test\`, which has a short representative of each. \`make endurance\` runs all of
it, \`make endurance SUITE=upgrade\` one suite; it writes this page.
`;
const counts = Object.fromEntries(
  readFileSync(join(root, "deploy/endurance/suites"), "utf8")
    .split("\n")
    .filter((line) => /^[a-z]/.test(line))
    .map((line) => line.split(/\s+/))
    .map(([name, , , source]) => [name, source]),
);
const suites = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(counts);

const sentence = (method) => method.replaceAll("_", " ");
const unescaped = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

/** One row per test method: how many of its invocations ran, how long they took in all, and how many failed. */
function junit(directory) {
  const rows = new Map();
  const reports = readdirSync(join(root, directory)).filter((file) => /^TEST-.*\.xml$/.test(file));
  for (const file of reports) {
    const text = readFileSync(join(root, directory, file), "utf8");
    for (const [, head, body = ""] of text.matchAll(/<testcase ([^>]*?)(?:\/>|>([^]*?)<\/testcase>)/g)) {
      const field = (name) => unescaped(head.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1] ?? "");
      const test = sentence(field("name").replace(/[({[].*/, ""));
      const row = rows.get(test) ?? { test, times: 0, seconds: 0, failed: 0 };
      row.times++;
      row.seconds += Number(field("time").replaceAll(",", ""));
      row.failed += /<(failure|error)[ >]/.test(body) ? 1 : 0;
      rows.set(test, row);
    }
  }
  return [...rows.values()];
}

function lastline(suite) {
  const log = readFileSync(join(root, `target/endurance/${suite}.log`), "utf8");
  return [...log.matchAll(/^([✓✗]) (.*) \((\d+)×, ([\d.]+) s\)$/gm)].map(([, mark, test, times, seconds]) => ({
    test,
    times: Number(times),
    seconds: Number(seconds),
    failed: mark === "✓" ? 0 : 1,
  }));
}

/** Playwright's report in JSON: files, in them suites and specs. */
function playwright(file) {
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
  return specs(JSON.parse(readFileSync(join(root, file), "utf8"))).map(({ title, ok, tests }) => ({
    test: title,
    times: 1,
    seconds: tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration / 1000, 0),
    failed: ok ? 0 : 1,
  }));
}

const readers = { junit, playwright };

function section(suite) {
  const [kind, place] = counts[suite].split(/:(.*)/s);
  const rows = readers[kind]?.(place) ?? lastline(suite);
  if (rows.length === 0) throw new Error(`suite ${suite} wrote no report`);
  const commit = execFileSync("git", ["log", "-1", "--format=%h"], { cwd: root, encoding: "utf8" }).trim();
  const memory = Math.round(totalmem() / 2 ** 30);
  const lines = rows.map(
    ({ test, times, seconds, failed }) =>
      `| ${test} | ${times} | ${Math.round(seconds)} s | ${failed ? `${failed} of ${times} failed` : "passed"} |`,
  );
  return [
    `## ${suite}`,
    "",
    `${new Date().toISOString().slice(0, 10)}, on ${availableParallelism()} cores (${cpus()[0].model.trim()}), ${memory} GiB, Linux ${release()}; built from ${commit}.`,
    "",
    "| test | times | took | result |",
    "|---|---:|---:|---|",
    ...lines,
    "",
  ].join("\n");
}

const old = existsSync(page) ? readFileSync(page, "utf8") : HEAD;
const sections = new Map(old.split(/^(?=## )/m).slice(1).map((text) => [text.match(/^## (\S+)/)[1], `${text.trimEnd()}\n`]));
for (const suite of suites.filter((name) => name !== "every-file")) sections.set(suite, section(suite));
const ordered = Object.keys(counts).filter((suite) => sections.has(suite));
writeFileSync(page, [HEAD, ...ordered.map((suite) => sections.get(suite))].join("\n"));

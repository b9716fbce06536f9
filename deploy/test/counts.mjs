// counts.mjs SOURCE LOG  prints "passed failed skipped" from the results of a suite, then one line for each failed test;
// for SOURCE see deploy/test/suites.
// A test file that could not be loaded counts as one failed test: it hides an unknown number of tests.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [source, log] = process.argv.slice(2);
const [kind, place] = source.split(/:(.*)/s);

/** One line: the test, and the beginning of what it says without colours. */
const named = (test, message = "") =>
  `${test}: ${message.replace(/\x1b\[[0-9;]*m/g, "").replace(/&#10;|\s+/g, " ").slice(0, 300)}`;

const readers = {
  junit(directories) {
    const total = { passed: 0, failed: 0, skipped: 0, names: [] };
    for (const directory of directories.split(",").filter(existsSync)) {
      for (const file of readdirSync(directory).filter((name) => /^TEST-.*\.xml$/.test(name))) {
        const xml = readFileSync(join(directory, file), "utf8");
        const suite = xml.match(/<testsuite\s[^>]*>/)?.[0] ?? "";
        const count = (name) => Number(suite.match(new RegExp(`\\s${name}="(\\d+)"`))?.[1] ?? 0);
        const failed = count("failures") + count("errors");
        total.passed += count("tests") - failed - count("skipped");
        total.failed += failed;
        total.skipped += count("skipped");
        for (const [, name, rest] of xml.matchAll(/<testcase name="([^"]*)"[^>]*[^/]>\s*<(?:failure|error)([^>]*)>/g)) {
          const why = rest.match(/message="([^"]*)/) ?? rest.match(/type="([^"]*)/); // a StackOverflowError has no message
          total.names.push(named(`${file.slice(5, -4)} ${name || "(class)"}`, why?.[1]));
        }
      }
    }
    return total;
  },
  vitest(file) {
    const report = JSON.parse(readFileSync(file, "utf8"));
    const notLoaded = report.testResults.filter((one) => one.status === "failed" && one.assertionResults.length === 0);
    const failed = report.testResults.flatMap((file) => file.assertionResults).filter((test) => test.status === "failed");
    return {
      names: [
        ...notLoaded.map((file) => named(file.name, file.message)),
        ...failed.map((test) => named(test.fullName, test.failureMessages[0])),
      ],
      passed: report.numPassedTests,
      failed: report.numFailedTests + notLoaded.length,
      skipped: report.numPendingTests + (report.numTodoTests ?? 0),
    };
  },
  playwright(file) {
    const { stats, errors, suites } = JSON.parse(readFileSync(file, "utf8"));
    const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
    const message = (spec) => spec.tests.flatMap(({ results }) => results).find(({ error }) => error)?.error.message;
    return {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
      skipped: stats.skipped,
      names: [
        ...errors.map((error) => named(file, error.message)),
        ...suites
          .flatMap(specs)
          .filter((spec) => !spec.ok)
          .map((spec) => named(`${spec.file} ${spec.title}`, message(spec))),
      ],
    };
  },
  "size-limit"(file) {
    const budgets = JSON.parse(readFileSync(file, "utf8"));
    const passed = budgets.filter((budget) => budget.passed === true).length;
    return { passed, failed: budgets.length - passed, skipped: 0 };
  },
  lastline() {
    const last = readFileSync(log, "utf8").trimEnd().split("\n").at(-1);
    const [passed, failed, skipped] = last.match(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/)?.slice(1) ?? [0, 0];
    return { passed, failed, skipped: skipped ?? 0 };
  },
};

try {
  const { passed, failed, skipped, names = [] } = readers[kind](place);
  console.log(passed, failed, skipped);
  names.forEach((name) => console.log(name));
} catch (problem) {
  console.error(`No counts in ${source}: ${problem.message}`);
}

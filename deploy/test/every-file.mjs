// every-file.mjs SUITES [TAG]  compares the files with tests with the reports of the suites in the list: a file that no suite
// ran counts as failed. Run it after them. Tests with the tag `endurance` belong to the list of
// deploy/endurance: without TAG they are left out, with TAG only they are looked for. The last line is "N passed, N failed".
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";

const root = resolve(new URL("../..", import.meta.url).pathname);
const [list, tag] = process.argv.slice(2);
const read = (path) => readFileSync(resolve(root, path), "utf8");
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8" })
  .trim()
  .split("\n")
  .filter((file) => existsSync(join(root, file)));
const suites = read(list)
  .split("\n")
  .filter((line) => /^[a-z]/.test(line))
  .map((line) => line.split(/\s+/))
  .map(([name, , , counts, ...command]) => ({ name, counts, command: command.join(" ") }));

/** An abstract class is run by the classes that extend it. */
const isJavaTest = (file) =>
  file.startsWith("backend/src/test/java/") && !/^(public )?abstract class /m.test(read(file)) && /^\s*@(Test|ParameterizedTest|RepeatedTest|TestFactory|ArchTest)\b/m.test(read(file));
/** A benchmark that a script of `make bench` runs. */
const isBenchmark = (file) =>
  file.endsWith("Bench.java") && files.some((script) => script.startsWith("deploy/bench/") && read(script).includes(basename(file, ".java")));
const isTagged = (file) => /^@Tag\("endurance"\)/m.test(read(file));
const isScript = (file) =>
  /^deploy\/(?!contract\/node_modules)/.test(file) &&
  (/(^|\/)test\.(sh|mjs)$|-test$|\/test\/.*Test\.java$/.test(file) || file.startsWith("deploy/endurance/"));

/** Files with tests, and whether the list must run them. */
const wanted = files.filter((file) => {
  if (/^frontend\/.*\.(test|spec)\.tsx?$/.test(file)) return !tag;
  if (file.endsWith(".java") && isJavaTest(file) && !isBenchmark(file)) return isTagged(file) === Boolean(tag);
  if (isScript(file)) return file.startsWith("deploy/endurance/") === Boolean(tag) && !/\/(endurance\/endurance|suites|report\.mjs)$/.test(file);
  return false;
});

/** The files reported by a suite. */
const reporters = {
  junit(directories) {
    const reports = directories
      .split(",")
      .filter((directory) => existsSync(join(root, directory)))
      .flatMap((directory) => readdirSync(join(root, directory)).map((file) => join(directory, file)))
      .filter((file) => /\/TEST-[^/]*\.xml$/.test(file));
    const classes = reports.flatMap((file) => [...read(file).matchAll(/<testcase [^>]*classname="([^"$]+)/g)].map(([, name]) => name));
    return [...new Set(classes)].map((name) => `backend/src/test/java/${name.replaceAll(".", "/")}.java`);
  },
  vitest: (file) => JSON.parse(read(file)).testResults.map((one) => relative(root, one.name)),
  playwright(file) {
    const report = JSON.parse(read(file));
    return report.suites.map((suite) => relative(root, resolve(report.config.rootDir, suite.file)));
  },
  "size-limit": () => [],
};

/** A script, or a class with the tag, is run when a suite's command names it, or when a script that is run does. */
function scripts() {
  const run = new Set();
  const texts = suites.map((suite) => suite.command);
  while (texts.length > 0) {
    const text = texts.pop();
    for (const file of wanted.filter((file) => isScript(file) || (file.endsWith(".java") && isTagged(file)))) {
      const name = file.endsWith(".java") ? basename(file, ".java") : file.split("/").slice(-2).join("/");
      if (run.has(file) || !new RegExp(`\\b${name.replaceAll(".", "\\.")}\\b`).test(text)) continue;
      run.add(file);
      texts.push(read(file));
    }
  }
  return run;
}

const run = new Set(scripts());
for (const { name, counts } of suites) {
  const [kind, place] = counts.split(/:(.*)/s);
  try {
    for (const file of reporters[kind]?.(place) ?? []) run.add(file);
  } catch (problem) {
    console.log(`No report of ${name}: ${problem.message}`);
  }
}
const forgotten = wanted.filter((file) => !run.has(file));
for (const file of forgotten) console.log(`✗ no suite of ${list} ran ${file}`);
console.log(`${wanted.length - forgotten.length} passed, ${forgotten.length} failed`);
process.exit(forgotten.length || !wanted.length ? 1 : 0);

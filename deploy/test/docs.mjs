// All names in README.md and docs/*.md must exist: links, paths of the clone, files of a home, make targets and their
// variables, TENANTMGR_ variables, settings, problem codes, URLs of the API, classes. Needs a running product (its home
// and its API). A manifest that a page shows below a link to it is the linked file, and docs/applications.md shows all of
// deploy/examples. The last line is "N passed, N failed"; each name counts once for each page.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const root = new URL("../..", import.meta.url).pathname;
const { BASE_URL, ADMIN_PASSWORD, TENANTMGR_HOME } = process.env;
const text = (path) => readFileSync(join(root, path), "utf8");
const git = (...words) => execFileSync("git", words, { cwd: root, encoding: "utf8" }).trim().split("\n");

const files = git("ls-files", "--cached", "--others", "--exclude-standard").filter((file) => existsSync(join(root, file)));
const isSource = (file) => /^(backend\/src\/main|deploy|frontend\/(src|scripts|vite)|docker-compose|Makefile)/.test(file) && !file.startsWith("deploy/test/docs.mjs");
const sources = files.filter((file) => isSource(file) && !/\.(png|jar|lock)$/.test(file)).map(text).join("\n");
const makefile = text("Makefile");
const contract = text("schema/openapi.yaml");
const manifest = JSON.stringify(JSON.parse(text("schema/tenant-app.schema.json")));
const homeFiles = readdirSync(TENANTMGR_HOME, { recursive: true }).map(String);
const names = new Set([...files, ...homeFiles].map((file) => basename(file)));
const settings = new Set(await settingKeys());

async function settingKeys() {
  const headers = { "Content-Type": "application/json" };
  const body = JSON.stringify({ username: "admin", password: ADMIN_PASSWORD });
  const login = await fetch(`${BASE_URL}/api/auth/login`, { method: "POST", headers, body });
  const { accessToken } = await login.json();
  const answer = await fetch(`${BASE_URL}/api/settings`, { headers: { Authorization: `Bearer ${accessToken}` } });
  const page = await answer.json();
  return (page.items ?? page).map((setting) => setting.key);
}

/** Whether the variable is read directly, or as its property: TENANTMGR_AUTH_BCRYPT_COST is tenantmgr.auth.bcrypt-cost. */
const isVariable = (variable) =>
  new RegExp(`\\b${variable}\\b|\\b${variable.toLowerCase().replaceAll("_", "[.-]")}\\b`).test(sources) || isMapped(variable);

/** Or as a method of a configuration mapping, whose prefix may be longer: TENANTMGR_ACME_LIMIT is limit() of tenantmgr.acme. */
function isMapped(variable) {
  const words = variable.toLowerCase().split("_");
  const camel = (some) => some.map((word, at) => (at ? word[0].toUpperCase() + word.slice(1) : word)).join("");
  return words.some((_, at) => {
    const mapping = `@ConfigMapping\\(prefix = "${words.slice(0, at).join("[.-]")}"\\)`;
    return at > 0 && new RegExp(`${mapping}[^]{0,4000}\\b${camel(words.slice(at))}\\(\\)`).test(sources);
  });
}

const isPackage = (name) => existsSync(join(root, "backend/src/main/java/ai/nominate/tenantmgr", name.replaceAll(".", "/")));

/** Anchors as GitHub derives them from headings. */
const anchors = (page) =>
  [...page.matchAll(/^#+ (.+)$/gm)].map(([, title]) => title.toLowerCase().replaceAll(/[^\w\- ]/g, "").replaceAll(" ", "-"));

function linkExists(link, from) {
  const [path, anchor] = link.split("#");
  const target = path ? join(dirname(from), path) : from;
  return existsSync(join(root, target)) && (!anchor || anchors(text(target)).includes(anchor));
}

/** A template such as /api/tenants/{id} is compared without its parameter names. */
function isAddress(address) {
  const path = address.replace(/^[A-Z]+ /, "").replace(/\?.*/, "");
  const shape = (template) => template.replaceAll(/\{[^}]*\}/g, "{}");
  const known = [...contract.matchAll(/^ {2}(\/\S*):$/gm)].map(([, template]) => shape(template));
  if (known.includes(shape(path))) return true;
  return sources.includes(`"${path.replace(/\{.*/, "")}`) || (path.startsWith("/q/") && path in { "/q/openapi": 1, "/q/swagger-ui": 1, "/q/health/ready": 1, "/q/metrics": 1 });
}

const isDotted = (name) =>
  settings.has(name) || sources.includes(`"${name}"`) || name.split(".").every((part) => manifest.includes(`"${part}"`));

/** Kinds of names: where they are looked for (code spans, code blocks too, or the whole page), their shape, and whether one exists. */
const kinds = {
  link: { in: "page", shape: /\]\((?!https?:)([^)\s]+)\)/g, exists: linkExists },
  "path of the clone": {
    in: "span",
    shape: /^((?:backend|frontend|deploy|docs|schema)\/[\w./-]*)$/g,
    exists: (path) => existsSync(join(root, path)),
  },
  "file of a home": {
    in: "span",
    shape: /^(?:TENANTMGR_HOME\/|\.data\/)?((?:keys|pg|nginx|run|logs|tenants|releases|certificates)\/[\w./-]*|admin-password)$/g,
    exists: (path) => existsSync(join(TENANTMGR_HOME, path)),
  },
  file: { in: "span", shape: /^([\w-]+\.(?:json|conf|pem|ya?ml|md|txt|sh|ts|mjs|java|map|sql))$/g, exists: (name) => names.has(name) },
  "make target": { in: "code", shape: /\bmake ([a-z][a-z-]*)/g, exists: (target) => new RegExp(`^${target}:`, "m").test(makefile) },
  "variable of make": {
    in: "code",
    shape: /\bmake [a-z-]+ ([A-Z]+)=/g,
    exists: (name) => makefile.includes(`$(${name})`) || makefile.includes(`,$(${name})`),
  },
  variable: {
    in: "page",
    shape: /\b(TENANTMGR_[A-Z_]*[A-Z])\b/g,
    exists: isVariable,
  },
  "setting or code": { in: "span", shape: /^([a-z]+(?:\.[a-z][a-zA-Z-]*)+)$/g, exists: (name) => isDotted(name) || names.has(name) || isPackage(name) },
  address: { in: "span", shape: /^((?:(?:GET|POST|PUT|DELETE|PATCH) )?\/(?:api|q|ws)\/[^\s`]+)$/g, exists: isAddress },
  class: { in: "span", shape: /^([A-Z][a-z]+(?:[A-Z][a-z]+)+)$/g, exists: (name) => names.has(`${name}.java`) },
};

/** The names of a page that do not exist, and how many there are in all. */
function check(page, path) {
  const blocks = [...page.matchAll(/^(?:```.*\n[^]*?^```$|(?: {4}.*\n)+)/gm)].map(([block]) => block);
  const spans = [...page.replaceAll(/^```[^]*?^```$/gm, "").matchAll(/`([^`\n]+)`/g)].map(([, span]) => span);
  const places = { page: [page], span: spans, code: [...spans, ...blocks] };
  const missing = [];
  let found = 0;
  for (const [kind, { in: where, shape, exists }] of Object.entries(kinds)) {
    const wanted = new Set(places[where].flatMap((place) => [...place.matchAll(shape)].map(([, name]) => name)));
    found += wanted.size;
    for (const name of wanted) if (!exists(name, path)) missing.push(`${kind} ${name}`);
  }
  return { found, missing };
}

/** The manifests that a page shows below a link to them, and whether they are the linked files. */
function shownManifests(page, path) {
  const blocks = page.matchAll(/^\[[^\]]*\]\(([^)\s]*tenant-app\.yaml)\):\n+```yaml\n([^]*?)^```$/gm);
  return [...blocks].map(([, link, block]) => {
    const file = join(dirname(path), link);
    return { file, same: existsSync(join(root, file)) && text(file) === block };
  });
}

let passed = 0;
let failed = 0;
const report = (holds, sentence) => {
  console.log(`${holds ? "✓" : "✗"} ${sentence}`);
  if (holds) passed++;
  else failed++;
};

// The checks themselves: each detects a missing name of its kind.
const wrong = `[a](nowhere.md) [b](api.md#no-such-heading) \`deploy/nowhere\` \`keys/none.pem\` \`none.json\` \`make nothing\` \`make help NONE=1\`
\`TENANTMGR_NOTHING_AT_ALL\` \`deployment.nothing\` \`GET /api/no-such-address\` \`NoSuchClass\`
`;
const seen = check(wrong, "docs/architecture.md").missing;
for (const kind of Object.keys(kinds)) {
  report(seen.some((line) => line.startsWith(`${kind} `)), `a ${kind} that does not exist is found`);
}

const changed = "[one](../deploy/sample-app/tenant-app.yaml):\n\n```yaml\nname: another\n```\n";
report(shownManifests(changed, "docs/api.md").some(({ same }) => !same), "a manifest that differs from its file is found");

for (const page of ["README.md", ...readdirSync(join(root, "docs")).filter((file) => file.endsWith(".md")).map((file) => `docs/${file}`)]) {
  const { found, missing } = check(text(page), page);
  passed += found - missing.length;
  console.log(`${page}: ${found} names`);
  for (const name of missing) report(false, `${page}: ${name} does not exist`);
  for (const { file, same } of shownManifests(text(page), page)) report(same, `${page} shows ${file} as it is`);
}
const shown = shownManifests(text("docs/applications.md"), "docs/applications.md").map(({ file }) => file);
for (const example of files.filter((file) => /^deploy\/examples\/[^/]+\/tenant-app\.yaml$/.test(file))) {
  report(shown.includes(example), `docs/applications.md shows ${example}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);

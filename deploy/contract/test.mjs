// Tests the contract from a consumer's side, against the product of deploy/test/with-product: two generated clients,
// the Postman collection and the workflow. The last line is "N passed, N failed".
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { load } from "js-yaml";
import { runWorkflow } from "./workflow.mjs";

const newman = createRequire(import.meta.url)("newman");
const here = new URL(".", import.meta.url).pathname;
const root = new URL("../..", import.meta.url).pathname;
const { BASE_URL, ADMIN_PASSWORD } = process.env;
const SOURCE = `${root}deploy/sample-app`;
const env = { ...process.env, SOURCE };
const contract = load(readFileSync(`${root}schema/openapi.yaml`, "utf8"));

function run(command, ...words) {
  const { status } = spawnSync(command, words, { cwd: here, env, stdio: "inherit", timeout: 300_000 });
  if (status !== 0) throw new Error(`${command} ${words[0]} ended with ${status}`);
}

async function ask(method, path, { token, body } = {}) {
  const headers = { "Content-Type": "application/json", ...(token && { Authorization: `Bearer ${token}` }) };
  const response = await fetch(`${BASE_URL}${path}`, { method, headers, body: body && JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
}

async function signedIn() {
  const { body } = await ask("POST", "/api/auth/login", { body: { username: "admin", password: ADMIN_PASSWORD } });
  return body.accessToken;
}

function expect(holds, what) {
  if (!holds) throw new Error(`not so: ${what}`);
}

const tests = {
  "a TypeScript client does the main job"() {
    mkdirSync(`${here}target`, { recursive: true });
    run("node_modules/.bin/openapi-typescript", "../../schema/openapi.yaml", "--output", "target/schema.ts");
    run("node_modules/.bin/tsc", "--project", ".");
    run("node", "target/js/client.js");
  },

  "a Java client does the main job"() {
    run(`${root}deploy/maven`, "-q", "-f", `${here}java/pom.xml`, `-Dcontract=${root}schema/openapi.yaml`, "compile", "exec:java");
  },

  async "every request of the Postman collection is answered as documented"() {
    const values = { baseUrl: BASE_URL, password: ADMIN_PASSWORD, source: SOURCE };
    const summary = await new Promise((resolve, reject) =>
      newman.run(
        {
          collection: JSON.parse(readFileSync(`${root}docs/postman/tenant-manager.json`, "utf8")),
          envVar: Object.entries(values).map(([key, value]) => ({ key, value })),
          reporters: ["cli"],
          reporter: { cli: { noBanner: true } },
          timeoutRequest: 60_000,
        },
        (error, done) => (error ? reject(error) : resolve(done)),
      ),
    );
    const { failures, executions } = summary.run;
    expect(failures.length === 0, `${failures.length} requests fail: ${failures.map(({ source }) => source?.name)}`);
    const statusOf = (operationId) => {
      const { summary: name } = Object.values(contract.paths).flatMap(Object.values).find((each) => each.operationId === operationId);
      return executions.filter(({ item }) => item.name === name).at(-1)?.response.code;
    };
    const carriedOut = { createTenant: 201, changeTenant: 200, putConfig: 200, deploy: 202, createToken: 201, createUser: 201, deleteTenant: 202 };
    for (const [operation, status] of Object.entries(carriedOut)) {
      expect(statusOf(operation) === status, `${operation} is carried out: ${statusOf(operation)}`);
    }
    const operations = Object.values(contract.paths).flatMap((path) => Object.values(path)).map(({ summary: name }) => name);
    const asked = new Set(executions.map(({ item }) => item.name));
    expect(operations.every((name) => asked.has(name)), `every operation is asked: ${operations.filter((name) => !asked.has(name))}`);
  },

  async "the workflow deploys a tenant, and again"() {
    const token = await signedIn();
    // the example's tenant uses the manager's default source
    const secrets = { TM_URL: BASE_URL, TM_TOKEN: token };
    for (const round of [1, 2]) {
      const results = runWorkflow(`${root}docs/examples/deploy.yml`, secrets);
      const { "Roll back": back, ...others } = results;
      expect(Object.values(others).every((result) => result === "success"), `round ${round}: ${JSON.stringify(results)}`);
      expect(back === "skipped", "nothing is rolled back");
    }
    const { body } = await ask("GET", "/api/tenants/bakery/config", { token });
    expect(body.env.CAMPAIGN_TITLE.value === "Save the harbour", "it is configured");
  },

  async "the workflow fails with its deployment, and lets the product put it back"() {
    const token = await signedIn();
    const source = (value) => ask("PUT", "/api/settings/core.source", { token, body: { value } });
    expect((await source("/there/is/nothing/here")).status === 200, "the source is away");
    const results = runWorkflow(`${root}docs/examples/deploy.yml`, { TM_URL: BASE_URL, TM_TOKEN: token });
    expect((await source(null)).status === 200, "the source is back");
    expect(results.Deploy === "failure", JSON.stringify(results));
    expect(results.Verify === "skipped" && results["Roll back"] === "skipped", JSON.stringify(results));
    const { body } = await ask("GET", "/api/tenants/bakery", { token });
    expect(body.status === "active", "the release before still serves");
  },
};

// the rollback after a deployment that succeeded but was wrong
if (contract.paths["/api/tenants/{id}/rollback"]) {
  tests["the workflow goes back when the result is not what it should be"] = async () => {
    const token = await signedIn();
    const results = runWorkflow(`${root}docs/examples/deploy.yml`, { TM_URL: BASE_URL, TM_TOKEN: token }, {
      change: (step) => (step.name === "Verify" ? "exit 1" : step.run),
    });
    expect(results["Roll back"] === "success", JSON.stringify(results));
  };
}

let passed = 0;
let failed = 0;
for (const [name, test] of Object.entries(tests)) {
  try {
    await test();
    passed++;
    console.log(`✓ ${name}`);
  } catch (problem) {
    failed++;
    console.log(`✗ ${name}: ${problem.message}`);
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);

// postman.mjs [--check]  writes docs/postman/tenant-manager.json from the contract, or checks that it is up to date.
// The converter creates the requests; this script adds a working order, variables, and a test for each.
import { readFileSync, writeFileSync } from "node:fs";
import { load } from "js-yaml";
import converter from "openapi-to-postmanv2";

const contract = readFileSync(new URL("../../schema/openapi.yaml", import.meta.url), "utf8");
const file = new URL("../../docs/postman/tenant-manager.json", import.meta.url);
const { paths } = load(contract);

/** Bodies that the contract's examples cannot provide and that the converter would randomise. */
const bodies = {
  login: { username: "{{username}}", password: "{{password}}" },
  createTenant: {
    name: "Harbour Bakery",
    slug: "{{slug}}",
    domain: "{{slug}}.example.org",
    source: { kind: "directory", location: "{{source}}" },
    config: { adminEmail: "bakery@example.org" },
  },
  putConfig: {
    adminEmail: "bakery@example.org",
    env: { CAMPAIGN_TITLE: { value: "Save the harbour", secret: false } },
  },
  deploy: { reason: "from Postman" },
  rollback: {},
  changeTenant: {
    name: "Harbour Bakery",
    domain: "{{slug}}.example.org",
    aliases: ["www.{{slug}}.example.org"],
    source: { kind: "directory", location: "{{source}}" },
  },
  putSetting: { value: null },
  reservePorts: { first: 29996, reason: "for a program of our own" },
  createUser: { username: "{{slug}}-viewer", password: "a long password", role: "viewer" },
  putUser: { role: "operator" },
  createToken: { name: "{{slug}}", role: "operator" },
  changePassword: { currentPassword: "{{password}}", newPassword: "{{password}}" },
};

/** Values that a response provides for later requests. */
const remembers = {
  login: ["pm.collectionVariables.set('token', pm.response.json().accessToken);"],
  // the session of this request is replaced by a new one
  changePassword: ["if (pm.response.code === 200) pm.collectionVariables.set('token', pm.response.json().accessToken);"],
  createTenant: ["pm.collectionVariables.set('tenant', pm.response.json().id);"],
  deploy: [
    "pm.collectionVariables.set('deployment', pm.response.json().deploymentId);",
    "pm.collectionVariables.set('looks', 0);",
  ],
  getDeployment: [
    "const looks = Number(pm.collectionVariables.get('looks')) + 1;",
    "pm.collectionVariables.set('looks', looks);",
    "if (['queued', 'running'].includes(pm.response.json().status) && looks < 180) {",
    "    setTimeout(() => {}, 1000);",
    "    pm.execution.setNextRequest(pm.info.requestId);",
    "}",
  ],
};

const awaited = ["changeTenant", "restartTenant", "stopTenant", "startTenant"];
const first = ["login", "createTenant", "putConfig", "deploy", "getDeployment"];
const last = (operation, method) => method === "DELETE" || ["logout", "stopTenant", "startTenant"].includes(operation);
const rank = ({ operationId, method }) => {
  if (first.includes(operationId)) return first.indexOf(operationId);
  return { GET: 10, PUT: 20, POST: 30, DELETE: 50 }[method] + (operationId === "logout" ? 99 : operationId === "startTenant" ? 1 : 0);
};

function variable(path, name) {
  if (path.startsWith("/api/tenants")) return "{{tenant}}";
  if (/^\/api\/(deployments|runs)\//.test(path)) return "{{deployment}}";
  return path.startsWith("/api/settings") ? "{{setting}}" : `{{${name}}}`;
}

function requests(items) {
  return items.flatMap((item) => (item.item ? requests(item.item) : [item]));
}

function decorated(item) {
  const { request } = item;
  const path = `/${request.url.path.map((part) => (part.startsWith(":") ? `{${part.slice(1)}}` : part)).join("/")}`;
  const operation = paths[path][request.method.toLowerCase()];
  const statuses = Object.keys(operation.responses).map(Number);
  const { operationId } = operation;
  for (const each of request.url.variable ?? []) {
    Object.assign(each, { value: variable(path, each.key) });
    delete each.type;
  }
  for (const each of request.url.query ?? []) each.disabled = true;
  request.header = (request.header ?? []).filter(({ key }) => !["Accept", "Content-Type"].includes(key));
  for (const each of request.header) {
    if (each.key === "Idempotency-Key") each.value = "{{$guid}}";
    // The next requests find no run of the tenant that is still under way.
    const isAwaited = each.key === "Prefer" && awaited.includes(operationId);
    if (isAwaited) each.value = "wait=120";
    each.disabled = each.key !== "Idempotency-Key" && !isAwaited;
  }
  request.header.push({ key: "Accept", value: "application/json" });
  if (request.body) {
    request.header.push({ key: "Content-Type", value: "application/json" });
    if (bodies[operationId]) request.body.raw = JSON.stringify(bodies[operationId], null, 2);
  }
  // operations without authentication are sent without credentials
  if ((operation.security ?? []).length === 0) request.auth = { type: "noauth" };
  else delete request.auth;
  const test = [
    `pm.test('answers what is documented', () => pm.expect(pm.response.code).to.be.oneOf([${statuses.join(", ")}]));`,
    "pm.test('is no fault', () => pm.expect(pm.response.code).to.satisfy((code) => code < 500 || code === 503));",
    ...(remembers[operationId] ?? []),
  ];
  return {
    tag: operation.tags[0],
    operationId,
    method: request.method,
    item: {
      name: operation.summary,
      event: [{ listen: "test", script: { type: "text/javascript", exec: test } }],
      request,
      response: [],
    },
  };
}

/** Removes all values that would differ between two conversions of the same contract. */
function withoutIds(value) {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "id" && key !== "_postman_id")
      .map(([key, each]) => [key, withoutIds(each)]),
  );
}

function folders(all) {
  const sorted = all.toSorted((one, other) => rank(one) - rank(other));
  const isLast = ({ operationId, method }) => last(operationId, method);
  const byTag = new Map();
  for (const each of sorted.filter((one) => !isLast(one))) {
    byTag.set(each.tag, [...(byTag.get(each.tag) ?? []), each.item]);
  }
  const order = ["Sign-in", "Tenants", "Configuration", "Deployments"];
  const place = (tag) => (order.includes(tag) ? order.indexOf(tag) : order.length);
  return [
    ...[...byTag].sort(([one], [other]) => place(one) - place(other)).map(([name, item]) => ({ name, item })),
    { name: "At the end", item: sorted.filter(isLast).map(({ item }) => item) },
  ];
}

const converted = await new Promise((resolve, reject) =>
  converter.convertV2(
    { type: "string", data: contract },
    { folderStrategy: "Tags", parametersResolution: "Example", requestParametersResolution: "Example" },
    (error, result) => (error || !result.result ? reject(error ?? new Error(result.reason)) : resolve(result.output[0].data)),
  ),
);
const variables = {
  baseUrl: "http://127.0.0.1:32200",
  username: "admin",
  password: "",
  token: "",
  slug: "by-postman",
  source: "",
  setting: "deployment.watchTime",
  tenant: "by-postman",
  deployment: "00000000-0000-7000-8000-000000000000",
  id: "00000000-0000-7000-8000-000000000000",
};
const collection = withoutIds({
  info: { ...converted.info, name: "Tenant Manager" },
  auth: { type: "bearer", bearer: [{ key: "token", value: "{{token}}", type: "string" }] },
  variable: Object.entries(variables).map(([key, value]) => ({ key, value })),
  item: folders(requests(converted.item).map(decorated)),
});
const text = `${JSON.stringify(collection, null, 2)}\n`;

if (process.argv.includes("--check")) {
  if (readFileSync(file, "utf8") !== text) {
    console.error("docs/postman/tenant-manager.json is outdated; run: make openapi");
    process.exit(1);
  }
} else {
  writeFileSync(file, text);
}

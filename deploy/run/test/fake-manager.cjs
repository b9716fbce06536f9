// Replaces the manager in the launcher's test: the endpoints that the launcher calls, a real NGINX, and services that
// outlive it. State is stored in TENANTMGR_HOME, so that a second one takes over from the first.
//   FAKE_EXIT         exits immediately with this code
//   FAKE_DEPLOY_MS    duration of a deployment
//   FAKE_STUBBORN     services ignore SIGTERM
const { spawn, spawnSync } = require("node:child_process");
const { existsSync, mkdirSync, readFileSync, writeFileSync } = require("node:fs");
const { createServer } = require("node:http");

const home = process.env.TENANTMGR_HOME;
const environment = { PATH: process.env.PATH, TENANTMGR_OWNER: home };
const stateFile = `${home}/fake-state.json`;
const state = existsSync(stateFile) ? JSON.parse(readFileSync(stateFile)) : { tenant: null, deployments: [] };
const save = () => writeFileSync(stateFile, JSON.stringify(state));

if (process.env.FAKE_EXIT) {
  console.log("the fake manager refuses to start");
  process.exit(Number(process.env.FAKE_EXIT));
}

function startNginx() {
  mkdirSync(`${home}/nginx`, { recursive: true });
  writeFileSync(
    `${home}/nginx/nginx.conf`,
    `pid ${home}/nginx/nginx.pid; error_log ${home}/nginx/error.log; events {}
     http { access_log off; server { listen 127.0.0.1:${process.env.TENANTMGR_HTTP_PORT}; return 200 ok; } }`,
  );
  const { TENANTMGR_NGINX: nginx } = process.env;
  spawnSync("setsid", [nginx, "-p", `${home}/nginx`, "-c", `${home}/nginx/nginx.conf`], { env: environment });
}

function spawnMarked(script) {
  const child = spawn("setsid", ["bash", "-c", script], { env: environment, stdio: "ignore", detached: true });
  child.unref();
}

function startDeployment() {
  const id = `d${state.deployments.length + 1}`;
  const step = { id: "build", title: "Building", status: "running", durationMs: null };
  const deployment = { id, kind: "deploy", status: "running", steps: [step], failure: null };
  state.deployments.unshift(deployment);
  save();
  spawnMarked("sleep 1000 & sleep 1001 & wait"); // a build
  setTimeout(() => {
    const ignore = process.env.FAKE_STUBBORN ? "trap '' TERM;" : "";
    spawnMarked(`${ignore} exec sleep 1002`);
    Object.assign(step, { status: "done", durationMs: 1200 });
    deployment.status = "succeeded";
    save();
  }, Number(process.env.FAKE_DEPLOY_MS ?? 200));
  return { deploymentId: id };
}

function answer(method, path) {
  if (path === "/q/health/ready") return {};
  if (path === "/api/auth/login") return { accessToken: "token" };
  if (path === "/api/tenants/demo") return state.tenant;
  if (method === "POST" && path === "/api/tenants") return (state.tenant = { slug: "demo", status: "draft" });
  if (path === "/api/tenants/demo/deploy") return startDeployment();
  if (path === "/api/deployments") return { items: state.deployments };
  if (path.endsWith("/logs")) return { items: [] };
  return state.deployments.find(({ id }) => path === `/api/deployments/${id}`);
}

mkdirSync(home, { recursive: true });
writeFileSync(`${home}/admin-password`, "secret");
for (const deployment of state.deployments) if (deployment.status === "running") deployment.status = "failed";
startNginx();
createServer((request, response) => {
  const content = answer(request.method, new URL(request.url, "http://api").pathname);
  save();
  response.writeHead(content ? 200 : 404, { "Content-Type": "application/json" });
  response.end(JSON.stringify(content ?? {}));
}).listen(Number(process.env.TENANTMGR_API_PORT), "127.0.0.1");

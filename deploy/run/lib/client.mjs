// A client of the manager's API for the scripts beside it: signs in as admin, follows a deployment on the terminal.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** The API refused a request, or something is not as the script needs it; the message is for the operator. */
export class Refusal extends Error {}

const colour = process.stdout.isTTY ? { dim: "\x1b[2m", plain: "\x1b[0m" } : { dim: "", plain: "" };
const marks = { done: "✓", skipped: "–", failed: "✗", undone: "↺" };
const isOver = (step) => step.status in marks;

export const isRunning = (deployment) => ["queued", "running"].includes(deployment.status);

/** The content of a small file, or undefined. */
export function read(file) {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return undefined;
  }
}

/** Node does not resolve *.localhost on every system, so requests go to the loopback address with a Host header. */
export function ask(port, method, path, { body, headers = {} } = {}) {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: "127.0.0.1", port, method, path, headers, timeout: 30_000 }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => resolve({ status: response.statusCode, text: Buffer.concat(chunks).toString() }));
      response.on("error", reject);
    });
    outgoing.on("timeout", () => outgoing.destroy(new Error(`${method} ${path}: no answer within 30 s`)));
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** The API of the manager on a port. Each call returns the JSON, or undefined for 404, and throws a Refusal otherwise. */
export class Client {
  constructor(port) {
    this.port = port;
  }

  async call(method, path, content) {
    const headers = { Accept: "application/json" };
    if (this.token) headers.Authorization = `Bearer ${this.token}`;
    if (method !== "GET") headers["Idempotency-Key"] = randomUUID();
    if (content) headers["Content-Type"] = "application/json";
    const { status, text } = await ask(this.port, method, path, { body: content && JSON.stringify(content), headers });
    if (status === 404) return undefined;
    const answer = text ? JSON.parse(text) : {};
    if (status < 300) return answer;
    const errors = answer.errors ?? [];
    const fields = errors.map((error) => `${error.field}: ${error.message}`);
    const message = `${[answer.detail ?? answer.title, ...fields].join("; ")} (${status})`;
    throw Object.assign(new Refusal(message), { status, errors });
  }

  /** The home has the initial password; TENANTMGR_ADMIN_PASSWORD applies at the first start only. */
  async signIn(home, givenPassword) {
    for (const password of [givenPassword, read(join(home, "admin-password"))].filter(Boolean)) {
      try {
        this.token = (await this.call("POST", "/api/auth/login", { username: "admin", password })).accessToken;
        return;
      } catch (refusal) {
        if (refusal.status !== 401) throw refusal;
      }
    }
    throw new Refusal("The password of admin was changed, so the script cannot sign in");
  }

  /** Prints log and steps until the deployment ends, and returns it. */
  async follow(id) {
    let seen = 0;
    const shown = new Map();
    for (;;) {
      const deployment = await this.call("GET", `/api/deployments/${id}`);
      const { items } = await this.call("GET", `/api/deployments/${id}/logs?afterSeq=${seen}&limit=1000`);
      seen = items.at(-1)?.seq ?? seen;

      const ofNoStep = items.filter((line) => !deployment.steps.some((step) => step.id === line.step));
      ofNoStep.forEach(showLine);
      for (const step of deployment.steps) {
        items.filter((line) => line.step === step.id).forEach(showLine);
        if (!isOver(step) || shown.get(step.id) === step.status) continue;
        shown.set(step.id, step.status);
        showStep(step);
      }
      if (!isRunning(deployment) && items.length === 0) return deployment;
      await sleep(items.length ? 50 : 300);
    }
  }
}

function showLine(line) {
  console.log(`${colour.dim}    ${line.text}${colour.plain}`);
}

function showStep({ status, title, durationMs }) {
  const seconds = durationMs === undefined || durationMs === null ? "" : ` (${(durationMs / 1000).toFixed(1)} s)`;
  console.log(`  ${marks[status]} ${title}${seconds}`);
}

// A visitor of a tenant's site: asks NGINX on the loopback address by the tenant's domain, and keeps cookies.
import { request } from "node:http";

const { TENANTMGR_HTTP_PORT: port } = process.env;

/** One request on a connection of its own. Rejects for a refused, reset or stalled connection. */
export function ask(domain, path, { method = "GET", headers = {}, body, timeoutMs = 30_000 } = {}) {
  return new Promise((resolve, reject) => {
    const all = { Host: `${domain}:${port}`, ...headers };
    const sent = request({ host: "127.0.0.1", port, method, path, headers: all, timeout: timeoutMs, agent: false }, (answer) => {
      const chunks = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, text: Buffer.concat(chunks).toString() }));
    });
    sent.on("timeout", () => sent.destroy(new Error(`no answer within ${timeoutMs} ms`)));
    sent.on("error", reject);
    sent.end(body);
  });
}

export class Site {
  #cookies = new Map();

  constructor(tenant) {
    Object.assign(this, tenant);
    this.url = `http://${this.domain}:${port}`;
  }

  /** Follows redirects on this site, and expects an answer below 400. */
  async open(path, options = {}) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...(cookie && { Cookie: cookie }), ...options.headers };
    const answer = await ask(this.domain, path, { ...options, headers });
    for (const line of answer.headers["set-cookie"] ?? []) {
      const [, name, value] = line.match(/^([^=]+)=([^;]*)/);
      this.#cookies.set(name, value);
    }
    if ([301, 302, 303].includes(answer.status) && options.follow !== false) {
      const { pathname, search } = new URL(answer.headers.location, this.url + path);
      return this.open(pathname + search);
    }
    if (answer.status >= 400) throw new Error(`${options.method ?? "GET"} ${path}: ${answer.status} ${answer.text.slice(0, 300)}`);
    return answer;
  }

  get = async (path, headers) => (await this.open(path, { headers })).text;
  json = async (path, headers) => JSON.parse(await this.get(path, { Accept: "application/json", ...headers }));
  put = (path, body, headers) => this.open(path, { method: "PUT", body, headers });

  post(path, content, headers) {
    const body = JSON.stringify(content);
    return this.open(path, { method: "POST", body, headers: { "Content-Type": "application/json", ...headers } });
  }

  form(path, fields, headers) {
    const body = new URLSearchParams(fields).toString();
    return this.open(path, { method: "POST", body, headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers } });
  }

  /** The value of a hidden field of a form. */
  field(html, name) {
    const input = html.match(new RegExp(`<input[^>]*\\bname=["']${name}["'][^>]*>`))?.[0] ?? "";
    return input.match(/\bvalue=["']([^"']*)/)?.[1] ?? "";
  }
}

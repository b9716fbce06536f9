// A guest book whose notes are counted by a worker, and whose digest is made by cron.
import { createReadStream, createWriteStream, existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { query } from "./database.js";

const { CACHE_DIRECTORY, HOST, PORT, STATE_DIRECTORY, TENANT_DOMAIN, TENANT_SLUG } = process.env;

const routes = {
  "GET /": async () => ({ html: `<!doctype html><title>Guest book</title><h1>Guest book</h1>${list(await notes())}` }),
  "GET /api/health": async () => (await query("select 1")) && { json: { status: "up" } },
  "GET /api/notes": async () => ({ json: await notes() }),
  "GET /api/words": async () => ({ json: (await query("select coalesce(sum(words), 0)::int as words from note"))[0].words }),
  "GET /api/digests": async () => ({ json: await query("select made_on::text, notes, words from digest order by 1 desc") }),
  "GET /api/about": async () => ({ json: about() }),
  "POST /api/notes": async (request) => {
    const { text } = await json(request);
    await query("with note as (insert into note (text) values ($1)) select pg_notify('notes', '')", [text]);
    return { status: 201 };
  },
};

const notes = async () => (await query("select text from note order by id desc limit 100")).map((row) => row.text);
const escaped = (text) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
const list = (texts) => `<ul>${texts.map((text) => `<li>${escaped(text)}</li>`).join("")}</ul>`;

function about() {
  const cached = join(CACHE_DIRECTORY, "about.json");
  if (!existsSync(cached)) {
    writeFileSync(cached, JSON.stringify({ tenant: TENANT_SLUG, domain: TENANT_DOMAIN, madeAt: new Date() }));
  }
  return JSON.parse(readFileSync(cached, "utf8"));
}

async function file(request, response, name) {
  const path = join(STATE_DIRECTORY, "uploads", name);
  if (request.method === "PUT") await pipeline(request, createWriteStream(path));
  else if (existsSync(path)) return pipeline(createReadStream(path), response);
  response.writeHead(request.method === "PUT" ? 201 : 404).end();
}

createServer(async (request, response) => {
  try {
    const path = request.url.split("?")[0];
    const [, name] = path.match(/^\/api\/files\/(\w[\w.-]{0,99})$/) ?? [];
    if (name) return await file(request, response, name);
    const { status = 200, html, json } = (await routes[`${request.method} ${path}`]?.(request)) ?? { status: 404 };
    response.writeHead(status, { "Content-Type": html ? "text/html" : "application/json" });
    response.end(html ?? (json === undefined ? "" : JSON.stringify(json)));
  } catch (error) {
    console.error(error.message);
    response.writeHead(500).end();
  }
}).listen(PORT, HOST);

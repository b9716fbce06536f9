// The API of a guest book: notes in PostgreSQL, files in the tenant's storage, a page about the site in its cache.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import express from "express";
import pg from "pg";

const { CACHE_DIRECTORY, DATABASE_URL, HOST, PORT, STATE_DIRECTORY, TENANT_DOMAIN, TENANT_SLUG } = process.env;
const database = new pg.Pool({ connectionString: DATABASE_URL, max: 5 });
const uploads = join(STATE_DIRECTORY, "uploads");
const app = express();
app.set("trust proxy", "loopback"); // req.ip and req.protocol are those of the visitor

app.get("/api/health", async (_request, response) => {
  await database.query("select 1");
  response.json({ status: "up" });
});

app.get("/api/notes", async (_request, response) => {
  const { rows } = await database.query("select text from note order by id desc limit 100");
  response.json(rows.map((row) => row.text));
});

app.post("/api/notes", express.json({ limit: "16kb" }), async (request, response) => {
  await database.query("insert into note (text) values ($1)", [request.body.text]);
  response.status(201).end();
});

app.put("/api/files/:name", express.raw({ type: () => true, limit: "5mb" }), async (request, response) => {
  await writeFile(fileOf(request), request.body);
  response.status(201).end();
});

app.get("/api/files/:name", async (request, response) => {
  response.type("application/octet-stream").send(await readFile(fileOf(request)));
});

app.get("/api/about", async (_request, response) => {
  const cached = join(CACHE_DIRECTORY, "about.json");
  const about = await readFile(cached, "utf8").catch(() => undefined);
  if (about) return response.type("json").send(about);
  const made = { tenant: TENANT_SLUG, domain: TENANT_DOMAIN, madeAt: new Date() };
  await writeFile(cached, JSON.stringify(made));
  response.json(made);
});

app.use((error, _request, response, _next) => {
  console.error(error.message);
  response.status(error.status ?? (error.code === "ENOENT" ? 404 : 500)).json({ error: "The request failed." });
});

function fileOf({ params: { name } }) {
  if (!/^\w[\w.-]{0,99}$/.test(name)) throw Object.assign(new Error(`bad name: ${name}`), { status: 400 });
  return join(uploads, name);
}

app.listen(PORT, HOST);

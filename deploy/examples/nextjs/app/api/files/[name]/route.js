import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

export const dynamic = "force-dynamic";

async function fileOf(params) {
  const { name } = await params;
  return /^\w[\w.-]{0,99}$/.test(name) && join(process.env.STATE_DIRECTORY, "uploads", name);
}

export async function PUT(request, { params }) {
  const file = await fileOf(params);
  if (!file) return new Response(null, { status: 400 });
  await writeFile(file, Buffer.from(await request.arrayBuffer()));
  return new Response(null, { status: 201 });
}

export async function GET(_request, { params }) {
  const file = await fileOf(params);
  const content = file && (await readFile(file).catch(() => undefined));
  return new Response(content, { status: content ? 200 : 404 });
}

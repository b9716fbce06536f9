import { notes, query } from "../../../lib/database";

export const dynamic = "force-dynamic";

export const GET = async () => Response.json(await notes());

export async function POST(request) {
  const { text } = await request.json();
  await query("insert into note (text) values ($1)", [text]);
  return new Response(null, { status: 201 });
}

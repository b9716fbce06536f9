import { query } from "../../../lib/database";

export const dynamic = "force-dynamic";

export async function GET() {
  await query("select 1");
  return Response.json({ status: "up" });
}

import pg from "pg";

const database = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 5 });

export const query = async (sql, values) => (await database.query(sql, values)).rows;
export const notes = async () => (await query("select text from note order by id desc limit 100")).map((row) => row.text);

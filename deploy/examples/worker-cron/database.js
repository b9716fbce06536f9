import pg from "pg";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 });

export const query = async (sql, values) => (await pool.query(sql, values)).rows;
export const connect = () => pool.connect();
export const close = () => pool.end();

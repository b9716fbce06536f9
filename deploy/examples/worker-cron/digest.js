// Stores how many notes and words there are today; a second run of the day replaces the first.
import { close, query } from "./database.js";

const [digest] = await query(`
  insert into digest (made_on, notes, words) select current_date, count(*), coalesce(sum(words), 0) from note
  on conflict (made_on) do update set notes = excluded.notes, words = excluded.words
  returning notes, words`);
console.log(`${digest.notes} notes, ${digest.words} words.`);
await close();

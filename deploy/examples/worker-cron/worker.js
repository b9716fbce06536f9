// Counts the words of new notes. `for update skip locked` lets two workers run at the same time, as with `twin: true`. On
// SIGTERM it finishes the note that it has, within `stopGrace`.
import { once } from "node:events";
import { connect, close, query } from "./database.js";

let stopping = false;
let news = true;
const listener = await connect();
listener.on("notification", () => (news = true));
process.on("SIGTERM", () => {
  stopping = true;
  listener.emit("notification");
});
await listener.query("listen notes");

const countOne = `
  update note set words = cardinality(regexp_split_to_array(trim(text), '\\s+'))
  where id = (select id from note where words is null order by id limit 1 for update skip locked)
  returning id, words`;

while (!stopping) {
  if (!news) await once(listener, "notification");
  news = false;
  for (let note; ([note] = await query(countOne)), note; ) console.log(`Note ${note.id} has ${note.words} words.`);
}
listener.release();
await close();

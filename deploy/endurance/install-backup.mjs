// install-backup.mjs  in a box, as root: a file that belongs to the user of tenant shop is backed up, the backup is proven, restored
// over the changed file, and the restore undone. A file of somebody else, a link out of the tenant and a pipe do no harm.
import { execFileSync } from "node:child_process";
import { chownSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "./client.mjs";

const storage = "/var/lib/private/tenantmgr-storage/shop";
const letter = `${storage}/uploads/letter`;
const client = new Client(32200);
await client.signIn("/var/lib/tenantmgr");

const { uid, gid } = statSync(`${storage}/uploads`);
if (uid === 0) throw new Error("the storage has no user of its own");
const write = (text) => {
  writeFileSync(letter, text);
  chownSync(letter, uid, gid);
};
const requireLetter = (text) => {
  const there = readFileSync(letter, "utf8");
  if (there !== text) throw new Error(`the letter says "${there}" and not "${text}"`);
  if (statSync(letter).uid !== statSync(`${storage}/uploads`).uid) throw new Error("the letter is not the tenant's");
};
const succeed = async (runId) => {
  for (;;) {
    const run = await client.call("GET", `/api/runs/${runId}`);
    if (run.status === "succeeded") return run;
    if (["failed", "cancelled"].includes(run.status)) throw new Error(JSON.stringify(run));
    await sleep(200);
  }
};

write("first");
symlinkSync("/etc/shadow", `${storage}/uploads/shadow`);
execFileSync("mkfifo", [`${storage}/uploads/pipe`]);
const { runId, backupId } = await client.call("POST", "/api/tenants/shop/backups", {});
await succeed(runId);
const backup = await client.call("GET", `/api/backups/${backupId}`);
if (!(backup.files >= 1 && backup.filesBytes > 0)) throw new Error(`no files: ${JSON.stringify(backup)}`);

await succeed((await client.call("POST", `/api/backups/${backupId}/verify`, {})).runId);
const { items: proofs } = await client.call("GET", `/api/backups/${backupId}/proofs`);
if (proofs[0].verdict !== "proven") throw new Error(JSON.stringify(proofs[0]));

write("second");
const restored = await client.call("POST", `/api/backups/${backupId}/restore`, { mode: "in-place", confirm: "shop" });
await succeed(restored.runId);
requireLetter("first");

const undone = await client.call("POST", `/api/tenants/shop/restores/${restored.runId}/undo`, {});
await succeed(undone.runId);
requireLetter("second");

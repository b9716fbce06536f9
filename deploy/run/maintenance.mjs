// `make doctor` and `make rotate-key`: calls the API of the running manager and prints the result.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const { TENANTMGR_HOME: home, TENANTMGR_ADMIN_PASSWORD: givenPassword, TENANTMGR_TOKEN: givenToken } = process.env;
const root = `http://127.0.0.1:${process.env.TENANTMGR_API_PORT || 32200}`;

class Refusal extends Error {}

async function api(method, path, { token, content } = {}) {
  const headers = { Accept: "application/json" };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (content) headers["Content-Type"] = "application/json";
  const response = await fetch(root + path, { method, headers, body: content && JSON.stringify(content) }).catch(() => {
    throw new Refusal(`The manager at ${root} does not respond. Start it with make run, or set TENANTMGR_API_PORT.`);
  });
  const answer = JSON.parse((await response.text()) || "{}");
  if (response.ok) return answer;
  throw Object.assign(new Refusal(`${answer.title ?? "Refused"}: ${answer.detail ?? path} (${response.status})`), {
    status: response.status,
  });
}

/** The file contains the initial password; one that was given applies at the first start only, and is stored nowhere. */
async function signIn() {
  if (givenToken) return givenToken;
  const made = read(join(home, "admin-password"));
  if (!made && !givenPassword) {
    throw new Refusal(
      "The first password of admin was given in TENANTMGR_ADMIN_PASSWORD, so it is in no file. " +
        "Set that variable again, or TENANTMGR_TOKEN to a token of an admin.",
    );
  }
  for (const password of [givenPassword, made].filter(Boolean)) {
    try {
      return (await api("POST", "/api/auth/login", { content: { username: "admin", password } })).accessToken;
    } catch (refusal) {
      if (refusal.status !== 401) throw refusal;
    }
  }
  throw new Refusal(
    made
      ? "The password of admin was changed. Set TENANTMGR_TOKEN to a token of an admin."
      : "TENANTMGR_ADMIN_PASSWORD is not the password of admin. Set it to that, or TENANTMGR_TOKEN to a token of an admin.",
  );
}

function read(file) {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return undefined;
  }
}

async function doctor(token) {
  const { checks, wrong, findings } = await api("GET", "/api/maintenance/doctor", { token });
  for (const { subject, sentence } of findings) console.log(`${subject}: ${sentence}`);
  console.log(`${checks} checks, ${wrong} wrong`);
  return wrong === 0;
}

async function rotateKey(token) {
  const { rewritten, unreadable, oldKeysDropped } = await api("POST", "/api/maintenance/rotate-key", { token });
  for (const place of unreadable) console.log(`secret ${place}: cannot be decrypted with any key of this home`);
  console.log(
    `${rewritten} secrets were re-encrypted with a new key; the old key was ${oldKeysDropped ? "removed" : "kept for the secrets above"}`,
  );
  return oldKeysDropped;
}

try {
  const task = { doctor, "rotate-key": rotateKey }[process.argv[2]];
  if (!task) throw new Refusal("maintenance doctor, or maintenance rotate-key");
  process.exitCode = (await task(await signIn())) ? 0 : 1;
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

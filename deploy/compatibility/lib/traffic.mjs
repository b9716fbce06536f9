// Twenty requests a second to a page of a tenant, while something else happens.
import { ask } from "./site.mjs";
import { setTimeout as sleep } from "node:timers/promises";

const PER_SECOND = 20;
const STALLED_MS = 10_000;

/** Runs `work` under traffic. A failure is any answer but 200, a connection refused or reset, no answer within 10 s. */
export async function underTraffic({ domain, path, headers }, work) {
  const failures = [];
  const open = [];
  let working = true;
  const visit = () =>
    ask(domain, path, { headers, timeoutMs: STALLED_MS }).then(
      ({ status }) => status === 200 || failures.push(`status ${status}`),
      (problem) => failures.push(problem.message),
    );
  const visitors = (async () => {
    for (const began = Date.now(); working; ) {
      open.push(visit());
      await sleep(Math.max(0, began + (open.length * 1000) / PER_SECOND - Date.now()));
    }
  })();
  try {
    const result = await work();
    await sleep(1000);
    return { result, failures, requests: () => open.length };
  } finally {
    working = false;
    await visitors;
    await Promise.all(open);
  }
}

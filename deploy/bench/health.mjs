// health.mjs PORT HTTP HTTPS PER_SECOND SECONDS PID: lets blackbox_exporter at PORT probe the stub at the ports HTTP and HTTPS, in turns, so often. Prints
// "name value": probes a second, those that failed, and the thousandths of a core that the process PID took.
import { readFileSync } from "node:fs";
import { Agent, get } from "node:http";

const [port, http, https, perSecond, seconds, pid] = process.argv.slice(2).map(Number);
const agent = new Agent({ keepAlive: true, maxSockets: 128 });
let done = 0;
let failed = 0;

function probe(number) {
  const isTls = number % 2 === 0;
  const target = encodeURIComponent(isTls ? `https://127.0.0.1:${https}/` : `http://127.0.0.1:${http}/health`);
  const path = `/probe?module=http&target=${target}&hostname=site-${number % 5000}.bench.example`;
  return new Promise((resolve) => {
    get({ agent, host: "127.0.0.1", port, path }, (answer) => {
      let text = "";
      answer.on("data", (part) => (text += part));
      answer.on("end", () => {
        done++;
        if (!/^probe_success 1$/m.test(text)) failed++;
        resolve();
      });
    }).on("error", () => {
      failed++;
      resolve();
    });
  });
}

function ticks() {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return Number(fields[11]) + Number(fields[12]);
}

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
for (let tries = 0; tries < 100; tries++) {
  if (await fetch(`http://127.0.0.1:${port}/`).then((answer) => answer.ok, () => false)) break;
  await wait(50);
}
const before = ticks();
const began = performance.now();
const all = [];
for (let number = 0; number < perSecond * seconds; number++) {
  const due = began + (number / perSecond) * 1000;
  if (due > performance.now()) await wait(due - performance.now());
  all.push(probe(number));
}
await Promise.all(all);
const took = (performance.now() - began) / 1000;
console.log(`perSecond ${Math.round(done / took)}\nfailed ${failed}\nmillicores ${Math.round(((ticks() - before) * 10) / took)}`);
agent.destroy();

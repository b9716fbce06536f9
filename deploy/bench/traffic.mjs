// traffic.mjs PORT REQUESTS PID NAME: asks the NGINX with the master PID so often for a file that does not exist. Prints "NAME nanoseconds": the processor
// time of its workers for one request.
import { readdirSync, readFileSync } from "node:fs";
import { connect } from "node:net";

const [port, requests, master] = process.argv.slice(2, 5).map(Number);
const connections = 8;
const request = "GET /.well-known/acme-challenge/none HTTP/1.1\r\nHost: counted.localhost\r\n\r\n";

function nanoseconds() {
  let ticks = 0;
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
      if (Number(fields[1]) === master) ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      // it has ended
    }
  }
  return ticks * 10_000_000;
}

/** One request after the other on a connection. */
function ask(count) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let left = count;
    let text = "";
    socket.setNoDelay(true);
    socket.on("error", reject);
    socket.on("connect", () => socket.write(request));
    socket.on("data", (part) => {
      text += part;
      const head = text.indexOf("\r\n\r\n");
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1]);
      if (head < 0 || text.length < head + 4 + length) return;
      if (!text.startsWith("HTTP/1.1 404")) return reject(new Error(text.slice(0, 200)));
      text = "";
      if (--left === 0) {
        socket.end();
        resolve();
      } else socket.write(request);
    });
  });
}

const before = nanoseconds();
await Promise.all(Array.from({ length: connections }, () => ask(Math.ceil(requests / connections))));
console.log(`${process.argv[5]} ${Math.round((nanoseconds() - before) / requests)}`);

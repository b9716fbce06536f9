// tls.mjs SCRATCH COUNT  see deploy/bench/tls.
import { execFileSync, spawn } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { connect } from "node:tls";

const [scratch, count] = [process.argv[2], Number(process.argv[3])];
const CERTIFICATES = 5000;
const CLIENTS = 8;
const ROUNDS = 3;
const at = (...names) => join(scratch, ...names);
const openssl = (...words) => execFileSync("openssl", words, { stdio: ["ignore", "pipe", "ignore"] });

/** A leaf below an authority that visitors get too; `key.pem` as the manager writes keys: PKCS 8 without the public half. */
function issue(name, ...kind) {
  openssl("req", "-newkey", ...kind, "-nodes", "-keyout", at(`${name}.key`), "-out", at("csr"), "-subj", `/CN=${name}.example.org`);
  openssl("x509", "-req", "-in", at("csr"), "-CA", at("ca.pem"), "-CAkey", at("ca.key"), "-CAcreateserial", "-days", "9", "-out", at("leaf"));
  writeFileSync(at(`${name}.pem`), readFileSync(at("leaf"), "utf8") + readFileSync(at("ca.pem"), "utf8"));
}

function keys() {
  openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", at("ca.key"), "-out", at("ca.pem"), "-subj", "/CN=authority", "-days", "9");
  issue("whole", "ec", "-pkeyopt", "ec_paramgen_curve:P-256");
  openssl("ec", "-in", at("whole.key"), "-no_public", "-out", at("half"));
  openssl("pkcs8", "-topk8", "-nocrypt", "-in", at("half"), "-out", at("product.key"));
  copyFileSync(at("whole.pem"), at("product.pem"));
  issue("rsa", "rsa:2048");
}

/** Two servers for each kind of key: with one certificate, and with those of the map. */
function configuration(kinds, first) {
  const ports = {};
  let port = first;
  const server = (name, certificate, key) => {
    ports[name] = port;
    return `server { listen 127.0.0.1:${port++} ssl; ssl_certificate ${certificate}; ssl_certificate_key ${key}; return 204; }\n`;
  };
  const map = [];
  for (let number = 0; number < CERTIFICATES; number++) map.push(`t${number}.example.org c${number};`);
  writeFileSync(at("certs.map"), map.join("\n"));
  const servers = kinds.flatMap((kind) => {
    for (let number = 0; number < CERTIFICATES; number++) {
      mkdirSync(at(kind, `c${number}`), { recursive: true });
      copyFileSync(at(`${kind}.pem`), at(kind, `c${number}`, "fullchain.pem"));
      copyFileSync(at(`${kind}.key`), at(kind, `c${number}`, "key.pem"));
    }
    const mapped = (file) => at(kind, "$certificate", file);
    return [server(`${kind} static`, at(`${kind}.pem`), at(`${kind}.key`)), server(`${kind} map`, mapped("fullchain.pem"), mapped("key.pem"))];
  });
  const user = process.getuid() === 0 ? "user root;" : "";
  writeFileSync(at("nginx.conf"), `daemon off; worker_processes 1; ${user} pid ${at("pid")}; events { }
    http { access_log off; ssl_protocols TLSv1.2 TLSv1.3; map_hash_max_size 65536; map_hash_bucket_size 512; ssl_session_cache shared:tls:10m;
    map $ssl_server_name $certificate { default none; include certs.map; } ${servers.join("")} }`);
  return ports;
}

/** Microseconds of the worker since it began. */
const used = (worker) => Number(readFileSync(`/proc/${worker}/schedstat`, "utf8").split(" ")[0]) / 1e3;

function handshake(port, number, options, onSession) {
  return new Promise((resolve, reject) => {
    const name = `t${number % CERTIFICATES}.example.org`;
    const socket = connect({ host: "127.0.0.1", port, servername: name, rejectUnauthorized: false, ...options }, () => {
      if (!onSession) socket.destroy();
    });
    if (onSession) socket.once("session", (session) => socket.destroy() && onSession(session)).resume();
    socket.on("close", () => resolve());
    socket.on("error", reject);
  });
}

async function perHandshake(worker, port, times, options = {}) {
  const before = used(worker);
  let number = 0;
  const client = async () => {
    while (number < times) await handshake(port, number++ * 7, options);
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return (used(worker) - before) / times;
}

async function resumed(worker, port) {
  let session;
  await handshake(port, 0, {}, (given) => {
    session ??= given;
  });
  return perHandshake(worker, port, count, { session, servername: "t0.example.org" });
}

function line(name, mapped, one) {
  console.log(`  ${name.padEnd(46)} ${mapped.toFixed(0).padStart(6)} us beside ${one.toFixed(0).padStart(6)} us  ratio ${(one / mapped).toFixed(2)} of the handshakes`);
}

keys();
const kinds = ["product", "whole", "rsa"];
const ports = configuration(kinds, 14700 + Math.floor(Math.random() * 100) * 10);
const nginx = spawn("nginx", ["-c", at("nginx.conf"), "-p", scratch, "-e", at("error.log")], { stdio: "inherit" });
let worker = "";
while (!worker) {
  await sleep(100);
  if (nginx.exitCode !== null) throw new Error(`NGINX ended: ${readFileSync(at("error.log"), "utf8")}`);
  worker = execFileSync("sh", ["-c", `pgrep -P ${nginx.pid} || true`], { encoding: "utf8" }).trim();
}
const sums = Object.fromEntries(Object.keys(ports).map((name) => [name, 0]));
for (const port of Object.values(ports)) await perHandshake(worker, port, 50);
for (let round = 0; round < ROUNDS; round++) for (const [name, port] of Object.entries(ports)) sums[name] += (await perHandshake(worker, port, count)) / ROUNDS;
console.log(`Processor time of NGINX for a handshake, ${CERTIFICATES} certificates in a map beside one in memory`);
line("new, P-256, keys as the manager writes them", sums["product map"], sums["product static"]);
line("new, P-256, keys with their public half", sums["whole map"], sums["whole static"]);
line("new, RSA 2048", sums["rsa map"], sums["rsa static"]);
line("resumed, P-256", await resumed(worker, ports["product map"]), await resumed(worker, ports["product static"]));
nginx.kill();

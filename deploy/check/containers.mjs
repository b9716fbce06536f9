// Checks the compose file and the Dockerfiles without Docker: syntax, and that referenced files exist.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const { load } = createRequire(new URL("../contract/package.json", import.meta.url))("js-yaml");
const root = new URL("../..", import.meta.url).pathname;
const problems = [];
const expect = (holds, problem) => holds || problems.push(problem);

const compose = load(readFileSync(join(root, "docker-compose.yml"), "utf8"));
const hostPorts = [];
for (const [name, service] of Object.entries(compose.services)) {
  expect(service.image || service.build, `${name}: has neither an image nor a build`);
  if (service.build) {
    const dockerfile = join(service.build.context, service.build.dockerfile ?? "Dockerfile");
    expect(existsSync(join(root, dockerfile)), `${name}: ${dockerfile} does not exist`);
  }
  expect(service.healthcheck, `${name}: has no healthcheck`);
  for (const other of Object.keys(service.depends_on ?? {})) {
    expect(compose.services[other], `${name}: depends on ${other}, which is not a service`);
  }
  for (const mount of service.volumes ?? []) {
    const [source] = mount.split(":");
    expect(source.startsWith(".") || source in (compose.volumes ?? {}), `${name}: the volume ${source} is not declared`);
  }
  hostPorts.push(...(service.ports ?? []).map((port) => port.split(":").at(-2)));
}
expect(new Set(hostPorts).size === hostPorts.length, `a host port is used twice: ${hostPorts}`);

/** Whether a build may copy the path: it must exist and not be excluded by .dockerignore. */
const ignored = readFileSync(join(root, ".dockerignore"), "utf8").split("\n").filter((line) => line && !/^[#!]/.test(line));
const isIgnored = (path) => ignored.some((pattern) => path === pattern || path.startsWith(`${pattern}/`));

const dockerfiles = readdirSync(join(root, "deploy/docker")).filter((file) => file.startsWith("Dockerfile."));
for (const file of dockerfiles) {
  const text = readFileSync(join(root, "deploy/docker", file), "utf8").replaceAll(/\\\n/g, " ");
  const stages = [...text.matchAll(/^FROM\s+\S+\s+AS\s+(\S+)/gim)].map(([, stage]) => stage);
  for (const [, flags, operands] of text.matchAll(/^COPY((?:\s+--\S+)*)\s+(.+)$/gm)) {
    const from = flags.match(/--from=(\S+)/)?.[1];
    if (from) {
      expect(stages.includes(from) || /[:/]/.test(from), `${file}: COPY --from=${from}: unknown stage`);
      continue;
    }
    for (const source of operands.trim().split(/\s+/).slice(0, -1)) {
      const path = source.replace(/\/$/, "");
      expect(existsSync(join(root, path)), `${file}: COPY ${source}: does not exist`);
      expect(!isIgnored(path), `${file}: COPY ${source}: excluded by .dockerignore`);
    }
  }
}

// If Docker's client is installed, it validates the compose file as well.
if (spawnSync("docker", ["compose", "version"]).status === 0) {
  const environment = { ...process.env, TENANTMGR_DATABASE_PASSWORD: "check" };
  const { status, stderr } = spawnSync("docker", ["compose", "config", "-q"], { cwd: root, env: environment });
  expect(status === 0, `docker compose config: ${stderr}`);
}

problems.forEach((problem) => console.error(problem));
process.exit(problems.length ? 1 : 0);

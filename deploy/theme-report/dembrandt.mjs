// dembrandt.mjs PACKAGE RESULTS COMMAND…: asks the package dembrandt for the primary colour of the pages that COMMAND serves (ServeCorpus), and
// writes lines of name, tab and colour to RESULTS. Its browser is the machine's Chromium, whose way out is the proxy of the pages.
import { execFile, spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const [program, results, ...serve] = process.argv.slice(2);
const PATIENCE = 90_000;

const server = spawn(serve[0], serve.slice(1), { stdio: ['ignore', 'pipe', 'inherit'] });
const lines = [];
for await (const line of createInterface({ input: server.stdout })) {
  if (line === '') break;
  lines.push(line);
}
const [proxy, ...pages] = lines;

const profile = mkdtempSync(join(tmpdir(), 'dembrandt-'));
const browser = spawn(
  'unshare',
  ['--user', '--map-user=1000', '--map-group=1000', '--', '/usr/bin/chromium', '--headless', '--remote-debugging-port=0', '--no-first-run',
    `--proxy-server=127.0.0.1:${proxy}`, '--proxy-bypass-list=<-loopback>', `--user-data-dir=${profile}`, 'about:blank'],
  { stdio: 'ignore' },
);
const portFile = join(profile, 'DevToolsActivePort');
while (!existsSync(portFile)) await new Promise((resolve) => setTimeout(resolve, 200));
const endpoint = `http://127.0.0.1:${readFileSync(portFile, 'utf8').split('\n')[0]}`;

const known = new Set(existsSync(results) ? readFileSync(results, 'utf8').split('\n').map((line) => line.split('\t')[0]) : []);
const hex = (colour) => {
  const channels = /^rgba?\((\d+), ?(\d+), ?(\d+)/.exec(colour ?? '');
  if (channels) return `#${channels.slice(1).map((each) => Number(each).toString(16).padStart(2, '0')).join('')}`;
  return /^#[0-9a-f]{6}/i.test(colour ?? '') ? colour.slice(0, 7).toLowerCase() : '';
};

/** What it calls primary, else the first of its palette. */
const asked = (address) =>
  new Promise((resolve) => {
    execFile(process.execPath, [program, address, '--json-only'],
      { env: { ...process.env, BROWSER_CDP_ENDPOINT: endpoint }, timeout: PATIENCE, maxBuffer: 64 << 20 },
      (failure, text) => {
        try {
          const { colors } = JSON.parse(text);
          const first = colors.palette?.[0];
          resolve(hex(colors.semantic?.primary) || hex(first?.normalized ?? first?.color));
        } catch {
          if (failure) console.error(`${address}: ${failure.message.split('\n')[0]}`);
          resolve('');
        }
      });
  });

for (const page of pages) {
  const [name, address] = page.split('\t');
  if (!known.has(name)) appendFileSync(results, `${name}\t${await asked(address)}\n`);
}
browser.kill();
server.kill();
rmSync(profile, { recursive: true, force: true, maxRetries: 5 });

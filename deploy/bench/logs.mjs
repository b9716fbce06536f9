// logs.mjs PORT LINES PER_SECOND SECONDS: measures the page of logs on the mock in a browser. Prints "name value": frames, average
// and p95 of a frame in microseconds, longest task in milliseconds, lines that arrived.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";

const { chromium } = createRequire(new URL("../../frontend/package.json", import.meta.url))("@playwright/test");
const [port, lines, perSecond, seconds] = process.argv.slice(2).map(Number);
const address = `http://127.0.0.1:${port}`;
const mock = spawn("node", ["frontend/e2e/mock-server.mjs"], { env: { ...process.env, PORT: String(port) }, stdio: "ignore" });
const executablePath = process.env.CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path));

async function isUp() {
  for (let i = 0; i < 200; i++) {
    if (await fetch(`${address}/q/health/live`).then((answer) => answer.ok, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the mock did not start");
}

const newest = (page) => page.locator("[data-seq]").last().getAttribute("data-seq").then(Number);

/** In the page: frames and long tasks for so many milliseconds. */
function measured(ms) {
  return new Promise((resolve) => {
    const frames = [];
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration);
    });
    observer.observe({ type: "longtask" });
    const began = performance.now();
    let last = began;
    const frame = (now) => {
      frames.push(now - last);
      last = now;
      if (now - began < ms) requestAnimationFrame(frame);
      else resolve({ frames: frames.slice(1), longest });
    };
    requestAnimationFrame(frame);
  });
}

let browser;
try {
  await isUp();
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${address}/login`);
  const headers = { Origin: address, "X-Requested-With": "tenantmgr" };
  await page.request.post(`${address}/api/auth/login`, { headers, data: { username: "admin", password: "correct-horse" } });
  await page.goto(`${address}/logs?search=flood`);
  await page.getByText("Live", { exact: true }).waitFor();
  for (let added = 0; added < lines; added += 10_000) await page.request.post(`${address}/mock/logs?add=10000`, { timeout: 60_000 });
  await page.waitForFunction(
    (wanted) => Number(document.querySelector("section[aria-label$=', lines'] > div")?.clientHeight) >= wanted * 20,
    lines,
    { timeout: 120_000 },
  );
  await page.request.post(`${address}/mock/logs?rate=${perSecond}`);
  await page.getByText(/^Flood live \d+/).first().waitFor();
  const before = await newest(page);
  const { frames, longest } = await page.evaluate(measured, seconds * 1000);
  const arrived = ((await newest(page)) - before) / 3;
  frames.sort((a, b) => a - b);
  const average = frames.reduce((sum, frame) => sum + frame, 0) / frames.length;
  const us = (ms) => Math.round(ms * 1000);
  console.log(`frames ${frames.length}\naverage ${us(average)}\np95 ${us(frames[Math.floor(frames.length * 0.95)])}`);
  console.log(`longest ${Math.round(longest)}\nlines ${Math.round(arrived)}`);
} finally {
  await browser?.close();
  mock.kill();
}

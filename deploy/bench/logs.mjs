// logs.mjs PORT LINES PER_SECOND SECONDS: measures the page of logs on the mock in a browser. Prints "name value": frames, average
// and p95 of a frame in microseconds, longest task in milliseconds, lines that arrived, processor time of the page for a
// thousand of them in microseconds; then for a log of a million lines the average frame while it is scrolled, and how long
// a search takes.
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

/** In the page: scrolls the log from its beginning, as fast as a wheel is turned: by twelve lines with each frame. */
function scrolled(ms) {
  return new Promise((resolve) => {
    const log = document.querySelector("section[aria-label$=', lines']");
    log.scrollTop = 0;
    const began = performance.now();
    let frames = 0;
    const frame = (now) => {
      log.scrollTop += 240;
      frames++;
      if (now - began < ms) requestAnimationFrame(frame);
      else resolve((now - began) / frames);
    };
    requestAnimationFrame(frame);
  });
}

async function busySeconds(session) {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration").value;
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
  await page.locator("section").getByText("Live", { exact: true }).waitFor();
  for (let added = 0; added < lines; added += 10_000) await page.request.post(`${address}/mock/logs?add=10000`, { timeout: 60_000 });
  await page.waitForFunction(
    (wanted) => Number(document.querySelector("section[aria-label$=', lines'] > div")?.clientHeight) >= wanted * 20,
    lines,
    { timeout: 120_000 },
  );
  await page.request.post(`${address}/mock/logs?rate=${perSecond}`);
  await page.getByText(/^Flood live \d+/).first().waitFor();
  // Time of the thread, not of the clock: the same on a busy machine.
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const busyBefore = await busySeconds(session);
  const before = await newest(page);
  const { frames, longest } = await page.evaluate(measured, seconds * 1000);
  const arrived = ((await newest(page)) - before) / 3;
  const busy = (await busySeconds(session)) - busyBefore;
  frames.sort((a, b) => a - b);
  const average = frames.reduce((sum, frame) => sum + frame, 0) / frames.length;
  const us = (ms) => Math.round(ms * 1000);
  console.log(`frames ${frames.length}\naverage ${us(average)}\np95 ${us(frames[Math.floor(frames.length * 0.95)])}`);
  console.log(`longest ${Math.round(longest)}\nlines ${Math.round(arrived)}`);
  console.log(`busy ${us((busy * 1_000_000) / arrived)}`);

  await page.request.post(`${address}/mock/long?lines=1000000`);
  const failed = await (await page.request.get(`${address}/api/deployments?status=failed`)).json();
  await page.goto(`${address}/deployments/${failed.items[0].id}`);
  await page.getByText("line 1000000 of").waitFor({ timeout: 300_000 });
  console.log(`scroll ${us(await page.evaluate(scrolled, 3000))}`);
  const search = page.getByRole("searchbox", { name: "Search the log" });
  const asked = performance.now();
  await search.fill("line 999999 of");
  await page.getByText("1 of 1", { exact: true }).waitFor({ timeout: 60_000 });
  console.log(`search ${Math.round(performance.now() - asked)}`);
} finally {
  await browser?.close();
  mock.kill();
}

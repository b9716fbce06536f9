// pages.mjs PORT ROUNDS: opens pages on the mock in a browser without a cache, on a slow network and processor. Prints for each
// round "lcp:PAGE milliseconds", and "inp:ACT milliseconds" of the slowest interaction of an act.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";

const { chromium } = createRequire(new URL("../../frontend/package.json", import.meta.url))("@playwright/test");
const [port, rounds] = process.argv.slice(2).map(Number);
const address = `http://127.0.0.1:${port}`;
const mock = spawn("node", ["frontend/e2e/mock-server.mjs"], { env: { ...process.env, PORT: String(port) }, stdio: "ignore" });
const executablePath = process.env.CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path));
const headers = { Origin: address, "X-Requested-With": "tenantmgr" };

async function isUp() {
  for (let i = 0; i < 200; i++) {
    if (await fetch(`${address}/q/health/live`).then((answer) => answer.ok, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the mock did not start");
}

/** A page of its own, as somebody has it who was never here. */
async function aPage(browser, isSignedIn) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  if (isSignedIn) await context.request.post(`${address}/api/auth/login`, { headers, data: { username: "admin", password: "correct-horse" } });
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const bytesPerSecond = 10_000_000 / 8;
  await session.send("Network.emulateNetworkConditions", { offline: false, latency: 40, downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond });
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.addInitScript(() => {
    window.measured = { lcp: 0, inp: 0 };
    const observe = (type, options, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...options });
    observe("largest-contentful-paint", {}, ({ startTime }) => (window.measured.lcp = startTime));
    observe("event", { durationThreshold: 16 }, ({ interactionId, duration }) => {
      if (interactionId) window.measured.inp = Math.max(window.measured.inp, duration);
    });
  });
  return { context, page };
}

/** After two frames and what they started, the browser has told what it measured. */
const settled = (page) => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(resolve, { timeout: 2000 })))));
const firstRow = (page) => page.getByRole("row").nth(1).waitFor();

const pages = {
  "sign-in": { path: "/login", seen: (page) => page.getByLabel("Username").waitFor(), isOpen: true },
  dashboard: { path: "/", seen: (page) => page.getByRole("img", { name: /Processors/ }).waitFor() },
  tenants: { path: "/tenants", seen: firstRow },
  tenant: { path: "/tenants/demo", seen: (page) => page.getByRole("heading", { name: "Demo" }).waitFor() },
  "new-tenant": { path: "/tenants/new", seen: (page) => page.getByLabel("Slug").waitFor() },
  deployments: { path: "/deployments", seen: firstRow },
  deployment: { path: () => failed, seen: (page) => page.locator("[data-seq]").last().waitFor() },
  logs: { path: "/logs", seen: (page) => page.locator("[data-seq]").last().waitFor() },
  settings: { path: "/settings", seen: (page) => page.getByRole("heading", { level: 1 }).waitFor() },
};

const acts = {
  "typing-a-search-of-tenants": { on: "tenants", act: (page) => page.getByRole("searchbox").first().pressSequentially("site-4", { delay: 60 }) },
  "opening-and-closing-a-menu": {
    on: "tenants",
    async act(page) {
      await page.getByRole("button", { name: /^Actions for/ }).first().click();
      await page.getByRole("menuitem").first().waitFor();
      await page.keyboard.press("Escape");
    },
  },
  "selecting-all-rows": { on: "tenants", act: (page) => page.getByRole("checkbox").first().click() },
  "the-palette": {
    on: "tenants",
    async act(page) {
      await page.keyboard.press("Control+k");
      await page.getByRole("combobox", { name: /^Page, tenant/ }).pressSequentially("site-4", { delay: 60 });
    },
  },
  "typing-a-name-in-the-wizard": { on: "new-tenant", act: (page) => page.getByLabel("Name", { exact: true }).pressSequentially("North Quay", { delay: 60 }) },
  "searching-a-log": { on: "logs", act: (page) => page.getByRole("searchbox", { name: "Search the log" }).pressSequentially("lease", { delay: 60 }) },
  "going-to-another-page": { on: "tenants", act: (page) => page.getByRole("link", { name: "Deployments" }).first().click() },
};

let browser;
let failed;
try {
  await isUp();
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const { context } = await aPage(browser, true);
  await context.request.post(`${address}/mock/scenario?name=many`);
  const list = await (await context.request.get(`${address}/api/deployments?status=failed`)).json();
  failed = `/deployments/${list.items[0].id}`;
  await context.close();

  const open = async ({ path, seen, isOpen }) => {
    const { context, page } = await aPage(browser, !isOpen);
    await page.goto(address + (typeof path === "function" ? path() : path), { waitUntil: "commit" });
    await seen(page);
    await settled(page);
    return { context, page };
  };
  for (let round = 0; round < rounds; round++) {
    for (const [name, one] of Object.entries(pages)) {
      const { context, page } = await open(one);
      console.log(`lcp:${name} ${Math.round(await page.evaluate(() => window.measured.lcp))}`);
      await context.close();
    }
    for (const [name, { on, act }] of Object.entries(acts)) {
      const { context, page } = await open(pages[on]);
      await act(page);
      await settled(page);
      console.log(`inp:${name} ${Math.round(await page.evaluate(() => window.measured.inp))}`);
      await context.close();
    }
  }
} finally {
  await browser?.close();
  mock.kill();
}

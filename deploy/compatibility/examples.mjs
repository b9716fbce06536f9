// The applications of deploy/examples. All but the static site are the same guest book, so one check suits them.
import { setTimeout as sleep } from "node:timers/promises";

const guestbook = {
  async look(site) {
    const page = await site.get("/");
    if (!page.includes("<h1>Guest book</h1>")) throw new Error(`/ is ${page.slice(0, 200)}`);
  },
  async leave(site, word) {
    await site.post("/api/notes", { text: `A ${word} was here` });
    await site.put("/api/files/portrait.txt", `Portrait of a ${word}`);
  },
  /** Asks for the cached page twice: the second answer is the first, so it comes from the cache. */
  async read(site) {
    const [notes, file, about, cached] = [
      await site.get("/api/notes"),
      await site.get("/api/files/portrait.txt"),
      await site.json("/api/about"),
      await site.json("/api/about"),
    ];
    if (about.tenant !== site.slug || about.domain !== site.domain) throw new Error(`about ${site.slug}: ${JSON.stringify(about)}`);
    if (about.madeAt !== cached.madeAt) throw new Error("the page about the site is not cached");
    return `${notes} ${file}`;
  },
  page: "/api/notes",
};

async function until(what, holds) {
  for (const end = Date.now() + 20_000; Date.now() < end; await sleep(200)) if (await holds()) return;
  throw new Error(`${what}: not within 20 s`);
}

export const examples = {
  "static-site": {
    title: "Static site",
    kind: "no service",
    hard: "nothing",
    processes: false,
    async look(site) {
      const page = await site.get("/opening-hours/");
      if (!page.includes("Tuesday to Saturday")) throw new Error(`the page is ${page.slice(0, 200)}`);
      const [, style] = page.match(/href="(\/assets\/style-\w+\.css)"/);
      const { headers, text } = await site.open(style);
      if (!text.includes("--color-primary")) throw new Error(`the style is ${text.slice(0, 200)}`);
      if (!/immutable/.test(headers["cache-control"])) throw new Error(`Cache-Control is ${headers["cache-control"]}`);
    },
  },
  express: { ...guestbook, title: "Express with Vite", kind: "guest book", hard: "`NODE_ENV: production` leaves out what the build needs", from: ["npm", "express"] },
  fastapi: { ...guestbook, title: "FastAPI", kind: "guest book", hard: "nothing", from: ["debian", "python3-fastapi"] },
  nextjs: { ...guestbook, title: "Next.js", kind: "guest book", hard: "`npx` and pages rendered again write to the release", from: ["npm", "next"] },
  "spring-boot": { ...guestbook, title: "Spring Boot", kind: "guest book", hard: "a limit for the heap, and one for the whole process", from: ["Maven", "spring-boot", "3.5.7"] },
  php: { ...guestbook, title: "PHP", kind: "guest book", hard: "php-fpm speaks no HTTP", from: ["debian", "php8.2-cli"] },
  django: {
    ...guestbook,
    title: "Django",
    kind: "guest book",
    hard: "a secret at build time, the hosts that it accepts",
    from: ["debian", "python3-django"],
    async look(site, product) {
      await guestbook.look(site);
      await product.command(site.slug, "createsuperuser");
      const login = await site.get("/admin/login/");
      if (!login.includes("csrfmiddlewaretoken")) throw new Error(`the sign-in page is ${login.slice(0, 200)}`);
      await site.get("/static/admin/css/base.css");
    },
  },
  "worker-cron": {
    ...guestbook,
    title: "Node with a worker and cron",
    kind: "guest book",
    hard: "nothing",
    from: ["npm", "pg"],
    async leave(site, word, product) {
      await guestbook.leave(site, word);
      await until("the worker has counted the words", async () => (await site.json("/api/words")) === 4);
      await product.command(site.slug, "digest");
      const [digest] = await site.json("/api/digests");
      if (digest.words !== 4) throw new Error(`the digest is ${JSON.stringify(digest)}`);
    },
  },
};

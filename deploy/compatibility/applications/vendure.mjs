import { setTimeout as sleep } from "node:timers/promises";

async function ask(site, query) {
  const { data, errors } = JSON.parse((await site.post("/admin-api", { query })).text);
  if (errors) throw new Error(errors[0].message);
  return data;
}

export default {
  title: "Vendure",
  kind: "shop with a worker, NestJS, PostgreSQL",
  hard: "compiles a module (`npm_config_nodedir`); server, worker and migration are three files of a few lines, as its guide says",
  from: ["npm", "@vendure/core"],
  rebuild: false,
  page: "/health",
  tryMs: 120_000,
  async leave(site, word) {
    await ask(site, `mutation { login(username: "admin", password: "${site.password}") { __typename } }`);
    await ask(
      site,
      `mutation { createProduct(input: { translations: [{ languageCode: en, name: "${word}", slug: "${word}", description: "" }] }) { id } }`,
    );
    const { reindex } = await ask(site, "mutation { reindex { id } }");
    for (let job, end = Date.now() + 30_000; job?.state !== "COMPLETED"; await sleep(300)) {
      ({ job } = await ask(site, `{ job(jobId: "${reindex.id}") { state } }`));
      if (Date.now() > end) throw new Error(`the worker has not finished: the job is ${job?.state}`);
    }
  },
  read: async (site) => JSON.stringify(await ask(site, "{ products { items { name } } }")),
};

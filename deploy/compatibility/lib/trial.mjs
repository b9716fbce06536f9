// Takes one application through its whole trial, and prints a line for each thing that must hold.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { breaches } from "./boundary.mjs";
import * as product from "./product.mjs";
import { Site } from "./site.mjs";
import { underTraffic } from "./traffic.mjs";

export class Trial {
  passed = 0;
  failed = 0;

  constructor(application, scratch) {
    this.application = application;
    this.source = join(scratch, application.name);
  }

  #report(problem, sentence) {
    console.log(`${problem ? "✗" : "✓"} ${this.application.name}: ${sentence}${problem ? `\n  ${problem}` : ""}`);
    if (problem) this.failed++;
    else this.passed++;
  }

  /** One thing that must hold; the trial goes on if it does not. */
  async #check(sentence, work) {
    try {
      const result = await work();
      this.#report(undefined, sentence);
      return result;
    } catch (problem) {
      this.#report(problem.message, sentence);
      this.wrong ??= `not so: ${sentence}`;
    }
  }

  /** @returns what the report needs; `problem` says why the application is not live, `wrong` what did not hold although it is */
  async run() {
    const { application } = this;
    const { name, title, kind, own, directory, hard } = application;
    const result = { name, title, kind, own, directory, hard, from: application.from };
    cpSync(directory, this.source, { recursive: true });
    const tenants = [];
    try {
      for (const command of application.fetch ?? []) execFileSync("bash", ["-o", "pipefail", "-c", command], { cwd: this.source });
      for (const word of ["one", "two"]) tenants.push(new Site(await this.#tenant(`${name}-${word}`)));
      const [one, two] = tenants;
      result.live = await this.#live(one);
      result.again = await this.#live(two);
      await this.#apart(one, two);
      Object.assign(result, await this.#redeploy(one, two));
      result.memory = await this.#memory(one);
    } catch (problem) {
      this.#report(problem.message, "it goes live");
      result.problem = problem.message;
    }
    for (const { slug } of tenants) await this.#check(`${slug} is deleted`, () => product.remove(slug));
    return { ...result, wrong: this.wrong };
  }

  #tenant = (slug) => product.createTenant(slug, this.source, this.application.env?.(slug));

  async #live(site) {
    const took = await product.deploy(site.slug);
    this.#report(undefined, `${site.slug} is live after ${took.seconds.toFixed(1)} s`);
    return took;
  }

  async #apart(one, two) {
    const { leave, read, look } = this.application;
    if (look) {
      await this.#check("its pages are there", async () => {
        await look(one, product);
        await look(two, product);
      });
    }
    if (leave) {
      await this.#check("what is left in one tenant is not seen in the other", async () => {
        await leave(one, "walrus", product);
        await leave(two, "marmot", product);
        await this.#sees(one, "walrus", "marmot");
        await this.#sees(two, "marmot", "walrus");
      });
    }
    if (this.application.processes === false) return;
    await this.#check("its processes see nothing of the other tenant and the manager, and cannot write the release", async () => {
      // A probe that finds nothing of its own tenant would find nothing at all.
      if (!breaches(one.slug, one.slug).some((found) => found.startsWith("tenants/"))) throw new Error("the probe does not see the tenant's own files");
      const found = [...breaches(one.slug, two.slug), ...breaches(two.slug, one.slug)];
      if (found.length) throw new Error(found.join("; "));
    });
  }

  async #sees(site, own, others) {
    const seen = await this.application.read(site);
    if (!seen.includes(own)) throw new Error(`${site.slug} has lost ${own}: ${seen.slice(0, 200)}`);
    if (seen.includes(others)) throw new Error(`${site.slug} shows ${others}`);
  }

  /** A new release where building one is quick, the same one otherwise: both go through the other slot. */
  async #redeploy(one, two) {
    const { rebuild = true, page = "/", leave, headers } = this.application;
    if (rebuild) {
      mkdirSync(this.source, { recursive: true });
      writeFileSync(join(this.source, "second-release.txt"), "This file makes a second release of the same application.\n");
    }
    const traffic = await underTraffic({ domain: one.domain, path: page, headers }, () => product.deploy(one.slug));
    const requests = traffic.requests();
    await this.#check(`none of ${requests} requests failed while ${one.slug} was deployed again`, async () => {
      if (traffic.failures.length) throw new Error(`${traffic.failures.length} failed: ${[...new Set(traffic.failures)].slice(0, 5).join("; ")}`);
    });
    if (leave) {
      await this.#check("what was left is there after the redeploy", async () => {
        await this.#sees(one, "walrus", "marmot");
        await this.#sees(two, "marmot", "walrus");
      });
    }
    return { requests, failed: traffic.failures.length };
  }

  async #memory({ slug }) {
    const bytes = (await product.services(slug)).reduce((sum, { memoryBytes }) => sum + (memoryBytes ?? 0), 0);
    return Math.round(bytes / 2 ** 20);
  }
}

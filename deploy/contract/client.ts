// The main job of a pipeline with a client generated from the contract: deviations from the contract do not compile.
import createClient from "openapi-fetch";
import type { paths } from "./target/schema.js";

const { BASE_URL = "", ADMIN_PASSWORD = "", SOURCE = "" } = process.env;
const slug = "by-typescript";

function answer<T>({ data, error, response }: { data?: T; error?: unknown; response: Response }): T {
  if (data === undefined) throw new Error(`${response.url} answered ${response.status}: ${JSON.stringify(error)}`);
  return data;
}

function expect(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not so: ${what}`);
}

const anonymous = createClient<paths>({ baseUrl: BASE_URL });
const session = answer(
  await anonymous.POST("/api/auth/login", { body: { username: "admin", password: ADMIN_PASSWORD } }),
);
const api = createClient<paths>({ baseUrl: BASE_URL, headers: { Authorization: `Bearer ${session.accessToken}` } });

const made = answer(
  await api.POST("/api/tenants", {
    params: { header: { "Idempotency-Key": `${slug}-create` } },
    body: {
      name: "Made by TypeScript",
      slug,
      domain: `${slug}.example.org`,
      source: { kind: "directory", location: SOURCE },
      config: { adminEmail: "ops@example.org" },
    },
  }),
);
expect(made.status === "draft", "a new tenant is a draft");

const path = { id: slug };
const configured = answer(
  await api.PUT("/api/tenants/{id}/config", {
    params: { path },
    body: { adminEmail: "ops@example.org", env: { CAMPAIGN_TITLE: { value: "By TypeScript", secret: false } } },
  }),
);
expect(configured.env.CAMPAIGN_TITLE?.value === "By TypeScript", "the configuration is what was sent");

const { deploymentId } = answer(
  await api.POST("/api/tenants/{id}/deploy", { params: { path }, body: { reason: "by TypeScript" } }),
);

async function ended(id: string) {
  for (;;) {
    const deployment = answer(await api.GET("/api/deployments/{id}", { params: { path: { id } } }));
    if (deployment.status !== "queued" && deployment.status !== "running") return deployment;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function succeeds(id: string) {
  const { kind, status, failure } = await ended(id);
  expect(status === "succeeded", `the ${kind} succeeds: ${JSON.stringify(failure)}`);
}

await succeeds(deploymentId);

const tenant = answer(await api.GET("/api/tenants/{id}", { params: { path } }));
expect(tenant.status === "active", "the tenant is active");
expect(tenant.latestDeployment?.id === deploymentId, "its latest deployment is this one");

const refused = await api.GET("/api/tenants/{id}", { params: { path: { id: "there-is-none" } } });
expect(refused.error?.code === "tenant.unknown", "a refusal has its code");

answer(
  await api.PUT("/api/tenants/{id}/config", {
    params: { path },
    body: { adminEmail: "ops@example.org", env: { CAMPAIGN_TITLE: { value: "Not that", secret: false } } },
  }),
);
const again = answer(
  await api.POST("/api/tenants/{id}/deploy", {
    params: { path, header: { Prefer: "wait=120" } },
    body: { reason: "again" },
  }),
);
expect(again.status === "succeeded", "a client that waits gets the end of the deployment");
await succeeds(again.deploymentId);
const back = answer(await api.POST("/api/tenants/{id}/rollback", { params: { path }, body: { deploymentId } }));
await succeeds(back.deploymentId);
const diff = answer(await api.GET("/api/tenants/{id}/config/diff", { params: { path } }));
expect(diff.items.some(({ key }) => key === "CAMPAIGN_TITLE"), "the earlier configuration is back");

const gone = answer(
  await api.DELETE("/api/tenants/{id}", { params: { path, query: { removeFiles: "true", removeDatabase: "true" } } }),
);
await succeeds(gone.deploymentId);
const missing = await api.GET("/api/tenants/{id}", { params: { path } });
expect(missing.response.status === 404, "the tenant is gone");

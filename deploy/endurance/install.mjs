// install.mjs DOMAIN SOURCE  in a box: signs in with the first password and deploys the application in SOURCE as tenant shop.
import { Client } from "./client.mjs";

const [domain, source] = process.argv.slice(2);
const client = new Client(32200);
await client.signIn("/var/lib/tenantmgr");
await client.call("PUT", "/api/settings/core.source", { value: source });
await client.call("POST", "/api/tenants", { name: "Shop", slug: "shop", domain, config: { adminEmail: "admin@example.org" } });
const { deploymentId } = await client.call("POST", "/api/tenants/shop/deploy", { reason: "first deployment" });
const { status, failure } = await client.follow(deploymentId);
if (status !== "succeeded") throw new Error(`the deployment ended with status ${status}: ${JSON.stringify(failure)}`);

// Vendure's own start makes the first channel and the first administrator.
import { bootstrap } from "@vendure/core";
import { config } from "./config.mjs";

const dbConnectionOptions = { ...config.dbConnectionOptions, synchronize: true };
const app = await bootstrap({ ...config, apiOptions: { ...config.apiOptions, port: 0 }, dbConnectionOptions });
await app.close();
process.exit();

import { DefaultJobQueuePlugin, DefaultLogger, DefaultSearchPlugin, LogLevel } from "@vendure/core";

const { ADMIN_PASSWORD, ADMIN_USERNAME, COOKIE_SECRET, DATABASE_URL, HOST, PORT } = process.env;

export const config = {
  apiOptions: { hostname: HOST, port: Number(PORT ?? 0), adminApiPath: "admin-api", shopApiPath: "shop-api", trustProxy: "loopback" },
  authOptions: {
    tokenMethod: ["cookie", "bearer"],
    superadminCredentials: { identifier: ADMIN_USERNAME, password: ADMIN_PASSWORD },
    cookieOptions: { secret: COOKIE_SECRET },
  },
  dbConnectionOptions: { type: "postgres", url: DATABASE_URL, synchronize: false, extra: { max: 4 } },
  paymentOptions: { paymentMethodHandlers: [] },
  logger: new DefaultLogger({ level: LogLevel.Warn }),
  plugins: [DefaultJobQueuePlugin.init({ useDatabaseForBuffer: true }), DefaultSearchPlugin.init({})],
};

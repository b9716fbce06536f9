async function authorization(site) {
  const fields = { grant_type: "password", client_id: "admin-cli", username: "admin", password: site.password };
  const { text } = await site.form("/realms/master/protocol/openid-connect/token", fields);
  return { Authorization: `Bearer ${JSON.parse(text).access_token}` };
}

export default {
  title: "Keycloak",
  kind: "sign-in server, Quarkus, PostgreSQL",
  hard: "writes beside its code unless it is prepared by `kc.sh build` and started with `--optimized`; slow first start",
  from: ["Maven", "org.keycloak:keycloak-quarkus-dist", "26.4.7"],
  rebuild: false,
  page: "/realms/master",
  tryMs: 240_000,
  leave: async (site, word) => site.post("/admin/realms", { realm: word, enabled: true }, await authorization(site)),
  read: async (site) => site.get("/admin/realms?briefRepresentation=true", await authorization(site)),
};

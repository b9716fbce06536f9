const features = "/api/admin/projects/default/features";

export default {
  title: "Unleash",
  kind: "feature flags, Node, PostgreSQL",
  hard: "other names of variables; a pool for each slot",
  from: ["npm", "unleash-server"],
  page: "/health",
  async leave(site, word) {
    await site.post("/auth/simple/login", { username: "admin", password: "unleash4all" });
    await site.post(features, { name: word, type: "release" });
  },
  read: (site) => site.get(features),
};

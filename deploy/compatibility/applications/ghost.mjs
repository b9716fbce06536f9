export default {
  title: "Ghost",
  kind: "blog and newsletter, Node, SQLite",
  hard: "installed from its package archive; content directory is the release, with `storage` over it",
  from: ["npm", "ghost", "5.130.6"],
  rebuild: false,
  page: "/",
  tryMs: 180_000,
  async leave(site, word) {
    const owner = { name: "Anne", email: "anne@example.org", password: "A-long-pass-phrase-1", blogTitle: word };
    await site.post("/ghost/api/admin/authentication/setup/", { setup: [owner] }, { Origin: site.url });
  },
  read: (site) => site.get("/"),
};

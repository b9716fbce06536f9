export default {
  title: "MediaWiki",
  kind: "wiki, PHP, PostgreSQL",
  from: ["debian", "mediawiki"],
  rebuild: false,
  page: "/api.php?action=query&meta=siteinfo&format=json",
  look: (site, product) => product.command(site.slug, "administrator"),
  leave: (site, word) => site.form("/api.php", { action: "edit", title: "Animal", text: word, token: "+\\", format: "json" }),
  read: (site) => site.get("/index.php?title=Animal&action=raw"),
};

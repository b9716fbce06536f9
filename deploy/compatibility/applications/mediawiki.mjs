export default {
  title: "MediaWiki",
  kind: "wiki, PHP, PostgreSQL",
  hard: "links of the package lead out of `/usr`, so it is copied into the source; its installer asks questions, its schema does not",
  from: ["debian", "mediawiki"],
  /** The package as the root of the source: its links lead out of /usr, which no build can follow. */
  fetch: [
    "mkdir wiki",
    "tar -C /usr/share/mediawiki --exclude=./LocalSettings.php -ch . | tar -C wiki -x",
    "cp LocalSettings.php wiki/",
    "cat wiki/maintenance/postgres/tables-generated.sql wiki/maintenance/postgres/tables.sql | grep -vxE '(BEGIN|COMMIT);' > schema.sql",
  ],
  page: "/api.php?action=query&meta=siteinfo&format=json",
  look: (site, product) => product.command(site.slug, "administrator"),
  leave: (site, word) => site.form("/api.php", { action: "edit", title: "Animal", text: word, token: "+\\", format: "json" }),
  read: (site) => site.get("/index.php?title=Animal&action=raw"),
};

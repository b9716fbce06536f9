export default {
  title: "DokuWiki",
  kind: "wiki, PHP, files",
  hard: "links of the package lead out of `/usr`, so it is copied into the source; eleven directories to write to, each one named",
  from: ["debian", "dokuwiki"],
  /** The package without Debian's preload.php, which looks for the configuration under /etc. */
  fetch: ["cp -rL /usr/share/dokuwiki wiki", "rm wiki/inc/preload.php", "cp -r /etc/dokuwiki wiki/conf", "cp local.php wiki/conf/"],
  page: "/doku.php",
  leave: (site, word) => site.form("/doku.php", { id: "animal", do: "save", wikitext: word, prefix: ".", suffix: "", summary: word }),
  read: (site) => site.get("/doku.php?id=animal&do=export_raw"),
};

export default {
  title: "DokuWiki",
  kind: "wiki, PHP, files",
  from: ["debian", "dokuwiki"],
  page: "/doku.php",
  leave: (site, word) => site.form("/doku.php", { id: "animal", do: "save", wikitext: word, prefix: ".", suffix: "", summary: word }),
  read: (site) => site.get("/doku.php?id=animal&do=export_raw"),
};

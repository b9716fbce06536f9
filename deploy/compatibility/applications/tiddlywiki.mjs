const tiddlers = "/recipes/default/tiddlers";

export default {
  title: "TiddlyWiki",
  kind: "wiki, Node, files",
  hard: "keeps pages beside its code: `storage` lies over that directory",
  from: ["npm", "tiddlywiki"],
  page: "/status",
  async leave(site, word) {
    const headers = { "Content-Type": "application/json", "X-Requested-With": "TiddlyWiki" };
    await site.put(`${tiddlers}/Animal`, JSON.stringify({ title: "Animal", text: word }), headers);
  },
  read: (site) => site.get(`${tiddlers}/Animal`),
};

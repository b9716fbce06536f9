const tiddlers = "/recipes/default/tiddlers";

export default {
  title: "TiddlyWiki",
  kind: "wiki, Node, files",
  from: ["npm", "tiddlywiki"],
  page: "/status",
  async leave(site, word) {
    const headers = { "Content-Type": "application/json", "X-Requested-With": "TiddlyWiki" };
    await site.put(`${tiddlers}/Animal`, JSON.stringify({ title: "Animal", text: word }), headers);
  },
  read: (site) => site.get(`${tiddlers}/Animal`),
};

const v2 = { "Node-RED-API-Version": "v2" };

export default {
  title: "Node-RED",
  kind: "automation, Node, files",
  hard: "nothing: `--userDir` and `-D uiHost`",
  from: ["npm", "node-red"],
  page: "/settings",
  async leave(site, word) {
    const flows = [{ id: "tab1", type: "tab", label: word }];
    await site.post("/flows", { flows }, v2);
  },
  read: (site) => site.get("/flows", v2),
};

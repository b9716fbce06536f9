export default {
  title: "Fossil",
  kind: "version control with a wiki, C, SQLite",
  hard: "the first user of a repository is named by the variable USER",
  from: ["debian", "fossil"],
  page: "/timeline",
  async leave(site, word, product) {
    await product.command(site.slug, "password");
    await site.form("/login", { u: "admin", p: site.password, in: "Login" });
    const fields = { page: "Animal", mimetype: "text/x-markdown", content: word, isnew: 1 };
    const { text } = await site.form("/wikiajax/save", fields, { Referer: `${site.url}/wikiedit` });
    if (JSON.parse(text).error) throw new Error(text);
  },
  read: (site) => site.get("/wiki?name=Animal"),
};

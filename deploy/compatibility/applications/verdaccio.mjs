export default {
  title: "Verdaccio",
  kind: "package registry, Node, files",
  hard: "one dependency had to be overridden",
  from: ["npm", "verdaccio"],
  page: "/-/ping",
  async leave(site, word) {
    const version = { name: word, version: "1.0.0", dist: { tarball: `${site.url}/${word}/-/${word}-1.0.0.tgz` } };
    await site.put(
      `/${word}`,
      JSON.stringify({
        _id: word,
        name: word,
        "dist-tags": { latest: "1.0.0" },
        versions: { "1.0.0": version },
        _attachments: { [`${word}-1.0.0.tgz`]: { content_type: "application/octet-stream", data: "H4sIAAAAAAAAAwMAAAAAAAAAAAA=", length: 20 } },
      }),
      { "Content-Type": "application/json" },
    );
  },
  read: (site) => site.get("/-/verdaccio/data/packages"),
};

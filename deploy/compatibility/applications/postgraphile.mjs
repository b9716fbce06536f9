export default {
  title: "PostGraphile",
  kind: "GraphQL API, Node, PostgreSQL",
  hard: "nothing; the tables are ours",
  from: ["npm", "postgraphile"],
  page: "/graphiql",
  leave: (site, word) =>
    site.post("/graphql", { query: `mutation { createAnimal(input: { animal: { name: "${word}" } }) { animal { id } } }` }),
  read: async (site) => (await site.post("/graphql", { query: "{ allAnimals { nodes { name } } }" })).text,
};

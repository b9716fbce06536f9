// Writes dist: each page in the layout, and the style under a name with the hash of its content.
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

const read = (file) => readFileSync(file, "utf8");
const hash = createHash("sha256").update(read("style.css")).digest("hex").slice(0, 8);
const style = `assets/style-${hash}.css`;

rmSync("dist", { recursive: true, force: true });
mkdirSync("dist/assets", { recursive: true });
cpSync("style.css", `dist/${style}`);

for (const file of readdirSync("pages")) {
  const [title, ...content] = read(`pages/${file}`).split("\n");
  const page = read("layout.html")
    .replaceAll("{{title}}", title)
    .replace("{{style}}", `/${style}`)
    .replace("{{content}}", () => content.join("\n"));
  const name = file.replace(".html", "");
  const directory = name === "index" ? "dist" : `dist/${name}`;
  mkdirSync(directory, { recursive: true });
  writeFileSync(`${directory}/index.html`, page);
  console.log(`${directory}/index.html`);
}

const list = document.querySelector("ul");
const form = document.querySelector("form");

async function show() {
  const notes = await (await fetch("/api/notes")).json();
  list.replaceChildren(...notes.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const body = JSON.stringify({ text: form.text.value });
  await fetch("/api/notes", { method: "POST", headers: { "Content-Type": "application/json" }, body });
  form.reset();
  await show();
});
show();

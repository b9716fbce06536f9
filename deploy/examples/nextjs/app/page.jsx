import { notes } from "../lib/database";

export const dynamic = "force-dynamic";

export default async function Page() {
  return (
    <main>
      <h1>Guest book</h1>
      <ul>{(await notes()).map((text, index) => <li key={index}>{text}</li>)}</ul>
    </main>
  );
}

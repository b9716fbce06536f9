// page.mjs PORT  serves an ordinary company's page of some 1,500 elements, with a style sheet and pictures of its own.
import { createServer } from 'node:http';

const card = (n) => `<article class="card"><img src="/p${n % 6}.svg" alt=""><h3>Offer ${n}</h3><p>${'Fresh from the harbour. '.repeat(6)}</p>
<ul>${'<li><a href="/offer">Read more</a></li>'.repeat(8)}</ul><a class="button" href="/order">Order</a></article>`;
const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Harbour foods</title>
<meta name="theme-color" content="#0f766e"><link rel="stylesheet" href="/site.css"></head><body>
<header><a class="logo" href="/"><svg width="120" height="32"><rect width="120" height="32" rx="6" fill="currentColor"/></svg></a>
<nav>${'<a href="/x">Products</a>'.repeat(7)}</nav></header>
<section class="hero"><h1>Food from the harbour</h1><p>Since 1904.</p><a class="button" href="/order">Order now</a></section>
<main>${Array.from({ length: 70 }, (_, n) => card(n)).join('')}</main><footer>${'<a href="/y">Imprint</a>'.repeat(20)}</footer></body></html>`;
const css = `:root { --brand: #0f766e; --ink: #1f2937 } body { margin: 0; font: 16px/1.5 sans-serif; color: var(--ink); background: #fff }
header { display: flex; gap: 40px; padding: 16px 48px; background: var(--brand); color: #fff } header a { color: #fff; margin-right: 16px }
.hero { padding: 96px 48px; background: #f0fdfa } .button { display: inline-block; padding: 12px 24px; border-radius: 8px;
background: var(--brand); color: #fff; text-decoration: none } main { display: grid; grid-template-columns: repeat(3, 1fr); gap: 24px; padding: 48px }
.card { border: 1px solid #e5e7eb; border-radius: 8px; padding: 24px } .card img { width: 100%; height: 160px; object-fit: cover }
.card a { color: var(--brand) } .card a.button { color: #fff } footer { padding: 48px; background: #134e4a } footer a { color: #ccfbf1 }`;
const picture = (n) => `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><rect width="400" height="200"
fill="hsl(${n * 60} 40% 60%)"/><circle cx="200" cy="100" r="70" fill="hsl(${n * 60 + 30} 50% 40%)"/></svg>`;

createServer(({ url }, answer) => {
  const [type, body] =
    url === '/' ? ['text/html', page]
    : url === '/site.css' ? ['text/css', css]
    : /^\/p\d\.svg$/.test(url) ? ['image/svg+xml', picture(Number(url[2]))]
    : [];
  answer.writeHead(type ? 200 : 404, { 'Content-Type': type ?? 'text/plain' });
  answer.end(body ?? 'Not found');
}).listen(Number(process.argv[2]), 'localhost');

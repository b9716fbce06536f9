// Measures the page in which it runs, in a world of its own that the page's scripts cannot touch. Returns JSON text: paints by
// colour and kind, fonts, corners, logo candidates, declared colours, and the rectangles of photographs.
(() => {
    const LIMIT = { elements: 6000, paints: 500, boxes: 8, declared: 200, logos: 12, rects: 400, svg: 50000 };
    const W = innerWidth;
    const H = innerHeight;
    const root = document.documentElement;
    const pageHeight = Math.max(H, root.scrollHeight);

    const CONSENT = /cookie|consent|gdpr|onetrust|\bcmp\b|cc-window|didomi|usercentrics|trustarc|privacy-banner/i;
    const CONSENT_TEXT = /cookie|consent|gdpr|datenschutz|einwilligung|akzeptieren|accepter|aceptar|your privacy/i;
    const WIDGET = /intercom|drift-|crisp-|zendesk|zopim|tawk|hubspot-messages|livechat|live-chat|chat-widget|chat-launcher|chat-bubble|messenger-launcher|helpscout|freshchat|olark/i;
    const INFO = /(^|\s)(btn|button|badge|label|alert|bg|text|card|tag|chip|callout)-(outline-|gradient-)?info(\s|$)/i;
    const PERSON = /(^|[\s_/.-])(avatar|user|profile|gravatar)([\s_/.\d-]|$)/i;
    const STATUS = /(^|[\s_-])(error|danger|destructive|invalid|warning|success|alert|toast|sale|discount|notification|bg-red-\d+|text-red-\d+|bg-green-\d+|text-green-\d+)([\s_-]|$)/i;
    const LOGO = /(^|[\s_/.-])(logo|logotype|wordmark|brandmark|navbar-brand|site-brand|brand-logo)([\s_/.\d-]|$)/i;
    const SHAPES = new Set(['path', 'circle', 'rect', 'polygon', 'ellipse', 'line', 'polyline', 'text', 'use']);
    const COLOURS = /(?:rgba?|hsla?|oklch|oklab|lab|lch|color)\([^()]*\)/g;

    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const known = new Map();
    // [red, green, blue, alpha] of computed colour text; null if it is none
    function rgba(text) {
        if (!text) return null;
        if (known.has(text)) return known.get(text);
        let value = null;
        const plain = text.match(/^rgba?\(\s*([\d.]+)[ ,]+([\d.]+)[ ,]+([\d.]+)(?:[ ,/]+([\d.]+)(%?))?\s*\)$/);
        if (plain) {
            const alpha = plain[4] === undefined ? 1 : plain[5] ? plain[4] / 100 : +plain[4];
            value = [Math.round(+plain[1]), Math.round(+plain[2]), Math.round(+plain[3]), alpha];
        } else if (CSS.supports('color', text) && !/currentcolor|inherit|initial|unset|revert|var\(/i.test(text)) {
            // the canvas clips to sRGB; a translucent pixel is stored with rounding, so the alpha is taken from the text
            const alphaText = text.match(/\/\s*([\d.]+)(%?)\s*\)$/);
            canvas.clearRect(0, 0, 1, 1);
            canvas.fillStyle = text.replace(/\/\s*[\d.]+%?\s*\)$/, ')');
            canvas.fillRect(0, 0, 1, 1);
            const pixel = canvas.getImageData(0, 0, 1, 1).data;
            const alpha = alphaText ? (alphaText[2] ? alphaText[1] / 100 : +alphaText[1]) : pixel[3] / 255;
            value = [pixel[0], pixel[1], pixel[2], alpha];
        }
        known.set(text, value);
        return value;
    }
    const over = (top, below) => [0, 1, 2].map(i => Math.round(top[i] * top[3] + below[i] * (1 - top[3])));
    const hex = c => '#' + c.slice(0, 3).map(v => v.toString(16).padStart(2, '0')).join('');
    const clean = (text, length) => [...String(text ?? '')].map(c => (c < ' ' || c === '\u007f' ? ' ' : c)).join('')
        .replace(/\s+/g, ' ').trim().slice(0, length);
    const names = el => (typeof el.className === 'string' ? el.className : el.className?.baseVal ?? '') + ' ' + (el.id ?? '');

    const styles = new Map();
    const style = el => {
        let value = styles.get(el);
        if (!value) styles.set(el, (value = getComputedStyle(el)));
        return value;
    };
    const backdrops = new Map();
    // the opaque colour behind an element's content
    function backdrop(el) {
        if (!el || el.nodeType !== 1) return [255, 255, 255];
        if (backdrops.has(el)) return backdrops.get(el);
        const own = rgba(style(el).backgroundColor);
        const below = own && own[3] >= 1 ? null : backdrop(el.parentElement);
        const value = !own || own[3] === 0 ? below : own[3] >= 1 ? own.slice(0, 3) : over(own, below);
        backdrops.set(el, value);
        return value;
    }

    // ---- what is not the page's own: consent banners, chat widgets
    const aside = new Set();
    for (const el of [...document.querySelectorAll('body *')].slice(0, LIMIT.elements)) {
        const label = names(el);
        if (CONSENT.test(label) && el.tagName !== 'BODY' && !el.querySelector('h1')) aside.add(el);
        else if (WIDGET.test(label)) aside.add(el);
        else {
            const position = style(el).position;
            if (position !== 'fixed' && position !== 'sticky' && el.getAttribute('role') !== 'dialog') continue;
            const box = el.getBoundingClientRect();
            const text = el.textContent ?? '';
            const launcher = position === 'fixed' && box.width > 20 && box.width <= 110 && box.height <= 110
                && box.right > W - 60 && box.bottom > H - 60;
            const isBar = box.top < 5 && el.querySelector('nav');
            if (launcher || (!isBar && text.length < 2500 && CONSENT_TEXT.test(text) && !el.querySelector('h1,main,header'))) aside.add(el);
        }
    }
    const isAside = el => {
        for (let e = el; e; e = e.parentElement) if (aside.has(e)) return true;
        return false;
    };

    // ---- logos
    const label = location.hostname.replace(/^www\./, '').split('.')[0].toLowerCase();
    const logos = [];
    const inLogo = new Set();
    const isHome = a => {
        try {
            const url = new URL(a.href, location.href);
            return url.origin === location.origin && /^\/([a-z]{2}(-[a-z]{2})?\/?|index\.html?)?$/i.test(url.pathname) && !url.hash
                || url.pathname === location.pathname && url.origin === location.origin && (a.getAttribute('href') ?? '').length < 12;
        } catch { return false; }
    };
    const pictures = [...document.querySelectorAll('img, svg, [class*=logo], [class*=Logo], [class*=brand], a')].slice(0, 1500).filter(el => {
        if (isAside(el)) return false;
        const tag = el.tagName.toLowerCase();
        if (tag === 'svg') return !el.parentElement?.closest('svg');
        if (tag === 'img') return true;
        return style(el).backgroundImage.includes('url(') && el.textContent.trim().length < 40;
    });
    // many marks of equal rank in one place outside header and footer are customers
    const walls = new Set();
    for (const el of pictures) {
        const place = el.closest('section, ul, div[class], main, div');
        for (let p = place, hops = 0; p && p !== document.body && hops < 4; p = p.parentElement, hops++) {
            if (p.closest('header, nav, footer, [role=banner]')) break;
            const marks = [...p.querySelectorAll('img, svg')].filter(m => {
                const b = m.getBoundingClientRect();
                return b.width >= 24 && b.width <= 260 && b.height >= 14 && b.height <= 120 && !m.closest('button');
            });
            if (marks.length >= 3) { walls.add(el); break; }
        }
    }
    for (const el of pictures) {
        const tag = el.tagName.toLowerCase();
        const box = el.getBoundingClientRect();
        const top = box.top + scrollY;
        if (box.width < 10 || box.height < 10 || Math.max(box.width, box.height) < 24) continue;
        if (box.right <= 0 || box.left >= W || top + box.height <= 0) continue;
        if (style(el).visibility === 'hidden' || +style(el).opacity < 0.1) continue;
        const link = el.closest('a');
        const near = [el, el.parentElement, link, link?.parentElement].filter(Boolean);
        const source = tag === 'img' ? el.currentSrc || el.src : tag === 'svg' ? '' : (style(el).backgroundImage.match(/url\("?([^")]*)/) ?? [])[1];
        const file = (source || '').startsWith('data:') ? '' : (source || '').split(/[?#]/)[0].split('/').pop().toLowerCase();
        const alt = clean(el.getAttribute('alt') ?? el.getAttribute('aria-label') ?? el.querySelector('title')?.textContent ?? link?.getAttribute('aria-label') ?? '', 120);
        const signs = [];
        if (el.closest('header, nav, [role=banner]') && top < 320) signs.push('header');
        else if (top < 160) signs.push('top');
        if (el.closest('footer, [role=contentinfo]')) signs.push('footer');
        if (link && isHome(link)) signs.push('home-link');
        if (near.some(e => LOGO.test(names(e)))) signs.push('class-logo');
        if (LOGO.test(' ' + file.replace(/\.[a-z0-9]+$/, ' ')) ) signs.push('file-logo');
        if (/\blogo\b|\bhome\b/i.test(alt)) signs.push('alt-logo');
        if (label.length > 2 && (alt.toLowerCase().replace(/\W/g, '').includes(label) || file.includes(label))) signs.push('own-name');
        if (walls.has(el)) signs.push('wall');
        if (PERSON.test(names(el)) || PERSON.test(' ' + file.replace(/\.[a-z0-9]+$/, ' '))) signs.push('person');
        if (el.closest('button, [role=button]') || el.getAttribute('role') === 'presentation') signs.push('control');
        if (box.width > 800 || box.height > 400) signs.push('huge');
        if (box.left < 400) signs.push('left');
        if (top > 500) signs.push('low');
        if (box.width >= 40 && box.width <= 400 && box.height >= 10 && box.height <= 120) signs.push('sized');
        if (Math.max(box.width, box.height) < 30) signs.push('small');
        const behind = backdrop(el.parentElement);
        const dark = 0.2126 * behind[0] + 0.7152 * behind[1] + 0.0722 * behind[2] < 100;
        logos.push({ el, tag, top, alt, signs, dark, box, address: /^(https?|data):/.test(source || '') ? source.slice(0, 2000) : '' });
    }
    const points = { header: 50, 'home-link': 30, 'class-logo': 30, 'file-logo': 30, 'alt-logo': 20, 'own-name': 40, top: 15, left: 10, footer: 10,
        sized: 15, wall: -80, control: -60, huge: -80, person: -80, low: -50, small: -30 };
    const rank = logo => logo.signs.reduce((sum, sign) => sum + (points[sign] ?? 0), 0);
    logos.sort((a, b) => rank(b) - rank(a) || a.top - b.top || a.box.left - b.box.left);
    const best = logos.slice(0, LIMIT.logos);
    for (const logo of best) if (rank(logo) >= 60) inLogo.add(logo.el);

    // ---- paints
    const paints = new Map();
    const fonts = new Map();
    const corners = new Map();
    const masks = [];
    const painted = [];
    const selector = el => {
        const tag = el.tagName.toLowerCase();
        const own = clean(names(el), 80).split(' ').filter(n => /^[\w-]+$/.test(n)).slice(0, 2).map(n => '.' + n).join('');
        const above = el.parentElement && el.parentElement !== document.body ? el.parentElement.tagName.toLowerCase() + ' > ' : '';
        return (above + tag + own).slice(0, 120);
    };
    function paint(colour, kind, area, rect, el, isStatus, isCall) {
        const key = hex(colour) + kind;
        let entry = paints.get(key);
        if (!entry) {
            if (paints.size >= 4000) return;
            paints.set(key, (entry = { colour: hex(colour), kind, count: 0, area: 0, boxes: [], status: 0, call: 0, largest: -1, selector: '' }));
        }
        entry.count++;
        entry.area += area;
        if (isStatus) entry.status++;
        if (isCall) entry.call++;
        if (area > entry.largest) { entry.largest = area; entry.el = el; }
        entry.boxes.push([Math.round(rect.x), Math.round(rect.y), Math.round(rect.w), Math.round(rect.h), area]);
        if (entry.boxes.length > 64) entry.boxes = entry.boxes.sort((a, b) => b[4] - a[4]).slice(0, LIMIT.boxes);
    }
    const bump = (map, key, make, change) => { let v = map.get(key); if (!v) map.set(key, (v = make())); change(v); };
    const gradientOf = cs => cs.backgroundImage.includes('gradient(')
        ? (cs.backgroundImage.match(COLOURS) ?? []).map(rgba).filter(c => c && c[3] >= 0.5).slice(0, 6) : [];
    // a surface that is painted by an element, or by what its style sheet puts before or after its content
    function surfaces(background, gradient, below, kind, area, rect, el, status, call) {
        if (background && background[3] >= 0.5 && !gradient.length) {
            const shown = background[3] >= 1 ? background : over(background, below);
            const sameAsBelow = shown[0] === below[0] && shown[1] === below[1] && shown[2] === below[2];
            if (!(sameAsBelow && kind === 'button')) paint(shown, kind, area * background[3], rect, el, status, call);
        }
        for (const c of gradient) paint(c[3] >= 1 ? c : over(c, below), kind, (area * c[3]) / gradient.length, rect, el, status, call);
    }
    // application templates have their bar at the side: as tall as the screen, at its edge, with links
    const isSideBar = (el, r, top) => top < 100 && r.h >= 0.8 * H && r.w >= 48 && r.w <= 0.3 * W && (r.x < 5 || r.x + r.w > W - 5)
        && el.querySelectorAll('a[href]').length >= 3;
    const statusOf = new Map();
    function isStatus(el) {
        if (!el || el === document.body || el === root) return false;
        if (statusOf.has(el)) return statusOf.get(el);
        const role = el.getAttribute('role');
        const value = STATUS.test(names(el)) || INFO.test(names(el)) || role === 'alert' || role === 'status' || isStatus(el.parentElement);
        statusOf.set(el, value);
        return value;
    }

    const all = document.querySelectorAll('body, body *');
    let looked = 0;
    let complete = true;
    const skip = new Set(['script', 'style', 'noscript', 'template', 'option', 'br', 'meta', 'link', 'defs', 'clippath', 'mask', 'symbol']);
    for (const el of all) {
        if (looked >= LIMIT.elements) { complete = false; break; }
        const tag = el.tagName.toLowerCase();
        if (skip.has(tag) || el.parentElement?.closest('defs, symbol, clipPath, mask')) continue;
        looked++;
        if (isAside(el)) continue;
        const rect = el.getBoundingClientRect();
        const x0 = Math.max(0, rect.left), x1 = Math.min(W, rect.right), top = rect.top + scrollY;
        const r = { x: x0, y: Math.max(0, top), w: x1 - x0, h: rect.height };
        if (r.w <= 0.5 || r.h <= 0.5 || top + r.h <= 0 || top > pageHeight) continue;
        const cs = style(el);
        if (cs.visibility === 'hidden' || !el.checkVisibility({ opacityProperty: true, contentVisibilityAuto: true })) continue;
        const area = r.w * r.h;
        const status = isStatus(el);
        const inHeader = top < 300 && !!el.closest('header, nav, [role=banner]');
        const inFooter = !!el.closest('footer, [role=contentinfo]');
        const background = rgba(cs.backgroundColor);
        const gradient = gradientOf(cs);
        const clipped = cs.webkitBackgroundClip === 'text' || cs.backgroundClip === 'text';
        const filled = (background && background[3] >= 0.5) || (gradient.length > 0 && !clipped);
        const link = el.closest('a[href], [role=link]');
        const button = el.closest('button, input[type=submit], input[type=button], [role=button]')
            ?? (link && (el === link || link.contains(el)) ? (() => {
                const s = style(link), b = link.getBoundingClientRect(), bg = rgba(s.backgroundColor);
                const shown = (bg && bg[3] >= 0.5) || s.backgroundImage.includes('gradient(')
                    || (parseFloat(s.borderTopWidth) > 0 && parseFloat(s.borderBottomWidth) > 0 && s.borderTopStyle !== 'none');
                return shown && b.height >= 24 && b.height <= 90 && b.width >= 40 && b.width <= 480 && parseFloat(s.paddingLeft) >= 6 ? link : null;
            })() : null);
        const isButton = button === el || (tag === 'input' && /submit|button/.test(el.type));

        if (/^(img|video|canvas|iframe|picture)$/.test(tag) && area > 1600 || (cs.backgroundImage.includes('url(') && area > 1600)) {
            if (masks.length < LIMIT.rects) masks.push([Math.round(r.x), Math.round(r.y), Math.round(r.w), Math.round(r.h)]);
        } else if (filled && el !== document.body && painted.length < LIMIT.rects && area < W * H) {
            painted.push([Math.round(r.x), Math.round(r.y), Math.round(r.w), Math.round(r.h)]);
        }

        const inWall = [...walls].some(w => w.contains(el));
        const surface = (w, h) => {
            const size = w * h;
            if (button) return isButton ? 'button' : 'surface';
            if (inHeader && w >= 0.8 * W && h < 260 || isSideBar(el, { x: r.x, w, h }, top)) return 'header';
            if (tag === 'footer' || inFooter) return 'footer';
            if (el === document.body || tag === 'main') return 'surface';
            if (top < H && size > 0.25 * W * H) return 'hero';
            if (size > 0.15 * W * H) return 'section';
            return size < 20000 ? 'chip' : 'surface';
        };
        const call = isButton && (top < H || inHeader);
        if (filled && !SHAPES.has(tag)) surfaces(background, clipped ? [] : gradient, backdrop(el.parentElement), surface(r.w, r.h), area, r, el, status, call);
        for (const place of SHAPES.has(tag) ? [] : ['::before', '::after']) {
            const pseudo = getComputedStyle(el, place);
            if (/^(none|normal)$/.test(pseudo.content) || pseudo.visibility === 'hidden' || pseudo.opacity < 0.5) continue;
            if (pseudo.transform !== 'none' && !/^matrix\(1, 0, 0, 1,/.test(pseudo.transform)) continue;
            const w = Math.min(r.w, parseFloat(pseudo.width) || 0), h = Math.min(r.h, parseFloat(pseudo.height) || 0);
            if (w * h >= 400) surfaces(rgba(pseudo.backgroundColor), gradientOf(pseudo), backdrop(el), surface(w, h), w * h, { ...r, w, h }, el, status, call);
        }

        let text = '';
        for (const node of el.childNodes) if (node.nodeType === 3) text += node.textContent;
        if (tag === 'input' || tag === 'textarea') text = /submit|button/.test(el.type) ? el.value : '';
        const characters = text.replace(/\s+/g, ' ').trim().length;
        if (characters > 0 && !SHAPES.has(tag)) {
            const size = parseFloat(cs.fontSize);
            const isHeading = /^h[1-3]$/.test(tag) || !!el.closest('h1, h2, h3') || size >= 26;
            const colours = clipped && gradient.length ? gradient : [rgba(cs.color)];
            for (const c of colours) {
                if (!c || c[3] < 0.5) continue;
                let kind = 'text';
                if (button) kind = 'buttontext';
                else if (link) kind = inHeader ? 'navlink' : 'link';
                else if (isHeading) kind = 'heading';
                const shown = c[3] >= 1 ? c : over(c, backdrop(el));
                paint(shown, kind, (characters * size * size * 0.12) / colours.length, r, el, status, false);
            }
            const stack = clean(cs.fontFamily, 200);
            const family = clean(stack.split(',')[0].replace(/["']/g, ''), 80);
            const mono = /mono|courier|consolas|menlo/i.test(stack.split(',').slice(0, 2).join());
            bump(fonts, family + '|' + (mono ? 'MONO' : isHeading ? 'HEADING' : 'BODY'),
                () => ({ family, stack, role: mono ? 'MONO' : isHeading ? 'HEADING' : 'BODY', characters: 0, elements: 0, weights: {} }),
                f => { f.characters += characters; f.elements++; f.weights[cs.fontWeight] = (f.weights[cs.fontWeight] ?? 0) + characters; });
        }

        const borderWidth = parseFloat(cs.borderTopWidth);
        if (borderWidth > 0 && cs.borderTopStyle !== 'none' && !SHAPES.has(tag)) {
            const c = rgba(cs.borderTopColor);
            if (c && c[3] >= 0.5) paint(c[3] >= 1 ? c : over(c, backdrop(el.parentElement)), isButton ? 'buttonborder' : 'border', 2 * (r.w + r.h) * borderWidth, r, el, status, false);
        }

        if (SHAPES.has(tag) && el.ownerSVGElement && !inWall) {
            const svg = (() => { let s = el.ownerSVGElement; while (s.ownerSVGElement) s = s.ownerSVGElement; return s; })();
            const kind = inLogo.has(svg) ? 'logo' : 'icon';
            const fill = cs.fill === 'none' ? null : rgba(cs.fill);
            const stroke = cs.stroke === 'none' ? null : rgba(cs.stroke);
            const size = Math.min(area, 40000);
            if (fill && fill[3] >= 0.5) paint(fill, kind, size * 0.5, r, el, status, false);
            if (stroke && stroke[3] >= 0.5) paint(stroke, kind, size * 0.2, r, el, status, false);
        }

        const isInput = /^(input|textarea|select)$/.test(tag) && !/submit|button|checkbox|radio|hidden/.test(el.type);
        const isCard = !isButton && !isInput && filled && r.w > 150 && r.h > 80 && area < 0.6 * W * H && (borderWidth > 0 || cs.boxShadow !== 'none');
        if ((isButton && (filled || borderWidth > 0)) || isInput || isCard) {
            const raw = parseFloat(cs.borderTopLeftRadius) || 0;
            const radius = raw >= r.h / 2 - 0.5 && raw > 0 && !isCard ? 9999 : Math.round(raw * 10) / 10;
            const kind = isButton ? 'button' : isInput ? 'input' : 'card';
            bump(corners, kind + radius, () => ({ kind, radius, count: 0, area: 0 }), c => { c.count++; c.area += area; });
        }
    }

    // ---- declared colours
    const declared = [];
    const declare = (source, text) => { const c = rgba(text); if (c && c[3] >= 0.5 && declared.length < LIMIT.declared && !declared.some(d => d.source === source && d.colour === hex(c))) declared.push({ source: clean(source, 80), colour: hex(c) }); };
    for (const meta of document.querySelectorAll('meta[name=theme-color]')) {
        declare(/dark/.test(meta.media) ? 'theme-color-dark' : 'theme-color', meta.content.trim());
    }
    declare('mask-icon', document.querySelector('link[rel=mask-icon]')?.getAttribute('color'));
    declare('tile', document.querySelector('meta[name="msapplication-TileColor"]')?.content);
    const shown = new Set([...paints.values()].map(p => p.colour));
    for (const holder of [root, document.body]) {
        if (!holder?.computedStyleMap) continue;
        let seen = 0;
        for (const [name, values] of holder.computedStyleMap()) {
            if (!name.startsWith('--') || ++seen > 3000) continue;
            let value = String(values[0] ?? values).trim();
            if (value.length > 80) continue;
            if (/^[\d.]+(deg)?[ ,]+[\d.]+%[ ,]+[\d.]+%$/.test(value)) value = 'hsl(' + value + ')';
            else if (/^\d{1,3}[ ,]+\d{1,3}[ ,]+\d{1,3}$/.test(value)) value = 'rgb(' + value.replace(/[ ,]+/g, ' ') + ')';
            const c = /^(#|rgb|hsl|oklch|oklab|lab|lch|color\()/i.test(value) ? rgba(value) : null;
            if (c && c[3] >= 0.9 && (shown.has(hex(c)) || /brand|primary|accent|secondary|theme|cta|signature/i.test(name))) declare(name, value);
        }
    }

    const byColour = new Map();
    for (const d of declared) if (d.source.startsWith('--')) bump(byColour, d.colour, () => [], list => { if (list.length < 6 && !list.includes(d.source)) list.push(d.source); });
    const box = b => ({ x: b[0], y: b[1], width: b[2], height: b[3] });
    const list = [...paints.values()].sort((a, b) => b.area - a.area || (a.colour + a.kind < b.colour + b.kind ? -1 : 1)).slice(0, LIMIT.paints).map(p => ({
        colour: p.colour, kind: p.kind, count: p.count, area: Math.round(p.area), status: p.status, call: p.call,
        selector: selector(p.el), properties: byColour.get(p.colour) ?? [],
        boxes: p.boxes.sort((a, b) => b[4] - a[4] || a[1] - b[1] || a[0] - b[0]).slice(0, LIMIT.boxes).map(box),
    }));
    const loaded = new Set([...document.fonts].filter(f => f.status === 'loaded').map(f => f.family.replace(/["']/g, '')));
    const icons = [...document.querySelectorAll('link[rel~=icon], link[rel=apple-touch-icon], link[rel=mask-icon]')].slice(0, 6)
        .map(l => ({ address: String(l.href).slice(0, 2000), rel: l.rel, sizes: clean(l.sizes, 40) })).filter(i => /^(https?|data):/.test(i.address));
    const marks = best.map(logo => {
        let svg = '';
        if (logo.tag === 'svg') {
            const copy = logo.el.cloneNode(true);
            copy.setAttribute('color', style(logo.el).color);
            copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
            const text = new XMLSerializer().serializeToString(copy);
            if (text.length <= LIMIT.svg) svg = text;
        }
        return { tag: logo.tag, address: logo.address, alt: logo.alt, signs: logo.signs, dark: logo.dark, svg,
            box: box([logo.box.left, logo.top, logo.box.width, logo.box.height].map(Math.round)) };
    });
    const bodyBackground = backdrop(document.body);
    const bodyColour = rgba(style(document.body).color);
    return JSON.stringify({
        address: location.href.slice(0, 2000), title: clean(document.title, 200), width: W, viewport: H, height: pageHeight,
        background: hex(bodyBackground), foreground: hex(bodyColour && bodyColour[3] >= 0.5 ? bodyColour : [0, 0, 0]),
        elements: looked, complete, paints: list, declared, icons, logos: marks, masks, painted,
        fonts: [...fonts.values()].map(f => ({ family: f.family, stack: f.stack, role: f.role, characters: f.characters, elements: f.elements,
            weight: +Object.entries(f.weights).sort((a, b) => b[1] - a[1])[0][0] || 400, loaded: loaded.has(f.family) })),
        corners: [...corners.values()].map(c => ({ ...c, area: Math.round(c.area) })),
        hidden: (() => { for (const el of aside) el.style.setProperty('display', 'none', 'important'); return aside.size; })(),
    });
})()

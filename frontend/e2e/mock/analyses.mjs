import { randomUUID } from 'node:crypto';
import { png } from './png.mjs';
import { derive } from './theme-derivation.mjs';

/** Analyses of websites. Demo has one that is done; its id is known, so that its page has an address. */
const doneAnalysis = '0190bbbb-0000-7000-8000-00000000000a';

const [width, height] = [1440, 2200];
const brand = '#1d4ed8';
const boxes = [
  [0, 0, width, height, '#ffffff'],
  [0, 0, width, 96, '#0b1f3a'],
  [64, 32, 160, 32, '#ffffff'],
  [1216, 28, 160, 40, brand],
  [64, 200, 720, 56, '#22304a'],
  [64, 276, 620, 20, '#7b8798'],
  [64, 308, 560, 20, '#7b8798'],
  [64, 372, 200, 52, brand],
  [288, 372, 200, 52, '#e4572e'],
  [840, 160, 536, 380, '#dbe4f5'],
  ...[0, 1, 2].flatMap((at) => [
    [64 + at * 448, 640, 416, 320, '#f3f5f9'],
    [96 + at * 448, 680, 240, 28, '#22304a'],
    [96 + at * 448, 728, 340, 14, '#7b8798'],
    [96 + at * 448, 752, 300, 14, '#7b8798'],
    [96 + at * 448, 868, 140, 44, brand],
  ]),
  [0, 1900, width, 300, '#0b1f3a'],
];
const picture = () => png(width, height, boxes);

const placed = (colour) =>
  boxes
    .filter(([, , , , painted]) => painted === colour)
    .map(([xPx, yPx, widthPx, heightPx]) => ({ xPx, yPx, widthPx, heightPx }));
const use = (id, colour, share, selector, properties = []) => ({
  id,
  kind: id.split('.')[1],
  count: placed(colour).length,
  share,
  boxes: placed(colour),
  selector,
  properties,
});
const swatch = (id, hex, name, uses, values = {}) => ({
  id,
  hex,
  name,
  members: [hex],
  uses,
  declared: [],
  inLogo: false,
  primaryProbability: 0.01,
  ...values,
});
const swatches = [
  swatch('c0', brand, 'vivid blue', [use('c0.button', brand, 0.028, 'a.button', ['--brand-600'])], {
    declared: ['theme-color', '--brand-600'],
    primaryProbability: 0.91,
  }),
  swatch('c1', '#0b1f3a', 'deep navy', [use('c1.header', '#0b1f3a', 0.41, 'header.site')], {
    inLogo: true,
    primaryProbability: 0.07,
  }),
  swatch('c2', '#e4572e', 'vivid orange', [use('c2.button', '#e4572e', 0.008, 'a.button--cta')]),
  swatch('c3', '#22304a', 'dark blue grey', [use('c3.heading', '#22304a', 0.05, 'h1')]),
  swatch('c4', '#f3f5f9', 'near white', [use('c4.surface', '#f3f5f9', 0.31, 'section.card')]),
];
const choice = (source, role, swatchId, confidence) => ({
  source,
  role,
  swatchId,
  confidence,
  evidence: [],
  reason: '',
});

const steps = [
  ['check-address', 'Check address'],
  ['capture', 'Capture'],
  ['extract', 'Extract'],
  ['ask-claude', 'Ask Claude'],
  ['suggest', 'Suggestions'],
];

const drawings = {
  l0: '<svg xmlns="http://www.w3.org/2000/svg" width="160" height="32" viewBox="0 0 160 32"><path fill="#1d4ed8" d="M2 28 16 4l14 24z"/><text x="40" y="23" font-family="sans-serif" font-size="18" font-weight="700" fill="#1d4ed8">Harbour</text></svg>',
  l1: '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="32" viewBox="0 0 96 32"><text x="4" y="22" font-family="sans-serif" font-size="16" fill="#fff">Harbour</text></svg>',
};
const logos = (analysis) =>
  Object.keys(drawings).map((id) => ({
    id,
    alt: id === 'l0' ? 'Harbour Bakery' : '',
    mediaType: 'image/svg+xml',
    widthPx: id === 'l0' ? 160 : 96,
    heightPx: 32,
    hash: `found-${id}`,
    onDark: id === 'l1',
    likely: id === 'l0',
    url: `/api/analyses/${analysis}/logos/${id}`,
  }));

function cards() {
  const card = (title, palette, confidence, reasoning, evidence, more = {}) => {
    const { theme, contrast } = derive({ palette });
    return {
      id: randomUUID(),
      title,
      reasoning,
      confidence,
      source: 'local',
      agrees: true,
      evidence,
      measured: palette.primary,
      palette: theme.palette,
      theme,
      contrast,
      darkFirst: false,
      selected: false,
      ...more,
    };
  };
  return [
    card(
      'As measured',
      { primary: brand, accent: '#e4572e', neutral: 'slate' },
      0.91,
      'vivid blue: button × 4 (2.8 % of the screen), declared as theme-color.',
      ['c0.button', 'theme-color'],
    ),
    card(
      'Deep navy',
      { primary: '#0b1f3a', accent: brand },
      0.07,
      'deep navy: header × 2 (41.0 % of the screen), in the logo.',
      ['c1.header'],
      { agrees: false },
    ),
    card(
      'Dark first',
      { primary: brand, darkBackground: '#0b1f3a' },
      0.91,
      'The page’s own dark ground, with the same blue.',
      ['c1.header', 'c0'],
      { darkFirst: true },
    ),
  ];
}

/** @param manager the parts of the mock that these routes need; `apply(call, change, reason)` of the themes */
export function analysisRoutes({ tenants, find, paged, happened, apply, wear, Refusal, ago, wait }) {
  let analyses = [];
  const watchers = new Map();
  const shots = (id) =>
    ['viewport', 'page'].map((part) => ({
      part,
      scheme: 'light',
      widthPx: width,
      heightPx: part === 'page' ? height : 900,
      url: `/api/analyses/${id}/screenshot?part=${part}&scheme=light`,
    }));

  function begin(tenant, url, values = {}) {
    const analysis = {
      id: randomUUID(),
      tenantId: tenant.id,
      url,
      status: 'queued',
      currentStep: null,
      progressPercent: 0,
      steps: steps.map(([id, title]) => ({
        id,
        title,
        status: 'pending',
        startedAt: null,
        durationMs: null,
        detail: null,
      })),
      source: null,
      note: null,
      address: null,
      title: null,
      screenshots: [],
      swatches: [],
      logos: [],
      choices: [],
      ai: null,
      failure: null,
      actor: 'admin',
      queuedAt: new Date().toISOString(),
      finishedAt: null,
      cards: [],
      ...values,
    };
    analyses.unshift(analysis);
    return analysis;
  }

  function complete(analysis) {
    Object.assign(analysis, {
      status: 'succeeded',
      currentStep: null,
      progressPercent: 100,
      source: 'local',
      address: `${/^https?:/.test(analysis.url) ? '' : 'https://'}${analysis.url}`,
      title: 'Harbour Bakery',
      screenshots: shots(analysis.id),
      swatches,
      logos: logos(analysis.id),
      choices: [choice('local', 'primary', 'c0', 0.91), choice('local', 'accent', 'c2', 0.6)],
      cards: cards(),
      finishedAt: new Date().toISOString(),
    });
  }

  function tell(analysis, event, data) {
    for (const response of watchers.get(analysis.id) ?? [])
      response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  async function run(analysis) {
    const told = (event) =>
      happened('runs', event, analysis.tenantId, { runId: analysis.id, status: analysis.status });
    told('run.queued');
    analysis.status = 'running';
    for (const [at, step] of analysis.steps.entries()) {
      Object.assign(step, { status: 'running', startedAt: new Date().toISOString() });
      analysis.currentStep = step.id;
      tell(analysis, 'step', step);
      await wait();
      if (analysis.isCancelled || (step.id === 'capture' && analysis.url.includes('gone'))) {
        step.status = 'failed';
        Object.assign(analysis, {
          status: analysis.isCancelled ? 'cancelled' : 'failed',
          finishedAt: new Date().toISOString(),
          failure: {
            step: step.id,
            code: analysis.isCancelled ? 'run.cancelled' : 'analysis.not-reached',
            detail: analysis.isCancelled ? 'Cancelled by admin' : 'The page did not answer',
            undone: true,
            lastLines: [],
          },
        });
        break;
      }
      const isSkipped = step.id === 'ask-claude';
      Object.assign(step, {
        status: isSkipped ? 'skipped' : 'done',
        durationMs: 700,
        detail: isSkipped ? 'No API key is set' : null,
      });
      analysis.progressPercent = Math.round(((at + 1) / steps.length) * 100);
      tell(analysis, 'step', step);
      tell(analysis, 'progress', { progressPercent: analysis.progressPercent, currentStep: step.id });
    }
    if (analysis.status === 'running') complete(analysis);
    tell(analysis, 'end', { status: analysis.status, failure: analysis.failure });
    for (const response of watchers.get(analysis.id) ?? []) response.end();
    watchers.delete(analysis.id);
    told('run.changed');
  }

  const routes = {
    'GET /api/runs': ({ query }) => {
      const owner = find(tenants(), query.get('tenant'), 'tenant');
      return paged(
        analyses.filter(({ tenantId }) => tenantId === owner.id).map((one) => ({ ...one, kind: 'analysis' })),
        query,
      );
    },
    'POST /api/runs/:id/cancel': ({ id, response }) => {
      find(analyses, id, 'analysis').isCancelled = true;
      response.statusCode = 202;
      return {};
    },
    'POST /api/tenants/:id/theme/analyze': ({ id, body, response }) => {
      if (/localhost|intranet/.test(body.url))
        throw new Refusal(
          422,
          'egress.not-reached',
          'The address cannot be reached from this server',
          'It is in a private network.',
        );
      const analysis = begin(find(tenants(), id, 'tenant'), body.url);
      void run(analysis);
      response.statusCode = 202;
      return { analysisId: analysis.id };
    },
    'GET /api/analyses/:id': ({ id }) => {
      const { cards: _, isCancelled: __, ...analysis } = find(analyses, id, 'analysis');
      return analysis;
    },
    'GET /api/analyses/:id/screenshot': ({ response }) => {
      response.writeHead(200, { 'Content-Type': 'image/png' });
      response.end(picture());
      return response;
    },
    'GET /api/analyses/:id/logos/:logo': ({ second, response }) => {
      response.writeHead(200, { 'Content-Type': 'image/svg+xml' });
      response.end(drawings[second]);
      return response;
    },
    'POST /api/tenants/:id/theme/apply-logo': (call) => {
      const { logoId } = call.body;
      if (!drawings[logoId]) throw new Refusal(404, 'analysis.no-logo', 'There is no such logo');
      return wear(call, {
        hash: `found-${logoId}`,
        mediaType: 'image/svg+xml',
        bytes: Buffer.from(drawings[logoId]),
      });
    },
    'GET /api/analyses/:id/events': ({ id, request, response }) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.write('retry: 500\n\n');
      const known = watchers.get(id) ?? new Set();
      watchers.set(id, known.add(response));
      request.on('close', () => known.delete(response));
      return response;
    },
    'GET /api/tenants/:id/theme/suggestions': ({ query }) => {
      const {
        id,
        status,
        progressPercent,
        source,
        note,
        screenshots,
        cards: suggestions,
      } = find(analyses, query.get('analysisId'), 'analysis');
      return { analysisId: id, status, progressPercent, source, note, screenshots, suggestions };
    },
    'POST /api/tenants/:id/theme/apply-suggestion': (call) => {
      const all = analyses.flatMap((analysis) => analysis.cards);
      const card = all.find(({ id }) => id === call.body.suggestionId);
      if (!card) throw new Refusal(404, 'analysis.no-suggestion', 'There is no such suggestion');
      const answer = apply(call, card.theme, `Suggestion: ${card.title}`);
      for (const one of all) one.selected = one === card;
      return answer;
    },
  };

  function reset() {
    analyses = [];
  }

  function seed(demo) {
    complete(begin(demo, 'www.harbour-bakery.example', { id: doneAnalysis, queuedAt: ago(2700) }));
    for (const step of analyses[0].steps) Object.assign(step, { status: 'done', durationMs: 400 });
  }

  return { routes, reset, seed };
}

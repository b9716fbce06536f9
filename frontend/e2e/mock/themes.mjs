import { derive } from './theme-derivation.mjs';

/** Themes of tenants, their versions and logos. */

const mark =
  '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="64" viewBox="0 0 240 64"><path fill="#0f766e" d="M8 52 32 12l24 40z"/><text x="68" y="43" font-family="sans-serif" font-size="30" font-weight="700" fill="#0f766e">Harbour</text></svg>';

/** @param manager the parts of the mock that these routes need */
export function themeRoutes(manager) {
  const { tenants, find, paged, versioned, matched, record, happened, Refusal, ago } = manager;
  const tenant = (id) => find(tenants(), id, 'tenant');
  const known = new Map();

  function versionsOf({ id, slug }) {
    if (!known.has(id)) {
      const versions = [];
      known.set(id, versions);
      if (slug === 'demo') {
        write(versions, { palette: { primary: '#7c3aed' } }, null, null, 9000);
        write(
          versions,
          { palette: { primary: '#0f766e', accent: '#e4572e' } },
          null,
          'Suggestion: As measured',
          2600,
        );
        write(
          versions,
          { palette: { primary: '#0f766e', secondary: '#134e4a', accent: '#e4572e' } },
          { hash: 'logo-1', mediaType: 'image/svg+xml', bytes: Buffer.from(mark) },
          null,
          190,
        );
      }
    }
    return known.get(id);
  }

  function write(versions, change, logo, reason, minutesAgo = 0) {
    versions.push({
      version: versions.length + 1,
      change,
      logo,
      reason,
      createdAt: ago(minutesAgo),
      createdBy: 'admin',
    });
  }

  const logoView = (logo) =>
    logo && {
      hash: logo.hash,
      mediaType: logo.mediaType,
      width: 240,
      height: 64,
      sizeBytes: logo.bytes.length,
    };

  function view(owner) {
    const last = versionsOf(owner).at(-1);
    const { theme = null, contrast = [] } = last?.change ? derive(last.change) : {};
    return {
      version: last?.version ?? 0,
      theme,
      contrast,
      logo: logoView(last?.logo ?? null),
      reason: last?.reason ?? null,
      createdAt: last?.createdAt ?? null,
      createdBy: last?.createdBy ?? null,
    };
  }

  function changed(call, owner, change, logo, reason = null) {
    write(versionsOf(owner), change, logo, reason);
    const answer = view(owner);
    owner.theme = {
      version: answer.version,
      palette: answer.theme?.palette ?? null,
      logo: answer.logo?.hash ?? null,
    };
    record('theme.change', owner.slug, owner.id, {}, { version: answer.version });
    happened('themes', 'theme.written', owner.id, { version: answer.version });
    return versioned(answer, call);
  }

  const last = (owner) => versionsOf(owner).at(-1) ?? { change: null, logo: null };

  /** Applies a change, as a save and a suggestion do. */
  function apply(call, change, reason) {
    const owner = tenant(call.id);
    const { contrast } = derive(change);
    const lacking = contrast.filter(({ passes }) => !passes);
    if (lacking.length > 0 && !change.brandOverride)
      throw new Refusal(422, 'theme.unreadable', 'Some colours cannot be read', undefined, {
        errors: lacking.map(({ scheme, front, ratio, required, repair }) => ({
          field: `${scheme}.${front}`,
          message: `has a contrast of ${ratio}, needs ${required}; ${repair?.to} would pass`,
        })),
      });
    return changed(call, owner, change, last(owner).logo, reason);
  }

  /** Takes a logo that an analysis found. */
  function wear(call, logo) {
    const owner = tenant(call.id);
    return changed(call, owner, last(owner).change, logo, 'Logo of the website');
  }

  const routes = {
    'GET /api/tenants/:id/theme': (call) => versioned(view(tenant(call.id)), call),
    'PUT /api/tenants/:id/theme': (call) => {
      matched(view(tenant(call.id)), call);
      return apply(call, call.body);
    },
    'POST /api/tenants/:id/theme/preview': ({ body }) => derive(body),
    'GET /api/tenants/:id/theme/versions': ({ id, query }) => {
      const versions = versionsOf(tenant(id));
      const items = versions.map(({ change, logo, ...version }) => ({
        ...version,
        theme: change && derive(change).theme,
        logo: logo?.hash ?? null,
        current: version.version === versions.length,
      }));
      return paged(items.reverse(), query);
    },
    'POST /api/tenants/:id/theme/versions/:version/restore': (call) => {
      const owner = tenant(call.id);
      const number = Number(call.second);
      const earlier =
        number === 0
          ? { change: null, logo: null }
          : versionsOf(owner).find(({ version }) => version === number);
      if (!earlier)
        throw new Refusal(404, 'request.not-found', 'Not found', `There is no version ${number}.`);
      return changed(call, owner, earlier.change, earlier.logo, `Restored from version ${number}`);
    },
    'GET /api/tenants/:id/theme/logo': ({ id, response }) => {
      const { logo } = last(tenant(id));
      if (!logo) throw new Refusal(404, 'theme.no-logo', 'The tenant has no logo of its own');
      response.writeHead(200, { 'Content-Type': logo.mediaType, 'Cache-Control': 'no-cache' });
      response.end(logo.bytes);
      return response;
    },
    'POST /api/tenants/:id/theme/logo': (call) => {
      const owner = tenant(call.id);
      const mediaType = call.request.headers['content-type'];
      if (!['image/png', 'image/jpeg', 'image/svg+xml'].includes(mediaType))
        throw new Refusal(
          415,
          'request.unsupported-media-type',
          'The media type of the body is not supported',
        );
      if (call.bytes.length > 512 * 1024)
        throw new Refusal(413, 'theme.logo-too-large', 'The logo is too large', 'At most 512 KiB.');
      if (call.bytes.includes('<!DOCTYPE'))
        throw new Refusal(
          422,
          'theme.logo-unreadable',
          'The file is not a usable picture',
          'A document type is not allowed in a drawing.',
        );
      const logo = { hash: `logo-${call.bytes.length}-${Date.now()}`, mediaType, bytes: call.bytes };
      return changed(call, owner, last(owner).change, logo);
    },
    'DELETE /api/tenants/:id/theme/logo': (call) => {
      const owner = tenant(call.id);
      return changed(call, owner, last(owner).change, null);
    },
  };
  return { routes, apply, wear, reset: () => known.clear() };
}

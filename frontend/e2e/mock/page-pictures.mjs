import { png } from './png.mjs';
import { derive } from './theme-derivation.mjs';

/** Pictures of a tenant's page in a theme: a header, a heading and buttons in its colours. */

const windows = { desktop: [1280, 1000], phone: [390, 1100] };

function picture(device, scheme, colours) {
  const [widthPx, heightPx] = windows[device];
  const left = Math.round(widthPx * 0.06);
  const wide = widthPx - 2 * left;
  return {
    device,
    scheme,
    widthPx,
    heightPx,
    png: png(widthPx, heightPx, [
      [0, 0, widthPx, heightPx, colours.background],
      [0, 0, widthPx, 72, colours.primary],
      [left, 140, Math.round(wide * 0.8), 40, colours.foreground],
      [left, 200, wide, 16, colours.mutedForeground],
      [left, 260, 160, 48, colours.primary],
      [left, 380, wide, 240, colours.card],
      [left, heightPx - 160, wide, 160, colours.muted],
    ]).toString('base64'),
  };
}

/** @param manager the parts of the mock that these routes need */
export function pagePictureRoutes({ tenants, find, Refusal, wait }) {
  return {
    'POST /api/tenants/:id/theme/pictures': async ({ id, body, query }) => {
      const tenant = find(tenants(), id, 'tenant');
      const path = query.get('path') ?? '/';
      await wait();
      if (!path.startsWith('/'))
        throw new Refusal(400, 'request.invalid', 'The request is invalid', undefined, {
          errors: [{ field: 'path', message: 'must be the path of a page, such as /prices' }],
        });
      if (path === '/gone')
        throw new Refusal(
          422,
          'analysis.not-a-page',
          'The address does not lead to a page',
          'The page answered with status 404.',
        );
      const { theme } = derive(body);
      return {
        address: tenant.url.replace(/\/$/, '') + path,
        worn: path !== '/plain',
        durationMs: 2300,
        pictures: Object.keys(windows).flatMap((device) =>
          ['light', 'dark'].map((scheme) => picture(device, scheme, theme.tokens[scheme])),
        ),
      };
    },
  };
}

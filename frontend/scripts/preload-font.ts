import type { Plugin } from 'vite';

const name = /instrument-sans-latin-wght-normal.*\.woff2$/;

/**
 * Lets the browser load the font of all text together with the code. It would learn of it only when text is drawn: in another
 * font first, of other widths, so that lines break elsewhere and the page moves when the font is there.
 */
export function preloadFont(): Plugin {
  return {
    name: 'preload-font',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle }) {
        const font = Object.keys(bundle ?? {}).find((file) => name.test(file));
        if (!font) throw new Error('The build has no font of Latin text');
        return [
          {
            tag: 'link',
            attrs: { rel: 'preload', href: `/${font}`, as: 'font', type: 'font/woff2', crossorigin: '' },
            injectTo: 'head',
          },
        ];
      },
    },
  };
}

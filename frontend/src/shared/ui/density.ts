import { storedChoice } from './stored-choice';

/** Height of table rows: compact (36 px) or comfortable (44 px). `public/scheme.js` applies it before the first paint. */
export const density = storedChoice('tenantmgr.density', ['compact', 'comfortable'], 'compact');

density.subscribe(() => {
  document.documentElement.dataset.density = density.get();
});

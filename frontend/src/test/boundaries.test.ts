import { expect, it } from 'vitest';
// @ts-expect-error a plain script without types
import { refusal } from '../../scripts/check-boundaries.mjs';

it.each([
  [
    'features/tenant/model.ts',
    'features/deployment/model',
    'feature tenant must not import feature deployment',
  ],
  ['shared/ui/button.tsx', 'features/tenant/model', 'shared must not import features'],
  ['features/tenant/model.ts', 'app/router', 'features must not import app'],
])('%s may not import %s', (from, to, why) => {
  expect(refusal(from, to)).toContain(why);
});

it.each([
  ['routes/_app/tenants/index.tsx', 'features/tenant/model'],
  ['features/tenant/components/x.tsx', 'features/tenant/model'],
  ['features/tenant/model.ts', 'shared/cn'],
  ['app/main.tsx', 'routes/login'],
])('%s may import %s', (from, to) => {
  expect(refusal(from, to)).toBeUndefined();
});

import { expect, it } from 'vitest';
import type { Credential } from './api/credentials';
import { toChoices } from './use-credential-choices';

const credential = (name: string, host: string, pathPrefix: string | null = null) =>
  ({ name, host, pathPrefix }) as Credential;
const stored = [credential('alpha', 'git.alpha.example'), credential('zeta', 'git.zeta.example', '/team')];

it.each([
  'https://git.zeta.example/team/app.git',
  'git@git.zeta.example:team/app.git',
  'ssh://git@GIT.zeta.example:22/a',
])('the credential for the host of %s comes first', (location) => {
  expect(toChoices(stored, location)).toEqual([
    { value: 'zeta', label: 'git.zeta.example/team' },
    { value: 'alpha', label: 'git.alpha.example' },
  ]);
});

it('credentials are in the order of their names while no repository is entered', () => {
  expect(toChoices(stored, '').map(({ value }) => value)).toEqual(['alpha', 'zeta']);
});

import { describe, expect, it } from 'vitest';
import { newVariable } from '@/features/config/model';
import {
  blankValues,
  fieldOf,
  fromDraft,
  missingOf,
  problemsOf,
  stepOf,
  toDraft,
  toNewTenant,
  type WizardValues,
  withName,
  withRequired,
  withSlug,
} from './wizard-values';

const filled = (values: Partial<WizardValues> = {}): WizardValues => ({
  ...blankValues(),
  name: 'Harbour Bakery',
  slug: 'harbour',
  domain: 'harbour.example.com',
  ...values,
});

const source = { ok: true, required: ['ADMIN_EMAIL', 'MAIL_HOST'], branches: [] } as never;

describe('names', () => {
  it('follow each other until they are edited', () => {
    const named = withName(blankValues(), 'Café Nord', 'localhost');
    expect(named).toMatchObject({ slug: 'cafe-nord', domain: 'cafe-nord.localhost' });
    expect(withName({ ...named, slug: 'own', isSlugOwn: true }, 'Other', 'localhost').slug).toBe('own');
    expect(withSlug({ ...named, isDomainOwn: true }, 'own', 'localhost').domain).toBe('cafe-nord.localhost');
  });

  it('have no suggested domain on a server', () => {
    expect(withName(blankValues(), 'Café', 'tm.example.com').domain).toBe('');
  });
});

describe('problems', () => {
  it('are shown together, those of variables too', () => {
    const values = { ...blankValues(), sourceKind: 'git' as const, port: 'many' };
    values.config.variables = [newVariable({ key: 'A' }), newVariable({ key: 'A' })];
    expect(Object.keys(problemsOf(values))).toEqual([
      'name',
      'slug',
      'domain',
      'ports',
      'source.location',
      'config.env.A',
    ]);
    expect(problemsOf(filled())).toEqual({});
    expect(problemsOf(filled({ look: 'website' }))).toHaveProperty(['theme.website']);
    expect(problemsOf(filled({ look: 'colour', primary: 'teal' }))).toHaveProperty(['theme.primary']);
  });

  it('lead to the step of their field', () => {
    expect(['slug', 'source.ref', 'config.env.A', 'theme.website'].map(stepOf)).toEqual([
      'basics',
      'basics',
      'configuration',
      'theme',
    ]);
    expect(['ports.backend', 'source.kind', 'slug'].map(fieldOf)).toEqual([
      'ports',
      'source.location',
      'slug',
    ]);
  });
});

describe('required variables', () => {
  it('are missing without a value, but for those that the manager makes', () => {
    expect(missingOf(filled(), source)).toEqual(['MAIL_HOST']);
    const config = withRequired(filled().config, ['MAIL_HOST']);
    expect(config.variables).toMatchObject([{ key: 'MAIL_HOST', value: '' }]);
    expect(withRequired(config, ['MAIL_HOST'])).toBe(config);
    config.variables = [newVariable({ key: 'MAIL_HOST', value: 'x' })];
    expect(missingOf(filled({ config }), source)).toEqual([]);
  });
});

describe('a new tenant', () => {
  it('is sent without what was left open', () => {
    expect(toNewTenant(filled())).toEqual({
      name: 'Harbour Bakery',
      slug: 'harbour',
      domain: 'harbour.example.com',
      config: { env: {} },
    });
  });

  it('has its ports, its source and its configuration', () => {
    const values = filled({
      port: '20004',
      sourceKind: 'git',
      location: ' https://git.example.com/a.git ',
      ref: 'next',
      credential: 'robot',
    });
    values.config = {
      adminEmail: 'a@example.com',
      adminUsername: '',
      password: { kind: 'replace', value: 'secret' },
      variables: [newVariable({ key: 'A', value: '1', secret: true })],
    };
    expect(toNewTenant(values)).toMatchObject({
      ports: { frontend: 20004, backend: 20005 },
      source: { kind: 'git', location: 'https://git.example.com/a.git', ref: 'next', credential: 'robot' },
      config: {
        adminEmail: 'a@example.com',
        adminPassword: { value: 'secret', secret: true },
        env: { A: { value: '1', secret: true } },
      },
    });
  });
});

describe('a draft', () => {
  it('has everything but secrets', () => {
    const values = filled();
    values.config = {
      adminEmail: 'a@example.com',
      adminUsername: 'root',
      password: { kind: 'replace', value: 'hidden-password' },
      variables: [
        newVariable({ key: 'TOKEN', value: 'hidden-token', secret: true }),
        newVariable({ key: 'REGION', value: 'eu' }),
      ],
    };
    const draft = toDraft(values);
    expect(JSON.stringify(draft)).not.toContain('hidden');
    expect(draft.hadSecrets).toBe(true);
    expect(fromDraft(JSON.parse(JSON.stringify(draft)))).toMatchObject({
      name: 'Harbour Bakery',
      config: {
        adminEmail: 'a@example.com',
        adminUsername: 'root',
        password: { kind: 'generate' },
        variables: [
          { key: 'TOKEN', value: '', secret: true },
          { key: 'REGION', value: 'eu', secret: false },
        ],
      },
    });
  });
});

import { describe, expect, it } from 'vitest';
import {
  type Config,
  differencesOf,
  newVariable,
  parseEnv,
  toChange,
  toForm,
  variableProblem,
  withPasted,
} from './model';

const config: Config = {
  version: 3,
  adminEmail: 'admin@example.org',
  adminUsername: 'admin',
  adminPassword: { value: null, secret: true, isSet: true },
  env: {
    MAIL_HOST: { value: 'smtp.example.org', secret: false, isSet: true },
    MAIL_PASSWORD: { value: null, secret: true, isSet: true },
  },
  restartRequired: false,
};

describe('a configuration form', () => {
  it('sends an unchanged configuration back as it came, secrets masked', () => {
    expect(toChange(toForm(config))).toEqual({
      adminEmail: 'admin@example.org',
      adminUsername: 'admin',
      adminPassword: { value: null, secret: true, isSet: true },
      env: {
        MAIL_HOST: { value: 'smtp.example.org', secret: false },
        MAIL_PASSWORD: { value: null, secret: true, isSet: true },
      },
    });
    expect(differencesOf(config, toForm(config))).toEqual([]);
  });

  it('tells each change, and no secret', () => {
    const form = toForm(config);
    form.password = { kind: 'replace', value: 'hidden-one' };
    form.variables = [
      { ...(form.variables[0] ?? newVariable()), value: 'mail.example.org' },
      newVariable({ key: 'API_KEY', value: 'hidden-two', secret: true }),
    ];
    const differences = differencesOf(config, form);
    expect(differences).toEqual([
      { key: 'ADMIN_PASSWORD', before: '(secret)', after: '(new secret)' },
      { key: 'MAIL_HOST', before: 'smtp.example.org', after: 'mail.example.org' },
      { key: 'API_KEY', before: null, after: '(new secret)' },
      { key: 'MAIL_PASSWORD', before: '(secret)', after: null },
    ]);
    expect(JSON.stringify(differences)).not.toContain('hidden');
  });

  it('refuses names that the shell does not know, and names used twice', () => {
    const twice = [newVariable({ key: 'A' }), newVariable({ key: ' A ' })];
    expect(twice.map((one) => variableProblem(one, twice))).toEqual(
      Array(2).fill('This name is used twice.'),
    );
    for (const key of ['', '1A', 'A-B', 'A B']) {
      const one = newVariable({ key });
      expect(variableProblem(one, [one]), key).toBeDefined();
    }
  });
});

describe('a pasted .env file', () => {
  it('is read with its quotes, comments and line breaks', () => {
    const { variables, ignored } = parseEnv(
      [
        '# mail',
        'MAIL_HOST=smtp.example.org # the relay',
        'export NAME="Harbour \\"Bakery\\""',
        "RAW='a # b'",
        'TEXT="one\\ntwo"',
        'PEM="-----BEGIN',
        '-----END"',
        'EMPTY=',
        'API_TOKEN=abc',
        'not an assignment',
      ].join('\r\n'),
    );
    expect(Object.fromEntries(variables.map(({ key, value }) => [key, value]))).toEqual({
      MAIL_HOST: 'smtp.example.org',
      NAME: 'Harbour "Bakery"',
      RAW: 'a # b',
      TEXT: 'one\ntwo',
      PEM: '-----BEGIN\n-----END',
      EMPTY: '',
      API_TOKEN: 'abc',
    });
    expect(variables.filter(({ secret }) => secret).map(({ key }) => key)).toEqual(['API_TOKEN']);
    expect(ignored).toEqual(['not an assignment']);
  });

  it('replaces variables of the same name and keeps the others', () => {
    const form = withPasted(toForm(config), parseEnv('MAIL_HOST=new').variables);
    expect(form.variables.map(({ key, value }) => [key, value])).toEqual([
      ['MAIL_PASSWORD', ''],
      ['MAIL_HOST', 'new'],
    ]);
  });
});

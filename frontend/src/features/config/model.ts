import type { components } from '@/shared/api/schema.gen';
import type { Difference } from '@/shared/ui/diff';

export type Config = components['schemas']['ConfigView'];
export type ConfigChange = components['schemas']['ConfigChange'];

/** A secret of the form: kept as it is, replaced, or (the password) generated anew. */
export type Password = { kind: 'keep' } | { kind: 'replace'; value: string } | { kind: 'generate' };

export type Variable = {
  /** Identity of the row while it is edited. */
  id: number;
  key: string;
  value: string;
  secret: boolean;
  /** A stored secret whose value is not shown and stays. */
  isKept: boolean;
};

export type ConfigForm = {
  adminEmail: string;
  adminUsername: string;
  password: Password;
  variables: Variable[];
};

let lastId = 0;

export function newVariable(values: Partial<Omit<Variable, 'id'>> = {}): Variable {
  return { id: ++lastId, key: '', value: '', secret: false, isKept: false, ...values };
}

export function toForm(config: Config): ConfigForm {
  return {
    adminEmail: config.adminEmail ?? '',
    adminUsername: config.adminUsername,
    password: config.adminPassword.isSet ? { kind: 'keep' } : { kind: 'generate' },
    variables: Object.entries(config.env)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([key, { value, secret, isSet }]) =>
        newVariable({ key, value: value ?? '', secret, isKept: secret && isSet === true }),
      ),
  };
}

export function toChange(form: ConfigForm): ConfigChange {
  const { password } = form;
  return {
    ...(form.adminEmail.trim() && { adminEmail: form.adminEmail.trim() }),
    ...(form.adminUsername.trim() && { adminUsername: form.adminUsername.trim() }),
    adminPassword:
      password.kind === 'replace'
        ? { value: password.value, secret: true }
        : { value: null, secret: true, isSet: password.kind === 'keep' },
    env: Object.fromEntries(
      form.variables.map(({ key, value, secret, isKept }) => [
        key.trim(),
        isKept ? { value: null, secret: true, isSet: true } : { value, secret },
      ]),
    ),
  };
}

const secretText = '(secret)';
const newSecretText = '(new secret)';

/** What saving the form would change, in words; no secret is among them. */
export function differencesOf(config: Config, form: ConfigForm): Difference[] {
  const before = toForm(config);
  const differences: Difference[] = [];
  const compare = (key: string, old: string, next: string) => {
    if (old.trim() !== next.trim()) differences.push({ key, before: old || null, after: next || null });
  };
  compare('ADMIN_EMAIL', before.adminEmail, form.adminEmail);
  compare('ADMIN_USERNAME', before.adminUsername, form.adminUsername);
  if (form.password.kind !== before.password.kind)
    differences.push({
      key: 'ADMIN_PASSWORD',
      before: before.password.kind === 'keep' ? secretText : null,
      after: form.password.kind === 'generate' ? '(generated, shown once)' : newSecretText,
    });

  const text = ({ value, secret, isKept }: Variable) =>
    isKept ? secretText : secret ? newSecretText : value;
  const old = new Map(before.variables.map((variable) => [variable.key, variable]));
  const next = new Map(form.variables.map((variable) => [variable.key.trim(), variable]));
  for (const [key, variable] of next) {
    const known = old.get(key);
    if (!known) differences.push({ key, before: null, after: text(variable) });
    else if (
      known.value !== variable.value ||
      known.secret !== variable.secret ||
      known.isKept !== variable.isKept
    )
      differences.push({ key, before: text(known), after: text(variable) });
  }
  for (const [key, variable] of old)
    if (!next.has(key)) differences.push({ key, before: text(variable), after: null });
  return differences;
}

/** The reason why a variable cannot be saved; undefined if it can. */
export function variableProblem(variable: Variable, all: readonly Variable[]): string | undefined {
  const key = variable.key.trim();
  if (key === '') return 'A name is required.';
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(key)) return 'Only letters, digits and underscores; no digit first.';
  if (all.some((other) => other.id !== variable.id && other.key.trim() === key))
    return 'This name is used twice.';
  return undefined;
}

const assignment = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)$/;

/** Names that hold secrets by convention. */
const secretName = /(PASSWORD|SECRET|TOKEN|KEY|CREDENTIAL|PRIVATE)/i;

/**
 * The variables of a pasted `.env` file: comments and empty lines are skipped, quotes removed, `\n` in double quotes is a
 * line break; a value in double quotes may span lines.
 */
export function parseEnv(text: string): { variables: Variable[]; ignored: string[] } {
  const found = new Map<string, Variable>();
  const ignored: string[] = [];
  const lines = text.split(/\r?\n/);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line.trim() === '' || line.trim().startsWith('#')) continue;
    const match = assignment.exec(line);
    if (!match) {
      ignored.push(line);
      continue;
    }
    const [, key = '', rest = ''] = match;
    let raw = rest;
    while (/^"(?:[^"\\]|\\.)*$/s.test(raw) && i + 1 < lines.length) raw += `\n${lines[++i]}`;
    found.set(key, newVariable({ key, value: unquoted(raw), secret: secretName.test(key) }));
  }
  return { variables: [...found.values()], ignored };
}

function unquoted(raw: string): string {
  const double = /^"((?:[^"\\]|\\.)*)"/s.exec(raw)?.[1];
  if (double !== undefined)
    return double.replaceAll(/\\(.)/gs, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped));
  const single = /^'([^']*)'/.exec(raw)?.[1];
  return single ?? raw.replace(/\s+#.*$/, '').trim();
}

/** The form with the pasted variables: those of the same name are replaced. */
export function withPasted(form: ConfigForm, pasted: readonly Variable[]): ConfigForm {
  const names = new Set(pasted.map(({ key }) => key));
  return { ...form, variables: [...form.variables.filter(({ key }) => !names.has(key.trim())), ...pasted] };
}

/** The differences between two stored versions, in words; no secret is among them. */
export function differencesOfVersions({ items }: components['schemas']['ConfigDiff']): Difference[] {
  const text = (value: Config['adminPassword'] | null | undefined) =>
    value ? (value.secret ? secretText : (value.value ?? '')) : null;
  return items.map(({ key, before, after }) => {
    const isNewSecret = before?.secret && after?.secret;
    return { key, before: text(before), after: isNewSecret ? '(another secret)' : text(after) };
  });
}

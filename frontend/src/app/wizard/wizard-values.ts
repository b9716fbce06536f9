import {
  type ConfigForm,
  newVariable,
  toChange,
  type Variable,
  variableProblem,
} from '@/features/config/model';
import type { SourceCheck } from '@/features/tenant/api/check-tenant';
import {
  domainProblem,
  type NewTenant,
  slugProblem,
  suggestDomain,
  suggestSlug,
} from '@/features/tenant/model';
import { hexOf } from '@/features/theme/model';
import type { StepId } from './steps';

/** Where the look comes from: the application, the colours of a website, or one colour. */
export type LookKind = 'own' | 'website' | 'colour';

export type SourceKind = 'core' | 'git' | 'directory';

export type WizardValues = {
  name: string;
  slug: string;
  domain: string;
  /** Edited by the user, so that it no longer follows the name. */
  isSlugOwn: boolean;
  isDomainOwn: boolean;
  /** The first port as text; empty for the next free block. */
  port: string;
  sourceKind: SourceKind;
  location: string;
  ref: string;
  credential: string;
  config: ConfigForm;
  look: LookKind;
  /** Address of the customer's website. */
  website: string;
  /** Six digits, such as `#1d4ed8`. */
  primary: string;
};

/** The fields that can be wrong, as the API names them. */
export type Field =
  | 'name'
  | 'slug'
  | 'domain'
  | 'ports'
  | 'source.location'
  | 'source.ref'
  | 'source.credential'
  | 'theme.website'
  | 'theme.primary'
  | `config.${string}`;

export type Problems = Partial<Record<Field, string>>;

export function blankValues(): WizardValues {
  return {
    name: '',
    slug: '',
    domain: '',
    isSlugOwn: false,
    isDomainOwn: false,
    port: '',
    sourceKind: 'core',
    location: '',
    ref: '',
    credential: '',
    config: { adminEmail: '', adminUsername: '', password: { kind: 'generate' }, variables: [] },
    look: 'own',
    website: '',
    primary: '#2563eb',
  };
}

/** Slug and domain follow the name, the domain the slug, until they are edited. */
export function withName(values: WizardValues, name: string, here: string): WizardValues {
  const slug = values.isSlugOwn ? values.slug : suggestSlug(name);
  return withSlug({ ...values, name }, slug, here);
}

export function withSlug(values: WizardValues, slug: string, here: string): WizardValues {
  return { ...values, slug, domain: values.isDomainOwn ? values.domain : suggestDomain(slug, here) };
}

/** What is wrong by the rules that this page knows. */
export function problemsOf(values: WizardValues): Problems {
  const problems: Problems = {};
  const name = values.name.trim();
  if (name === '') problems.name = 'A name is required.';
  else if (name.length > 100) problems.name = 'At most 100 characters.';
  const slug = slugProblem(values.slug.trim());
  if (slug) problems.slug = slug;
  const domain = domainProblem(values.domain.trim());
  if (domain) problems.domain = domain;
  if (values.port.trim() !== '' && !/^[0-9]{4,5}$/.test(values.port.trim()))
    problems.ports = 'The first port of a block of four, such as 20000.';
  if (values.sourceKind !== 'core' && values.location.trim() === '')
    problems['source.location'] =
      values.sourceKind === 'git' ? 'A repository is required.' : 'A directory is required.';
  for (const variable of values.config.variables) {
    const problem = variableProblem(variable, values.config.variables);
    if (problem) problems[`config.env.${variable.key.trim()}`] = problem;
  }
  if (values.look === 'website' && values.website.trim() === '')
    problems['theme.website'] = 'An address is required, or another look.';
  if (values.look === 'colour' && !hexOf(values.primary))
    problems['theme.primary'] = 'Six digits, such as #1d4ed8.';
  return problems;
}

/** Required variables without a value: a tenant can be created without them, not deployed. */
export function missingOf({ config }: WizardValues, source: SourceCheck | null | undefined): string[] {
  const given = new Set(config.variables.filter(({ value }) => value !== '').map(({ key }) => key.trim()));
  // These three get a value from the manager if none is entered.
  const made = ['ADMIN_EMAIL', 'ADMIN_USERNAME', 'ADMIN_PASSWORD'];
  return (source?.required ?? []).filter((key) => !given.has(key) && !made.includes(key));
}

/** The form with a row for each required variable. */
export function withRequired(config: ConfigForm, missing: readonly string[]): ConfigForm {
  const known = new Set(config.variables.map(({ key }) => key.trim()));
  const more = missing.filter((key) => !known.has(key)).map((key) => newVariable({ key }));
  return more.length === 0 ? config : { ...config, variables: [...config.variables, ...more] };
}

export function portsOf({ port }: WizardValues): NewTenant['ports'] {
  const first = Number(port.trim());
  return port.trim() === '' ? undefined : { frontend: first, backend: first + 1 };
}

export function sourceOf({ sourceKind, location, ref, credential }: WizardValues): NewTenant['source'] {
  if (sourceKind === 'core' || location.trim() === '') return undefined;
  const isGit = sourceKind === 'git';
  return {
    kind: sourceKind,
    location: location.trim(),
    ...(isGit && ref.trim() && { ref: ref.trim() }),
    ...(isGit && credential.trim() && { credential: credential.trim() }),
  };
}

export function toNewTenant(values: WizardValues): NewTenant {
  const { adminPassword, ...config } = toChange(values.config);
  const source = sourceOf(values);
  const ports = portsOf(values);
  return {
    name: values.name.trim(),
    slug: values.slug.trim(),
    domain: values.domain.trim(),
    ...(ports && { ports }),
    ...(source && { source }),
    config: values.config.password.kind === 'replace' ? { ...config, adminPassword } : config,
  };
}

/** The step on which a field is edited. */
export function stepOf(field: string): StepId {
  if (field.startsWith('theme')) return 'theme';
  return field.startsWith('config') ? 'configuration' : 'basics';
}

/** What people call a field of the API. */
export function labelOf(field: string): string {
  const labels: Record<string, string> = {
    name: 'Name',
    slug: 'Slug',
    domain: 'Domain',
    ports: 'Frontend port',
    'source.kind': 'Core application',
    'source.location': 'Repository',
    'source.ref': 'Branch, tag or commit',
    'source.credential': 'Stored credential',
    'theme.website': 'Website',
    'theme.primary': 'Primary colour',
    'config.adminEmail': 'E-mail',
    'config.adminUsername': 'User name',
    'config.adminPassword': 'Password',
  };
  return labels[field] ?? field.replace(/^config\.env\./, '');
}

/** A field of a refusal as one of this page: ports and parts of the source are one field here. */
export function fieldOf(field: string): Field {
  if (field.startsWith('ports')) return 'ports';
  if (field === 'source' || field === 'source.kind') return 'source.location';
  return field as Field;
}

/** What is kept of it on this device: nothing secret. */
export type Draft = Omit<WizardValues, 'config'> & {
  config: { adminEmail: string; adminUsername: string; variables: Omit<Variable, 'id' | 'isKept'>[] };
  /** Secret values were entered, which must be entered again. */
  hadSecrets: boolean;
};

export function toDraft(values: WizardValues): Draft {
  const { adminEmail, adminUsername, password, variables } = values.config;
  const isSecret = ({ secret, value }: Variable) => secret && value !== '';
  return {
    ...values,
    config: {
      adminEmail,
      adminUsername,
      variables: variables.map(({ key, value, secret }) => ({ key, value: secret ? '' : value, secret })),
    },
    hadSecrets: password.kind === 'replace' || variables.some(isSecret),
  };
}

export function fromDraft({ hadSecrets: _, config, ...values }: Draft): WizardValues {
  return {
    ...blankValues(),
    ...values,
    config: {
      ...blankValues().config,
      adminEmail: config.adminEmail,
      adminUsername: config.adminUsername,
      variables: config.variables.map((variable) => newVariable(variable)),
    },
  };
}

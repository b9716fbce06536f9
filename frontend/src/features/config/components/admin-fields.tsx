import { Button } from '@/shared/ui/button';
import { TextField } from '@/shared/ui/field';
import { Panel } from '@/shared/ui/panel';
import type { ConfigForm } from '../model';

type AdminFieldsProps = {
  form: ConfigForm;
  onChange(form: ConfigForm): void;
  /** There is no password yet: it is generated unless one is entered. */
  isNew?: boolean;
  /** What the manager takes if no address is entered. */
  usualEmail?: string;
  /** By `adminEmail`, `adminUsername` and `adminPassword`. */
  errors?: Partial<Record<string, string>>;
};

/** The administrator of the tenant's own application. */
export function AdminFields({ form, onChange, isNew, usualEmail, errors }: AdminFieldsProps) {
  const { password } = form;
  return (
    <Panel title="Administrator">
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="E-mail"
          type="email"
          autoComplete="off"
          isOptional={isNew}
          placeholder={usualEmail}
          error={errors?.adminEmail}
          value={form.adminEmail}
          onChange={(event) => onChange({ ...form, adminEmail: event.target.value })}
        />
        <TextField
          label="User name"
          autoComplete="off"
          autoCapitalize="none"
          isOptional={isNew}
          placeholder={isNew ? 'admin' : undefined}
          error={errors?.adminUsername}
          value={form.adminUsername}
          onChange={(event) => onChange({ ...form, adminUsername: event.target.value })}
        />
        <div className="sm:col-span-2">
          {password.kind === 'replace' ? (
            <div className="flex items-end gap-2">
              <div className="min-w-0 flex-1">
                <TextField
                  label="New password"
                  type="password"
                  autoComplete="new-password"
                  error={errors?.adminPassword}
                  value={password.value}
                  onChange={(event) =>
                    onChange({ ...form, password: { kind: 'replace', value: event.target.value } })
                  }
                />
              </div>
              <Button onClick={() => onChange({ ...form, password: { kind: isNew ? 'generate' : 'keep' } })}>
                {isNew ? 'Generate it' : 'Keep the old one'}
              </Button>
            </div>
          ) : (
            <div className="flex flex-wrap items-center justify-between gap-2">
              <p>
                <span className="font-medium">Password</span>{' '}
                <span className="text-muted">
                  {password.kind === 'keep'
                    ? 'is set and never shown'
                    : `is generated when ${isNew ? 'the tenant is created' : 'you save'}, and shown once`}
                </span>
              </p>
              <span className="flex gap-2">
                <Button
                  size="sm"
                  onClick={() => onChange({ ...form, password: { kind: 'replace', value: '' } })}
                >
                  {isNew ? 'Enter one' : 'Replace'}
                </Button>
                {password.kind === 'keep' && (
                  <Button size="sm" onClick={() => onChange({ ...form, password: { kind: 'generate' } })}>
                    Generate anew
                  </Button>
                )}
              </span>
            </div>
          )}
        </div>
      </div>
    </Panel>
  );
}

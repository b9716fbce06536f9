import { ClipboardPaste, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { cn } from '@/shared/cn';
import { Button } from '@/shared/ui/button';
import { Checkbox } from '@/shared/ui/checkbox';
import { controlLook } from '@/shared/ui/field';
import { IconButton } from '@/shared/ui/icon-button';
import { Panel } from '@/shared/ui/panel';
import { type ConfigForm, newVariable, type Variable, variableProblem, withPasted } from '../model';
import { PasteDialog } from './paste-dialog';

type VariableFieldsProps = {
  form: ConfigForm;
  onChange(form: ConfigForm): void;
  showsErrors: boolean;
  /** Refusals of the manager, by the name of the variable. */
  errors?: Partial<Record<string, string>>;
};

/** The environment variables, one row each. */
export function VariableFields({ form, onChange, showsErrors, errors }: VariableFieldsProps) {
  const [isPasting, setIsPasting] = useState(false);

  function change(variable: Variable) {
    onChange({ ...form, variables: form.variables.map((one) => (one.id === variable.id ? variable : one)) });
  }

  return (
    <Panel
      title="Environment variables"
      isFlush
      actions={
        <span className="flex gap-2">
          <Button size="sm" variant="quiet" onClick={() => setIsPasting(true)}>
            <ClipboardPaste aria-hidden />
            Paste .env
          </Button>
          <Button
            size="sm"
            variant="quiet"
            onClick={() => onChange({ ...form, variables: [...form.variables, newVariable()] })}
          >
            <Plus aria-hidden />
            Add
          </Button>
        </span>
      }
    >
      {form.variables.length === 0 && (
        <p className="p-4 text-muted">No variables beyond those of the manager.</p>
      )}
      <ul className="divide-y divide-line">
        {form.variables.map((variable) => (
          <VariableRow
            key={variable.id}
            variable={variable}
            problem={
              (showsErrors ? variableProblem(variable, form.variables) : undefined) ??
              errors?.[variable.key.trim()]
            }
            onChange={change}
            onRemove={() =>
              onChange({ ...form, variables: form.variables.filter(({ id }) => id !== variable.id) })
            }
          />
        ))}
      </ul>
      <PasteDialog
        isOpen={isPasting}
        onClose={() => setIsPasting(false)}
        onPaste={(variables) => {
          setIsPasting(false);
          onChange(withPasted(form, variables));
        }}
      />
    </Panel>
  );
}

type VariableRowProps = {
  variable: Variable;
  problem?: string;
  onChange(variable: Variable): void;
  onRemove(): void;
};

function VariableRow({ variable, problem, onChange, onRemove }: VariableRowProps) {
  const { id, key, value, secret, isKept } = variable;
  const name = key || 'new variable';
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1.5 px-4 py-2 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_6rem_2rem]">
      <input
        aria-label={`Name of ${name}`}
        value={key}
        onChange={(event) => onChange({ ...variable, key: event.target.value })}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `variable-${id}` : undefined}
        className={cn(controlLook, 'font-mono text-sm')}
      />
      {isKept ? (
        <span className="flex items-center gap-2 max-md:order-3 max-md:col-span-2">
          <span className="text-muted">Set, never shown</span>
          <Button size="sm" onClick={() => onChange({ ...variable, isKept: false, value: '' })}>
            Replace
          </Button>
        </span>
      ) : (
        <input
          aria-label={`Value of ${name}`}
          value={value}
          type={secret ? 'password' : 'text'}
          onChange={(event) => onChange({ ...variable, value: event.target.value })}
          autoComplete="off"
          spellCheck={false}
          className={cn(controlLook, 'font-mono text-sm max-md:order-3 max-md:col-span-2')}
        />
      )}
      <span className="max-md:order-4">
        <Checkbox
          label="Secret"
          isChecked={secret}
          onCheck={(isSecret) => onChange({ ...variable, secret: isSecret, isKept: false })}
        />
      </span>
      <IconButton label={`Remove ${name}`} icon={<Trash2 aria-hidden />} onClick={onRemove} />
      {problem && (
        <p id={`variable-${id}`} className="col-span-full text-sm text-bad">
          {problem}
        </p>
      )}
    </li>
  );
}

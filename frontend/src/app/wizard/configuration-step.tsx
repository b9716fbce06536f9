import { useState } from 'react';
import { AdminFields } from '@/features/config/components/admin-fields';
import { VariableFields } from '@/features/config/components/variable-fields';
import { Button } from '@/shared/ui/button';
import { Notice } from '@/shared/ui/notice';
import { type Actions, StepFrame } from './step-frame';
import { type Problems, type WizardValues, withRequired } from './wizard-values';

type ConfigurationStepProps = {
  values: WizardValues;
  onChange(values: WizardValues): void;
  /** Refusals of the manager. */
  refused: Problems;
  missing: readonly string[];
  /** The name in the manifest. */
  application: string | undefined;
  actions: Actions;
  onNext(): void;
};

/** The administrator of the tenant's own application, and its variables. */
export function ConfigurationStep(props: ConfigurationStepProps) {
  const { values, onChange, refused, missing, application, actions, onNext } = props;
  const [isSubmitted, setIsSubmitted] = useState(false);
  const { config } = values;
  const change = (next: WizardValues['config']) => onChange({ ...values, config: next });
  const errors = Object.fromEntries(
    Object.entries(refused).map(([field, message]) => [field.replace(/^config\.(env\.)?/, ''), message]),
  );
  const rowless = missing.filter((key) => !config.variables.some((variable) => variable.key.trim() === key));
  return (
    <StepFrame
      title="Configuration"
      intro="What the tenant's own application gets. All of it can be changed later."
      takesFocus
      actions={actions}
      onNext={() => {
        setIsSubmitted(true);
        onNext();
      }}
    >
      <AdminFields
        form={config}
        onChange={change}
        isNew
        usualEmail={values.domain ? `admin@${values.domain.trim()}` : undefined}
        errors={errors}
      />
      {missing.length > 0 && (
        <Notice tone="warn" title={`${application ?? 'The application'} needs a value for`}>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <code className="font-mono text-sm">{missing.join(', ')}</code>
            {rowless.length > 0 && (
              <Button size="sm" onClick={() => change(withRequired(config, missing))}>
                Add them
              </Button>
            )}
          </p>
        </Notice>
      )}
      <VariableFields form={config} onChange={change} showsErrors={isSubmitted} errors={errors} />
    </StepFrame>
  );
}

import { useState } from 'react';
import { ColourField } from '@/features/theme/components/colour-field';
import { ChoiceCard, TextField } from '@/shared/ui/field';
import { type Actions, StepFrame } from './step-frame';
import type { LookKind, Problems, WizardValues } from './wizard-values';

type ThemeStepProps = {
  values: WizardValues;
  onChange(values: WizardValues): void;
  /** What this page finds wrong. */
  problems: Problems;
  /** Opened from the review, so what is wrong is shown at once. */
  isReviewed: boolean;
  actions: Actions;
  onNext(): void;
};

const looks: readonly { kind: LookKind; label: string; hint: string }[] = [
  {
    kind: 'own',
    label: 'The application’s own look',
    hint: 'Colours and logo can be set later, on the Theme tab.',
  },
  {
    kind: 'website',
    label: 'From the customer’s website',
    hint: 'Its colours are measured as soon as the tenant is created; you then choose among the suggestions.',
  },
  { kind: 'colour', label: 'One colour', hint: 'Shades, light and dark follow from it.' },
];

/** Where the look of the tenant comes from. A website is analysed for a tenant, so that begins once there is one. */
export function ThemeStep({ values, onChange, problems, isReviewed, actions, onNext }: ThemeStepProps) {
  const [isSubmitted, setIsSubmitted] = useState(isReviewed);
  return (
    <StepFrame
      title="Theme"
      takesFocus
      actions={actions}
      onNext={() => {
        setIsSubmitted(true);
        onNext();
      }}
    >
      <fieldset className="grid gap-2">
        <legend className="pb-2 font-medium">Look</legend>
        {looks.map(({ kind, label, hint }) => (
          <ChoiceCard
            key={kind}
            name="look"
            label={label}
            hint={hint}
            checked={values.look === kind}
            onChange={() => onChange({ ...values, look: kind })}
          />
        ))}
      </fieldset>
      {values.look === 'website' && (
        <TextField
          label="Address of the customer’s website"
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder="www.customer.example"
          hint="With an API key in the settings, a screenshot and the colours go to the AI provider."
          error={isSubmitted ? problems['theme.website'] : undefined}
          value={values.website}
          onChange={(event) => onChange({ ...values, website: event.target.value })}
        />
      )}
      {values.look === 'colour' && (
        <div className="max-w-64">
          <ColourField
            label="Primary"
            value={values.primary}
            isRequired
            onChange={(colour) => colour && onChange({ ...values, primary: colour })}
          />
        </div>
      )}
    </StepFrame>
  );
}

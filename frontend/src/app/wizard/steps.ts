/** The steps of the wizard, in order. The name is that in the address. */
export const steps = [
  { id: 'basics', title: 'Basic info' },
  { id: 'configuration', title: 'Configuration' },
  { id: 'theme', title: 'Theme' },
  { id: 'review', title: 'Review' },
  { id: 'deploy', title: 'Deploy' },
] as const;

export type StepId = (typeof steps)[number]['id'];

export function isStep(value: unknown): value is StepId {
  return steps.some(({ id }) => id === value);
}

export const indexOf = (step: StepId) => steps.findIndex(({ id }) => id === step);

export type WizardSearch = {
  step?: StepId;
  /** The step was opened from the review, and leads back to it. */
  back?: 'review';
  /** What the last step is about: the created tenant and its deployment. */
  tenant?: string;
  deployment?: string;
  /** The analysis of the customer's website, whose suggestions can be chosen there. */
  analysis?: string;
};

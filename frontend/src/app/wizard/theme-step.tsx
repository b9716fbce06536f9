import { type Actions, StepFrame } from './step-frame';

/** An honest place for what follows: nothing can be chosen yet. */
export function ThemeStep({ actions, onNext }: { actions: Actions; onNext(): void }) {
  return (
    <StepFrame title="Theme" takesFocus actions={actions} onNext={onNext}>
      <div className="grid gap-2 rounded-lg border border-line bg-surface p-4">
        <p className="font-medium">The tenant starts with the application's own look.</p>
        <p className="text-muted">
          Colours and logo of a tenant cannot be set in this version. When they can, they are set here and on
          the tenant's page, and take effect without a new deployment.
        </p>
      </div>
    </StepFrame>
  );
}

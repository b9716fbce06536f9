import { type Actions, StepFrame } from './step-frame';

/** What happens to the look: a website is analysed for a tenant, so there has to be one first. */
export function ThemeStep({ actions, onNext }: { actions: Actions; onNext(): void }) {
  return (
    <StepFrame title="Theme" takesFocus actions={actions} onNext={onNext}>
      <div className="grid gap-2 rounded-lg border border-line bg-surface p-4">
        <p className="font-medium">The tenant starts with the application's own look.</p>
        <p className="text-muted">
          Colours and logo are set on its Theme tab, once it is created: type the address of the customer’s
          website there, and choose among the suggestions. They take effect within a second, without a new
          deployment.
        </p>
      </div>
    </StepFrame>
  );
}

import { NothingYet } from '@/shared/feedback/nothing-yet';
import { CopyButton } from '@/shared/ui/copy-button';
import { manifestExample } from '../model';

/** An application that offers nothing: what its author writes in the manifest. */
export function ManifestHint() {
  return (
    <>
      <NothingYet title="The application offers nothing here">
        Its manifest, tenant-app.yaml, may name statistics, a number of persons, a backup and actions under
        remote. They appear with the next deployment.
      </NothingYet>
      <div className="mx-auto grid w-full max-w-xl gap-2 px-4 pb-8">
        <div className="flex items-center justify-between gap-3">
          <h2 className="text-sm font-semibold">Example</h2>
          <CopyButton text={manifestExample} label="Copy the example" />
        </div>
        <section
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
          tabIndex={0}
          aria-label="Example of a manifest"
          className="overflow-x-auto rounded-md bg-sunken px-3 py-2"
        >
          <pre className="font-mono text-sm">{manifestExample}</pre>
        </section>
      </div>
    </>
  );
}

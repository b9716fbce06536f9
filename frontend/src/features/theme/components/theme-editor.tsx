import { useBlocker } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Versioned } from '@/shared/api/client';
import { toProblem } from '@/shared/api/problem';
import { NothingYet } from '@/shared/feedback/nothing-yet';
import { Button, SiteLink } from '@/shared/ui/button';
import { Notice } from '@/shared/ui/notice';
import { UnsavedBar } from '@/shared/ui/unsaved-bar';
import { useSaveTheme } from '../api/theme';
import { failing, repaired } from '../contrast';
import { changeOf, countDifferences, type Draft, draftOf, firstDraft, type TenantTheme } from '../model';
import { useHistory } from '../use-history';
import { useThemePreview } from '../use-theme-preview';
import { ContrastList } from './contrast-list';
import { EditorBar } from './editor-bar';
import { ExchangeButtons } from './exchange-buttons';
import { PagePictures } from './page-pictures';
import { LookFields, PaletteFields } from './palette-fields';
import { SaveRefusal } from './save-refusal';
import { ThemePreview } from './theme-preview';
import { TokenFields } from './token-fields';
import { useEditorKeys } from './use-editor-keys';

type ThemeEditorProps = {
  tenant: string;
  stored: Versioned<TenantTheme>;
  mayChange: boolean;
  /** Address of the logo in effect. */
  logo: string | undefined;
  /** Address of the site, if visitors reach it. */
  site: string | undefined;
  /** What is below the colours: the logo. */
  children: ReactNode;
};

const draftIn = ({ value }: Versioned<TenantTheme>) => (value.theme ? draftOf(value.theme) : undefined);

/** The theme as a draft beside its preview. Saved only over the version that the draft began with. */
export function ThemeEditor({ tenant, stored, mayChange, logo, site, children }: ThemeEditorProps) {
  const [base, setBase] = useState(stored);
  const history = useHistory<Draft | undefined>(draftIn(stored));
  const fields = useRef<HTMLDivElement>(null);
  const save = useSaveTheme(tenant);
  const draft = history.value;
  const count = countDifferences(draftIn(base), draft);
  const isDirty = count > 0;
  const preview = useThemePreview(tenant, isDirty ? draft : undefined, base.value);
  const lacking = failing(preview.shown?.contrast ?? []).length;

  function begin(version: Versioned<TenantTheme>) {
    setBase(version);
    history.begin(draftIn(version));
    save.reset();
  }

  // A newer version replaces the draft only while it holds no input; one with the same colours, such as another logo, never
  // stands in the way of saving.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another version begins anew
  useEffect(() => {
    if (stored.etag === base.etag) return;
    const isSame = countDifferences(draftIn(base), draftIn(stored)) === 0;
    if (!isDirty && !isSame) history.begin(draftIn(stored));
    if (!isDirty || isSame) setBase(stored);
  }, [stored]);

  useBlocker({
    shouldBlockFn: () => isDirty && !window.confirm('Leave without saving the theme?'),
    enableBeforeUnload: isDirty,
  });

  function onSave() {
    if (!draft || !isDirty) return;
    save.run({ draft: changeOf(draft), etag: base.etag }, { onSuccess: setBase });
  }

  function change(next: Draft, part: string) {
    if (save.isSuccess || save.isError) save.reset();
    history.change(next, part);
  }

  useEditorKeys({
    fields,
    isOn: mayChange,
    onUndo: history.undo,
    onRedo: history.redo,
    onSave: isDirty ? onSave : undefined,
  });

  if (!draft)
    return (
      <>
        <NothingYet
          title="The application's own look"
          action={
            mayChange && (
              <Button variant="primary" onClick={() => change(firstDraft, 'begin')}>
                Choose colours
              </Button>
            )
          }
        >
          {mayChange
            ? 'This tenant has no theme. Begin with the address of a website above, or with one colour: shades, light and dark follow from it.'
            : 'This tenant has no theme.'}
        </NothingYet>
        {children}
      </>
    );

  return (
    <>
      {save.error && <SaveRefusal problem={toProblem(save.error)} onReload={() => begin(stored)} />}
      {save.isSuccess && (
        <Notice tone="good" title={`Version ${save.result?.value.version} is saved`}>
          <p className="flex flex-wrap items-center gap-2">
            {site
              ? 'Visitors see it within a second, without a deployment.'
              : 'Visitors see it once the site is up.'}
            {site && (
              <SiteLink size="sm" href={site}>
                Open site
              </SiteLink>
            )}
          </p>
        </Notice>
      )}
      {preview.error && <SaveRefusal problem={toProblem(preview.error)} onReload={() => begin(stored)} />}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
        <div ref={fields} className="grid min-w-0 gap-4">
          <fieldset disabled={!mayChange} className="grid min-w-0 gap-4">
            <legend className="sr-only">Theme</legend>
            <PaletteFields draft={draft} theme={preview.shown?.theme} onChange={change} />
            <LookFields draft={draft} onChange={change} />
          </fieldset>
          <TokenFields draft={draft} theme={preview.shown?.theme} mayChange={mayChange} onChange={change} />
          {children}
        </div>
        <div className="grid min-w-0 gap-4">
          {preview.shown && (
            <>
              <ContrastList
                preview={preview.shown}
                isStale={preview.isStale}
                isKept={draft.brandOverride}
                mayChange={mayChange}
                onRepair={(pair) => change(repaired(draft, pair), 'repair')}
                onKeep={(brandOverride) => change({ ...draft, brandOverride }, 'brandOverride')}
              />
              <ThemePreview
                theme={preview.shown.theme}
                logo={logo}
                isStale={preview.isStale}
                actions={
                  <span className="flex items-center gap-2">
                    <ExchangeButtons
                      tenant={tenant}
                      theme={preview.shown.theme}
                      mayChange={mayChange}
                      onImport={(next) => change(next, 'import')}
                    />
                    {mayChange && <EditorBar history={history} />}
                  </span>
                }
              />
            </>
          )}
          {mayChange && <PagePictures tenant={tenant} draft={draft} site={site} />}
        </div>
      </div>
      {isDirty && mayChange && (
        <UnsavedBar text={barText(count, draft.brandOverride ? 0 : lacking)}>
          <Button onClick={() => begin(stored)}>Reset</Button>
          <Button variant="primary" isPending={save.isPending} onClick={onSave}>
            Save and publish
          </Button>
        </UnsavedBar>
      )}
    </>
  );
}

function barText(changes: number, lacking: number): string {
  const text = changes === 1 ? '1 unsaved change' : `${changes} unsaved changes`;
  return lacking === 0
    ? text
    : `${text}; ${lacking === 1 ? '1 pair lacks' : `${lacking} pairs lack`} contrast`;
}

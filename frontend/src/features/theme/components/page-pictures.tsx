import { Camera } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Skeleton } from '@/shared/feedback/skeleton';
import { Button } from '@/shared/ui/button';
import { TextField } from '@/shared/ui/field';
import { Notice } from '@/shared/ui/notice';
import { Panel } from '@/shared/ui/panel';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { usePagePictures } from '../api/pictures';
import { changeOf, type Draft, type Scheme } from '../model';
import { PagePicture } from './page-picture';
import { Segments } from './segments';

type PagePicturesProps = {
  tenant: string;
  draft: Draft;
  /** Address of the site, if visitors reach it. */
  site: string | undefined;
};

/** The tenant's own page in the draft, as pictures that a browser on its server takes when it is asked for. */
export function PagePictures({ tenant, draft, site }: PagePicturesProps) {
  const [path, setPath] = useState('');
  const [scheme, setScheme] = useState<Scheme>('light');
  const [device, setDevice] = useState<'desktop' | 'phone'>('desktop');
  const take = usePagePictures(tenant);
  const wanted = { draft: changeOf(draft), path: path.trim() };
  const isStale = take.isSuccess && JSON.stringify(take.variables) !== JSON.stringify(wanted);
  const shown = take.result?.pictures.find((one) => one.device === device && one.scheme === scheme);

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (!take.isPending) take.run(wanted);
  }

  return (
    <Panel title="Your page">
      {site === undefined ? (
        <p className="text-muted">Once the site is up, its pages are shown here in the colours above.</p>
      ) : (
        <div className="grid gap-3">
          <form className="flex flex-wrap items-start gap-2" onSubmit={onSubmit}>
            <div className="min-w-0 flex-1 basis-56">
              <TextField
                label="Page of the site"
                placeholder="/"
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                className="font-mono"
                hint={`A browser on the server opens ${site} with these colours. Visitors see nothing of it.`}
                value={path}
                onChange={(event) => setPath(event.target.value)}
              />
            </div>
            <Button type="submit" isPending={take.isPending} className="mt-7">
              <Camera aria-hidden />
              {take.isSuccess ? 'Show it again' : 'Show the page'}
            </Button>
          </form>
          {take.error && <ProblemNotice error={take.error} />}
          {take.isPending && <Skeleton label="The page is being opened, for about three seconds" rows={3} />}
          {take.result && !take.isPending && (
            <>
              {!take.result.worn && (
                <Notice tone="warn" title="The page does not load the theme">
                  It did not ask for the style sheet that the manifest names, so it looks as without a theme.
                </Notice>
              )}
              <div className="flex flex-wrap items-center justify-between gap-2">
                <Segments<Scheme>
                  label="Scheme of the page"
                  options={[
                    { value: 'light', label: 'Light' },
                    { value: 'dark', label: 'Dark' },
                  ]}
                  value={scheme}
                  onChange={setScheme}
                />
                <p role="status" className="text-sm text-muted">
                  {isStale
                    ? 'Taken before the last change.'
                    : `Taken in ${(take.result.durationMs / 1000).toFixed(1)} s.`}
                </p>
                <Segments<'desktop' | 'phone'>
                  label="Width of the page"
                  options={[
                    { value: 'phone', label: 'Phone' },
                    { value: 'desktop', label: 'Desktop' },
                  ]}
                  value={device}
                  onChange={setDevice}
                />
              </div>
              {shown ? (
                <PagePicture picture={shown} address={take.result.address} isStale={isStale} />
              ) : (
                <p className="text-muted">This picture could not be taken in time.</p>
              )}
            </>
          )}
        </div>
      )}
    </Panel>
  );
}

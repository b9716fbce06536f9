import { useQuery } from '@tanstack/react-query';
import { createFileRoute, getRouteApi } from '@tanstack/react-router';
import {
  nginxConfigOptions,
  nginxConfigsOptions,
  useReloadNginx,
  useTestNginx,
} from '@/features/nginx/api/nginx';
import { ConfigList } from '@/features/nginx/components/config-list';
import { ConfigText } from '@/features/nginx/components/config-text';
import { type Place, placeOf } from '@/features/nginx/model';
import { toProblem } from '@/shared/api/problem';
import { warm } from '@/shared/api/warm';
import { Loaded } from '@/shared/feedback/loaded';
import { Button } from '@/shared/ui/button';
import { Notice } from '@/shared/ui/notice';
import { Page } from '@/shared/ui/page';
import { ProblemNotice } from '@/shared/ui/problem-notice';

type Search = { file?: string };

export const Route = createFileRoute('/_app/nginx')({
  validateSearch: ({ file }: Record<string, unknown>): Search => ({
    file: typeof file === 'string' && file !== '' ? file : undefined,
  }),
  loader: ({ context: { queryClient }, cause }) =>
    warm(cause, () => [queryClient.prefetchQuery(nginxConfigsOptions())]),
  component: NginxPage,
});

const route = getRouteApi('/_app/nginx');

function NginxPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useQuery(nginxConfigsOptions());
  const test = useTestNginx();
  const reload = useReloadNginx();
  const file = search.file ?? list.data?.items[0]?.name;
  const text = useQuery({ ...nginxConfigOptions(file ?? ''), enabled: file !== undefined });
  const refusal = reload.error ? toProblem(reload.error) : undefined;
  const tested = test.result;
  const wrong: Place | undefined = refusal
    ? placeOf(refusal.fieldErrors)
    : tested?.file && tested.line
      ? { file: tested.file, line: tested.line }
      : undefined;

  const show = (place: Place | undefined) => place && void navigate({ search: { file: place.file } });

  return (
    <Page
      title="NGINX"
      width="wide"
      isScreen
      about={
        list.data &&
        list.data.generation !== null && (
          <span className="tabular-nums">Generation {list.data.generation}</span>
        )
      }
      actions={
        <>
          <Button
            isPending={test.isPending}
            onClick={() => {
              reload.reset();
              test.run(undefined, {
                onSuccess: ({ file: name, line }) => show(name && line ? { file: name, line } : undefined),
              });
            }}
          >
            Test
          </Button>
          <Button
            variant="primary"
            isPending={reload.isPending}
            onClick={() => {
              test.reset();
              reload.run(undefined, { onError: (problem) => show(placeOf(problem.fieldErrors)) });
            }}
          >
            Test and reload
          </Button>
        </>
      }
    >
      <div className="grid empty:hidden">
        {test.isSuccess && tested && (
          <Outcome
            isGood={tested.valid}
            good="NGINX accepts this configuration"
            bad="NGINX refuses this configuration"
            reason={tested.valid ? undefined : where(wrong, tested.reason)}
          />
        )}
        {reload.isSuccess && <Outcome isGood good="NGINX was reloaded" bad="" />}
        {refusal?.code === 'nginx.invalid' && (
          <Outcome
            isGood={false}
            good=""
            bad="NGINX refuses this configuration, and works on as before"
            reason={refusal.detail}
          />
        )}
        {[test.error, refusal?.code === 'nginx.invalid' ? null : reload.error].map(
          (error) =>
            error && (
              <div key={error.message} className="border-b border-line p-4 lg:px-6">
                <ProblemNotice error={error} />
              </div>
            ),
        )}
      </div>
      <Loaded query={list}>
        {({ items }) => (
          <div className="grid min-h-0 flex-1 lg:grid-cols-[19rem_minmax(0,1fr)]">
            <div className="min-h-0 border-line max-lg:border-b lg:overflow-y-auto lg:border-r">
              <ConfigList files={items} wrong={wrong?.file} />
            </div>
            <div className="flex min-h-60 min-w-0 flex-col max-lg:h-[70dvh]">
              <Loaded query={text}>
                {(shown) => (
                  <ConfigText
                    name={shown.name}
                    text={shown.text}
                    wrongLine={wrong?.file === shown.name ? wrong.line : undefined}
                  />
                )}
              </Loaded>
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

type OutcomeProps = { isGood: boolean; good: string; bad: string; reason?: string | null };

function Outcome({ isGood, good, bad, reason }: OutcomeProps) {
  return (
    <div className="border-b border-line p-4 lg:px-6">
      <Notice tone={isGood ? 'good' : 'bad'} title={isGood ? good : bad}>
        {reason}
      </Notice>
    </div>
  );
}

function where(place: Place | undefined, reason: string | null | undefined): string | undefined {
  return place ? `${place.file}, line ${place.line}: ${reason}` : (reason ?? undefined);
}

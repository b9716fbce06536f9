import { useQuery } from '@tanstack/react-query';
import { Link, useBlocker, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { nextPortsOptions } from '@/features/port/api/ports';
import type { Tenant } from '@/features/tenant/model';
import { useIsAllowed } from '@/shared/session/use-session';
import { Button, ButtonLink } from '@/shared/ui/button';
import { Page } from '@/shared/ui/page';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { SecretOnce } from '@/shared/ui/secret-once';
import { BasicsStep } from './basics-step';
import { ConfigurationStep } from './configuration-step';
import { DeployStep } from './deploy-step';
import { ReviewStep } from './review-step';
import type { Actions } from './step-frame';
import { Stepper } from './stepper';
import { indexOf, type StepId, steps, type WizardSearch } from './steps';
import { ThemeChoice } from './theme-choice';
import { ThemeStep } from './theme-step';
import { useChecks } from './use-checks';
import { useCreation } from './use-creation';
import { useValues } from './use-values';
import { missingOf, type Problems, problemsOf, stepOf, type WizardValues } from './wizard-values';

/** From nothing to a live tenant, in five steps. Each step is an address; the input is kept until it is sent or dropped. */
export function Wizard({ search }: { search: WizardSearch }) {
  const navigate = useNavigate();
  const mayUseDirectory = useIsAllowed('admin');
  const { values, change, drop, restored } = useValues();
  const checks = useChecks(values);
  const creation = useCreation();
  const { data: ports } = useQuery({ ...nextPortsOptions(), throwOnError: false });
  /** What is done once the password has been acknowledged. */
  const [afterwards, setAfterwards] = useState<'show' | 'choose' | 'follow'>();
  const [isConfirming, setIsConfirming] = useState(false);

  const step = search.step === 'deploy' && !search.tenant ? 'review' : (search.step ?? 'basics');
  const isCreated = search.tenant !== undefined;
  const created = creation.created?.slug === search.tenant ? creation.created : undefined;
  const own = problemsOf(values);
  const problems: Problems = { ...creation.refused, ...checks.refused, ...own };
  const missing = missingOf(values, checks.source);
  const password = created?.config.adminPassword.value;
  const isPasswordOpen = Boolean(password) && afterwards !== undefined;

  useBlocker({
    // What was shown once is gone with the page; a draft is not, so nothing else asks.
    shouldBlockFn: ({ next }) =>
      isPasswordOpen &&
      next.pathname !== '/tenants/new' &&
      !window.confirm('The password is shown only now. Leave without it?'),
    enableBeforeUnload: isPasswordOpen,
  });

  function go(to: StepId, more: WizardSearch = {}) {
    void navigate({ to: '/tenants/new', search: { step: to, ...more } });
  }

  function edit(next: WizardValues) {
    creation.forget();
    change(next);
  }

  /** On to the next step, unless a field of this one is wrong. */
  function next() {
    // A source that cannot be looked at now may be reached by the deployment: it is said, and holds up nothing.
    const inTheWay = Object.keys(problems).filter((field) => field in own || !field.startsWith('source.'));
    if (inTheWay.some((field) => stepOf(field) === step)) return;
    const following = steps[indexOf(step) + 1]?.id ?? 'review';
    go(search.back === 'review' ? 'review' : following);
  }

  /** All refusals of one submission are shown together: this page's, and the manager's before anything is made. */
  async function submit(isDeployed: boolean) {
    if (isConfirming || creation.isCreating || isCreated) return;
    if (Object.keys(own).length > 0 || (isDeployed && missing.length > 0)) return;
    setIsConfirming(true);
    const taken = await checks.confirm();
    setIsConfirming(false);
    if (Object.keys(taken).length > 0) return creation.reject(taken);
    creation.create(values, (tenant) => onCreated(tenant, isDeployed));
  }

  function onCreated(tenant: Tenant, isDeployed: boolean) {
    drop();
    const { slug } = tenant;
    const isShown = Boolean(tenant.config.adminPassword.value);
    const isChosen = values.look === 'website';
    setAfterwards(isDeployed ? 'follow' : isChosen ? 'choose' : 'show');
    const isStaying = isDeployed || isShown || isChosen;
    if (isStaying) go('deploy', { tenant: slug });
    if (isDeployed && values.look !== 'colour') deploy(slug);
    if (values.look !== 'own')
      creation.dress(slug, values, (analysis) => {
        if (analysis) amend(slug, { analysis });
        // The deployment remembers the version of the theme that visitors get with it.
        if (isDeployed && values.look === 'colour') deploy(slug);
      });
    if (!isStaying) show(slug);
  }

  function deploy(slug: string) {
    creation.deploy(slug, (deployment) => amend(slug, { deployment }));
  }

  /** What has begun for the tenant is part of the address of the last step, beside what is there already. */
  function amend(slug: string, more: Pick<WizardSearch, 'deployment' | 'analysis'>) {
    void navigate({
      to: '/tenants/new',
      search: (before) => ({
        step: 'deploy',
        tenant: slug,
        deployment: before.deployment,
        analysis: before.analysis,
        ...more,
      }),
      replace: true,
    });
  }

  function show(slug: string) {
    void navigate({ to: '/tenants/$tenant', params: { tenant: slug } });
  }

  function onStored() {
    const slug = created?.slug;
    setAfterwards(undefined);
    if (afterwards === 'show' && slug) setTimeout(() => show(slug));
  }

  const back = steps[indexOf(step) - 1]?.id;
  const usualActions: Actions = (onNext) => (
    <>
      {search.back === 'review' ? (
        <ButtonLink to="/tenants/new" search={{ step: 'review' }} variant="quiet">
          Back to the review
        </ButtonLink>
      ) : back ? (
        <ButtonLink to="/tenants/new" search={{ step: back }} variant="quiet">
          Back
        </ButtonLink>
      ) : (
        <ButtonLink to="/tenants" variant="quiet">
          Leave
        </ButtonLink>
      )}
      <Button variant="primary" onClick={onNext}>
        {search.back === 'review' ? 'Save' : 'Continue'}
      </Button>
    </>
  );

  return (
    <Page
      title={created?.name ?? search.tenant ?? 'New tenant'}
      width={step === 'deploy' && !isPasswordOpen ? 'wide' : 'text'}
      isScreen={step === 'deploy' && !isPasswordOpen}
      trail={<Link to="/tenants">Tenants</Link>}
      below={
        <Stepper
          step={step}
          reached={Object.keys(own).length === 0 ? 'review' : 'basics'}
          isCreated={isCreated}
        />
      }
    >
      {step !== 'deploy' && restored !== 'no' && (
        <p className="flex max-w-2xl flex-wrap items-center justify-between gap-2 rounded-md bg-sunken px-3 py-1.5 text-sm">
          {restored === 'whole'
            ? 'Your unfinished input was restored.'
            : 'Your unfinished input was restored, without its secret values.'}
          <Button variant="quiet" size="sm" onClick={drop}>
            Start anew
          </Button>
        </p>
      )}
      {step === 'basics' && (
        <BasicsStep
          values={values}
          onChange={edit}
          problems={own}
          refused={{ ...creation.refused, ...checks.refused }}
          isReviewed={search.back === 'review'}
          checks={checks}
          mayUseDirectory={mayUseDirectory}
          takesFocus={search.step !== undefined}
          actions={usualActions}
          onNext={next}
        />
      )}
      {step === 'configuration' && (
        <ConfigurationStep
          values={values}
          onChange={edit}
          refused={creation.refused}
          missing={missing}
          application={checks.source?.name ?? undefined}
          actions={usualActions}
          onNext={next}
        />
      )}
      {step === 'theme' && (
        <ThemeStep
          values={values}
          onChange={edit}
          problems={own}
          isReviewed={search.back === 'review'}
          actions={usualActions}
          onNext={next}
        />
      )}
      {step === 'review' && (
        <ReviewStep
          values={values}
          problems={problems}
          failure={creation.failure && <ProblemNotice error={creation.failure} />}
          missing={missing}
          nextPort={ports?.items[0]?.frontend}
          application={checks.source?.name ?? undefined}
          onNext={() => void submit(true)}
          actions={(onNext) => (
            <>
              <ButtonLink to="/tenants/new" search={{ step: 'theme' }} variant="quiet">
                Back
              </ButtonLink>
              <Button isPending={isConfirming || creation.isCreating} onClick={() => void submit(false)}>
                Create without deploying
              </Button>
              <Button variant="primary" isPending={isConfirming || creation.isCreating} onClick={onNext}>
                Create and deploy
              </Button>
            </>
          )}
        />
      )}
      {step === 'deploy' && isPasswordOpen && password && (
        <div className="grid max-w-2xl gap-4">
          <p>
            <span className="font-semibold">{created?.name}</span> was created
            {afterwards === 'follow' ? ' and is being deployed' : ' as a draft'}. Its administrator signs in
            as <code className="font-mono text-sm">{created?.config.adminUsername}</code> with this password.
          </p>
          <SecretOnce
            title="Administrator's password"
            name="password"
            secret={password}
            done="Stored, continue"
            onDone={onStored}
          />
        </div>
      )}
      {step === 'deploy' && !isPasswordOpen && search.tenant && (
        <DeployStep
          tenant={search.tenant}
          deployment={search.deployment}
          refusal={creation.deployRefusal}
          isDeploying={creation.isDeploying}
          onDeploy={() => deploy(search.tenant ?? '')}
          onForget={creation.forgetDeployRefusal}
          theme={
            (search.analysis || creation.lookRefusal) && (
              <ThemeChoice
                tenant={search.tenant}
                analysis={search.analysis}
                refusal={creation.lookRefusal}
                onStarted={(analysis) => amend(search.tenant ?? '', { analysis })}
              />
            )
          }
        />
      )}
    </Page>
  );
}

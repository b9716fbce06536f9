import { createFileRoute, getRouteApi, redirect, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { AwayBanner } from '@/app/shell/away-banner';
import { LoginForm } from '@/features/auth/components/login-form';
import { connection } from '@/shared/live/connection';
import { safeNext } from '@/shared/next-path';
import { session } from '@/shared/session/session';
import { BrandMark } from '@/shared/ui/brand';

export const Route = createFileRoute('/login')({
  // `next` is always set, so that the parent's raw search value is never used.
  validateSearch: (search: Record<string, unknown>): { next?: string } => ({
    next: search.next === undefined ? undefined : safeNext(search.next),
  }),
  beforeLoad({ search }) {
    if (session.get().user) throw redirect({ href: search.next ?? '/' });
  },
  component: LoginPage,
});

const route = getRouteApi('/login');

const checkMs = 4000;

function LoginPage() {
  const { next } = route.useSearch();
  const router = useRouter();

  useEffect(() => {
    document.title = 'Sign in · Tenant Manager';
    // This page has no stream of events that would tell of an outage.
    const timer = setInterval(() => !document.hidden && connection.check(), checkMs);
    return () => clearInterval(timer);
  }, []);

  return (
    <main className="grid min-h-dvh grid-rows-[auto_1fr] lg:grid-rows-1 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <section
        aria-hidden
        className="relative flex overflow-hidden bg-rail px-4 py-8 text-rail-ink sm:px-10 lg:p-16"
      >
        <BrandMark className="absolute -right-10 -bottom-24 size-64 text-rail-raised lg:-right-28 lg:-bottom-40 lg:size-[40rem]" />
        <div className="relative mx-auto w-full max-w-sm lg:mx-0">
          <BrandMark className="size-9 text-rail-mark lg:size-11" />
          <p className="mt-3 text-2xl font-semibold tracking-tight lg:mt-5">Tenant Manager</p>
          <p className="mt-2 text-lg text-rail-muted text-pretty max-lg:hidden">
            Two slots per site: one is live while the other prepares the next release. Deployments without
            downtime.
          </p>
        </div>
      </section>
      <section className="flex px-4 py-8 sm:px-10 lg:items-center lg:px-16">
        <div className="mx-auto w-full max-w-sm lg:mx-0">
          <div className="mb-4 overflow-hidden rounded-md">
            <AwayBanner />
          </div>
          <h1 className="mb-6 text-xl font-semibold tracking-tight">Sign in</h1>
          <LoginForm onSignedIn={() => router.history.push(next ?? '/')} />
        </div>
      </section>
    </main>
  );
}

import { describe, expect, it } from 'vitest';
import { aDeployment } from '@/test/fixtures';
import {
  elapsedMs,
  failureReport,
  lastError,
  latest,
  rollbackTargets,
  type Step,
  stepCount,
  withEnd,
  withProgress,
  withStep,
} from './model';

const done: Step = {
  id: 'verify-health',
  title: 'Health check',
  status: 'done',
  startedAt: '2026-03-01T10:00:01Z',
  durationMs: 2000,
  detail: null,
};

describe('a followed deployment', () => {
  it('applies each step event', () => {
    const deployment = withStep(aDeployment({ status: 'queued' }), done);
    expect(deployment.steps.map(({ status }) => status)).toEqual(['done', 'done', 'pending']);
    expect(deployment.status).toBe('running');
  });

  it('accepts an unknown step', () => {
    expect(withStep(aDeployment(), { ...done, id: 'backup' }).steps.at(-1)?.id).toBe('backup');
  });

  it('never moves back if an older answer arrives after an event', () => {
    const older = aDeployment();
    const ahead = withProgress(withStep(older, done), { progressPercent: 70, currentStep: 'switch' });
    expect(latest(ahead, older)).toMatchObject({ progressPercent: 70, currentStep: 'switch' });
    expect(latest(ahead, older).steps[1]?.status).toBe('done');
    expect(withProgress(ahead, { progressPercent: 60, currentStep: 'verify-health' })).toBe(ahead);
  });

  it('stays ended', () => {
    const ended = withEnd(aDeployment(), { status: 'succeeded', failure: null });
    expect(ended).toMatchObject({ status: 'succeeded', progressPercent: 100 });
    expect(latest(ended, aDeployment())).toBe(ended);
  });

  it('stops its progress bar at the failure', () => {
    const failure = {
      step: 'verify-health',
      code: 'health.not-healthy',
      detail: 'The backend answered 500',
      undone: true,
      lastLines: [],
    };
    expect(withEnd(aDeployment(), { status: 'failed', failure }).progressPercent).toBe(40);
  });
});

it('counts skipped steps as done', () => {
  const [first, ...rest] = aDeployment().steps;
  expect(stepCount([{ ...(first as Step), status: 'skipped' }, ...rest])).toEqual({ done: 1, total: 3 });
});

it('takes the duration from the manager after the end, from the clock until then', () => {
  const start = '2026-03-01T10:00:00Z';
  expect(elapsedMs({ startedAt: null, durationMs: null }, 0)).toBeUndefined();
  expect(elapsedMs({ startedAt: start, durationMs: null }, Date.parse(start) + 1500)).toBe(1500);
  expect(elapsedMs({ startedAt: start, durationMs: null }, Date.parse(start) - 1500)).toBe(0);
  expect(elapsedMs({ startedAt: start, durationMs: 42 }, Date.parse(start) + 1500)).toBe(42);
});

it('formats a failure for a ticket', () => {
  const failure = {
    step: 'start-services',
    code: 'service.exited',
    detail: 'Exited with 1.',
    undone: false,
    lastLines: ['boom'],
  };
  const report = failureReport(aDeployment(), failure);
  expect(report).toContain('step: start-services');
  expect(report).toContain('Some changes could not be undone.');
  expect(report.endsWith('boom')).toBe(true);
});

describe('the targets of a rollback', () => {
  const succeeded = (id: string, release: string, kind: 'deploy' | 'rollback' | 'restart' = 'deploy') =>
    aDeployment({
      id,
      kind,
      status: 'succeeded',
      release: { id: release, ref: 'main', commit: release, message: null },
    });

  it('are the earlier releases, each once, without the live one and without restarts', () => {
    const targets = rollbackTargets([
      succeeded('5', 'r2', 'restart'),
      succeeded('4', 'r3'),
      succeeded('3', 'r2', 'rollback'),
      succeeded('2', 'r2'),
      succeeded('1', 'r1'),
    ]);
    expect(targets.map(({ id }) => id)).toEqual(['3', '1']);
  });
});

describe('the line shown of a failure', () => {
  it('is the last one that names an error, else the last one with text', () => {
    expect(lastError(['ERROR first', 'java.lang.Exception: second', '    at Main', ''])).toContain('second');
    expect(lastError(['one', 'two', ' '])).toBe('two');
    expect(lastError([])).toBeUndefined();
  });
});

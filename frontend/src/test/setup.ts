import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import { session } from '@/shared/session/session';
import { FakeEvents } from './fake-events';
import { server } from './server';

// The first page of a file loads its code too, which a busy machine does slowly.
configure({ asyncUtilTimeout: 10_000 });

// Browser features that jsdom lacks.
vi.stubGlobal('scrollTo', () => undefined);
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    disconnect() {}
  },
);
vi.stubGlobal('EventSource', FakeEvents);
vi.stubGlobal('matchMedia', (media: string) => ({ matches: false, media, addEventListener() {} }));
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
  this.dispatchEvent(new Event('close'));
};

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => {
  cleanup();
  server.resetHandlers();
  session.signedOut();
  localStorage.clear();
  FakeEvents.opened = [];
});
afterAll(() => server.close());

import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

// Uses a running product at BASE_URL, whose admin has the password ADMIN_PASSWORD; or the mock, started here on
// MOCK_PORT.
const product = process.env.BASE_URL;
const mockPort = product ? undefined : process.env.MOCK_PORT;
// The browsers that deploy/setup accepts, under the names that Debian, Ubuntu and Google give them.
const browser = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const mock = `http://127.0.0.1:${mockPort}`;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/artifacts',
  timeout: 240_000,
  expect: { timeout: 10_000 },
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: `test-results/playwright${mockPort ? '-mock' : ''}.json` }]],
  webServer: mockPort
    ? {
        command: 'node e2e/mock-server.mjs',
        env: { PORT: mockPort, STEP_MS: '500' },
        url: `${mock}/q/health/live`,
        reuseExistingServer: false,
      }
    : undefined,
  projects: [
    { name: 'e2e', testMatch: '*.spec.ts', testIgnore: ['mock-only.spec.ts', '*.mock.spec.ts'] },
    { name: 'mock', testMatch: '*.spec.ts' },
    { name: 'screenshots', testMatch: 'screenshots.ts' },
  ],
  use: {
    baseURL: mockPort ? mock : (product ?? 'http://127.0.0.1:32201'),
    ignoreHTTPSErrors: true,
    actionTimeout: 10_000,
    // TRACE=1 keeps a trace of each failed test. Recording one takes more of the processors than the test itself.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? browser,
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});

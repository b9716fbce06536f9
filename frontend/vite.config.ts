import tailwindcss from '@tailwindcss/vite';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { precompress } from './scripts/precompress.ts';
import { preloadFont } from './scripts/preload-font.ts';

const api = process.env.TENANTMGR_API_ORIGIN ?? 'http://127.0.0.1:32200';

export default defineConfig({
  plugins: [
    tanstackRouter({ target: 'react', autoCodeSplitting: true, quoteStyle: 'single' }),
    react(),
    tailwindcss(),
    preloadFont(),
    precompress(),
  ],
  resolve: { tsconfigPaths: true },
  server: {
    port: 32201,
    strictPort: true,
    proxy: { '/api': api, '/q': api, '/ws': { target: api, ws: true } },
  },
  // The Content-Security-Policy allows no `data:` fonts or scripts, so nothing is inlined.
  // .size-limit.mjs reads from the manifest what each page loads.
  build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 300, manifest: true },
  test: {
    environment: 'jsdom',
    environmentOptions: { jsdom: { url: 'http://localhost:32201/' } },
    setupFiles: ['src/test/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    restoreMocks: true,
    testTimeout: 20_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.{ts,tsx}'],
      exclude: ['src/**/*.gen.ts', 'src/test/**', 'src/**/*.test.*'],
      reporter: ['text-summary', 'json-summary'],
    },
  },
});

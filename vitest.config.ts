import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['node_modules/**', 'dist/**', '.data/**'],
    globalSetup: ['check/database-servers.ts', 'check/web/delivered.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // A page of a busy machine takes its time.
    expect: { poll: { timeout: 10_000 } },
  },
});

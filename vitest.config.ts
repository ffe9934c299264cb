import { defineConfig } from 'vitest/config'

const slow = { testTimeout: 60_000, hookTimeout: 120_000 }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{packages,src,scripts,test}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/*.{database,store,routes,browser}.test.{ts,tsx}', 'test/journeys/**'],
          isolate: false,
          pool: 'threads',
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'database',
          include: ['{src,test}/**/*.{database,store,routes}.test.{ts,tsx}'],
          globalSetup: ['test/support/postgres.setup.ts'],
          isolate: false,
          ...slow,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['{src,test}/**/*.browser.test.{ts,tsx}', 'test/journeys/**/*.test.ts'],
          globalSetup: ['test/support/build.setup.ts', 'test/support/postgres.setup.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'torture',
          include: ['{packages,src,test}/**/*.torture.ts'],
          fileParallelism: false,
          testTimeout: 3_600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})

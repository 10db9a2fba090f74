import { defineConfig } from 'vitest/config';
import ClosingLine from './test/support/closing-line.js';
import LongestFirst from './test/support/longest-first.js';

/** What is built is what is tested, by Node itself: nothing is transformed, and each worker loads the service once for all its files. */
export default defineConfig({
  test: {
    include: ['dist/**/*.spec.js'],
    globals: true,
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    execArgv: ['--disable-warning=DeprecationWarning'],
    experimental: { viteModuleRunner: false },
    globalSetup: ['test/support/global-setup.js'],
    setupFiles: ['dist/test/support/each-file.js'],
    sequence: { sequencer: LongestFirst },
    reporters: ['default', new ClosingLine()],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // BullMQ and undici keep timers for some seconds after they are closed.
    teardownTimeout: 20_000,
  },
});

export default {
  rootDir: '.',
  roots: ['<rootDir>/libs', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: { '^#([a-z]+)$': '<rootDir>/libs/$1/index.ts', '^(\\.{1,2}/.*)\\.js$': '$1' },
  globalSetup: '<rootDir>/test/support/global-setup.js',
  globalTeardown: '<rootDir>/test/support/global-teardown.js',
  testTimeout: 120_000,
  // BullMQ and undici keep timers for some seconds after they are closed.
  openHandlesTimeout: 20_000,
  maxWorkers: 2,
  // A worker keeps every file's modules; one that has grown is slow, so a fresh one takes its place.
  workerIdleMemoryLimit: '1200MB',
  testSequencer: '<rootDir>/test/support/longest-first.js',
  reporters: ['default', '<rootDir>/test/support/closing-line.js'],
};

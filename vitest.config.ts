import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first.ts';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/global-setup.ts'],
    reporters: ['default', './tests/support/closing-line.ts'],
    // As many files at once as there are cores: vitest leaves one of them idle by itself, half of a small machine.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    // Test files of a worker share what they import: to read it all anew took each of them seconds. So nothing that is
    // imported may remember what a test did.
    isolate: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    env: {
      // The CDK's template validator runs in `npm run synth`; in tests it only costs time.
      CDK_VALIDATION: 'false',
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      POWERTOOLS_DEV: 'false',
    },
  },
});

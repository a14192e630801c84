import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one plain line that any reader of the log understands: `12 passed, 0 failed, 1 skipped`. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const count = { passed: 0, failed: unhandled.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state] += 1;
      // What could not be loaded or prepared has no tests that ran, and still is a failure.
      for (const whole of [module, ...module.children.allSuites()])
        if (whole.state() === 'failed' && whole.errors().length > 0) count.failed += 1;
    }
    process.stdout.write(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`);
  }
}

// `N passed, N failed` from Jest's JSON result. Fails when a test failed or none passed. A file that could not even be
// loaded counts as one failed test.
import { existsSync, readFileSync } from 'node:fs';

const path = process.argv[2] ?? '';
const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = existsSync(path)
  ? JSON.parse(readFileSync(path, 'utf8'))
  : { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };
const failed = numFailedTests + numRuntimeErrorTestSuites;
console.log(`${numPassedTests} passed, ${failed} failed`);
process.exit(failed > 0 || numPassedTests === 0 ? 1 : 0);

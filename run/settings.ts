// Only looks whether the settings are right: one sentence and exit code 2 when they are not.
import { CannotStart, readConfig } from '../server/platform/config.ts';

try {
  readConfig(process.argv.slice(2), process.env);
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

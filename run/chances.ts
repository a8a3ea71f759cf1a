// Properties try the same cases in every run, so that what turns red was broken by what was changed.
// `CHANCES=new npm run vitest` tries others; a failure prints the seed that shows it again.
import fc from 'fast-check';

if (process.env['CHANCES'] !== 'new') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 1 });

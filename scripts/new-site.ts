/**
 * `npm run new-site NAME`: an adapter to fill in, with its line in the registry, a fixture and near misses.
 * What it makes is formatted, linted and typed; its test fails and says what to do next.
 */
import { ROOT } from './browser/extension';
import { makeSite } from './new-site/make';
import { say } from './setup/process.mjs';

const USAGE = 'usage: npm run new-site NAME (small letters, digits and hyphens: example-press)';

const [name, ...others] = process.argv.slice(2);
if (name === undefined || others.length > 0) {
  say(USAGE);
  process.exit(2);
}
const made = makeSite(ROOT, name);
if (!made.ok) {
  say(made.error);
  process.exit(2);
}
for (const file of made.files) console.log(file);
say('next: docs/adding-a-site.md, and `npm test -- unit` says what is missing.');

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Candidate, changesOf, faultsOf, packedIn } from '@/scripts/release/check';

const CHANGELOG = '# Changes\n\n## 0.2.0\n\n- Maps.\n\n## 0.1.0\n\nThe first.\n';
const FIT: Candidate = {
  tag: 'v0.2.0',
  version: '0.2.0',
  changelog: CHANGELOG,
  tagged: 'abc',
  head: 'abc',
  isClean: true,
};

it('takes a version’s own part of the changes', () => {
  expect(changesOf(CHANGELOG, '0.2.0')).toBe('- Maps.');
  expect(changesOf(CHANGELOG, '0.1.0')).toBe('The first.');
  expect(changesOf(CHANGELOG, '0.3.0')).toBeNull();
});

it('refuses a tag of another version, of another commit or of none, and changes that are not committed', () => {
  expect(faultsOf(FIT)).toEqual([]);
  const wrong: Partial<Candidate>[] = [
    { tag: 'v0.2' },
    { version: '0.3.0', tag: 'v0.3.0' },
    { tagged: 'def' },
    { tagged: null },
    { isClean: false },
  ];
  for (const part of wrong) expect(faultsOf({ ...FIT, ...part })).toHaveLength(1);
});

it('finds the zips among what else a build prints', () => {
  const sum = 'a'.repeat(64);
  expect(
    packedIn(`Preparing…\u001b[K${sum}     12  .output/gloss-0.1.0-chrome.zip\ndone\n`),
  ).toEqual([{ sum, file: '.output/gloss-0.1.0-chrome.zip' }]);
});

it('finds what changed in the version that is next to be released', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(changesOf(readFileSync('CHANGELOG.md', 'utf8'), version)).toContain('-');
});

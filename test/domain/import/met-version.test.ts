import { describe, expect, test } from 'vitest';
import type { ImportFormatId } from '@/domain/import/formats';
import { readCollection } from '@/domain/import/read';

/** The version of the first paper of a file, and who stated it. */
async function versionOf(format: ImportFormatId, text: string) {
  const read = await readCollection(format, [text], { now: 1_900_000_000_000 });
  return read.ok ? read.value.library.papers[0]?.facts?.version : read.error;
}

describe('the version that was met is kept', () => {
  const title = 'Tides on the small moons of Example';
  test.each<[ImportFormatId, string, string]>([
    ['links', 'arXiv:2401.00001v5 [cs.CL] 2 Aug 2024', 'v5'],
    ['links', 'https://arxiv.org/pdf/2401.00001v3.pdf', 'v3'],
    ['links', 'https://osf.io/preprints/psyarxiv/abcd5_v2', 'v2'],
    ['links', 'https://www.researchsquare.com/article/rs-123456/v3', 'v3'],
    ['links', '10.26434/chemrxiv-2021-abcd1-v2', 'v2'],
    ['links', 'https://www.biorxiv.org/content/10.1101/2024.01.01.123456v2.full.pdf', 'v2'],
    ['bibtex', `@misc{a, title={${title}}, eprint={2401.00001v3}, archiveprefix={arXiv}}`, 'v3'],
    ['bibtex', `@article{a, title={${title}}, journal={arXiv preprint arXiv:2401.00001v2}}`, 'v2'],
    ['bibtex', `@misc{a, title={${title}}, url={https://arxiv.org/abs/2401.00001v4}}`, 'v4'],
    ['bibtex', `@misc{a, title={${title}}, doi={10.31234/osf.io/abcd5\\_v2}}`, 'v2'],
    ['bibtex', `@misc{a, title={${title}}, hal_id={hal-01234567}, hal_version={v2}}`, 'v2'],
    ['ris', `TY  - JOUR\nTI  - ${title}\nUR  - https://arxiv.org/abs/2401.00001v3\nER  - \n`, 'v3'],
    ['ris', `TY  - JOUR\nTI  - ${title}\nDO  - 10.31234/osf.io/abcd5_v2\nER  - \n`, 'v2'],
    ['csl', JSON.stringify([{ title, URL: 'https://arxiv.org/abs/2401.00001v3' }]), 'v3'],
    ['csv', `Title,URL\n${title},https://arxiv.org/abs/2401.00001v3\n`, 'v3'],
    ['csv', `Title,DOI\n${title},10.36227/techrxiv.12345678.v2\n`, 'v2'],
  ])('%s: %s', async (format, text, version) => {
    expect(await versionOf(format, text)).toEqual({ value: version, source: format });
  });

  test.each<[string, ImportFormatId, string]>([
    [
      'of another paper',
      'bibtex',
      `@misc{a, title={${title}}, eprint={2401.00001}, archiveprefix={arXiv}, comment={see 2402.00002v7}}`,
    ],
    [
      'of a link in a note',
      'ris',
      `TY  - JOUR\nTI  - ${title}\nDO  - 10.1000/one\nN1  - https://arxiv.org/abs/2402.00002v7\nER  - \n`,
    ],
    ['that is none', 'links', 'https://arxiv.org/abs/2401.00001'],
  ])('none %s', async (_, format, text) => {
    expect(await versionOf(format, text)).toBeUndefined();
  });

  test('what a field states counts first', async () => {
    const text = `@misc{a, title={${title}}, version={4}, url={https://arxiv.org/abs/2401.00001v2}}`;
    expect(await versionOf('bibtex', text)).toEqual({ value: 'v4', source: 'bibtex' });
  });
});

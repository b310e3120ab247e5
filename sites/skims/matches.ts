/*
 * The pages that the first stage runs on, by adapter. The build reads this file too (`wxt.config.ts`), which knows no
 * aliases: it imports nothing.
 */

const ARXIV_HOSTS = ['arxiv.org', 'www.arxiv.org', 'export.arxiv.org'];
const ARXIV_PATHS = ['/list/*', '/search', '/search?*', '/search/*', '/catchup/*', '/a/*'];

export const FIRST = {
  arxiv: ARXIV_HOSTS.flatMap((host) => ARXIV_PATHS.map((path) => `*://${host}${path}`)),
  'hugging-face': [
    'https://huggingface.co/papers',
    'https://huggingface.co/papers?*',
    'https://huggingface.co/papers/*',
    'https://huggingface.co/collections/*/*',
  ],
  'papers-cool': ['https://papers.cool/arxiv/*', 'https://papers.cool/venue/*'],
} as const satisfies Record<string, readonly string[]>;

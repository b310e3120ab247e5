import type { Writer } from '@/domain/export/writer';

/** A plain list of links, one a line; a paper without any is its title after a number sign. */
export const linksWriter = (): Writer => ({
  start: () => '',
  paper: ({ url, title }) => `${url || `# ${title}`}\n`,
  end: () => '',
});

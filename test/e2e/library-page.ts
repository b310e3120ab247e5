import type { Page } from '@playwright/test';
import type { PaperRef } from '@/domain/paper/paper';
import { call } from './fixtures';

export const TITLES = [
  'Grasp planning for soft grippers that pick fruit',
  'Tactile sensing for a robot arm that grasps fruit',
  'Tidal heating of icy moons with an ocean',
];

export const paper = (index: number): PaperRef => ({
  keys: [`arxiv:2401.0000${index + 1}`],
  title: TITLES[index] ?? '',
  authors: ['Ann Author', 'Bo Builder'],
  abstract: `We study how: ${TITLES[index]}.`,
  links: [`https://arxiv.org/abs/2401.0000${index + 1}`],
  listing: { site: 'arxiv', url: 'https://arxiv.org/list/me.AS/new', title: 'New', at: 1 },
});

/** Three saved papers and the library page. */
export async function openFull(app: Page, extensionId: string, hash = ''): Promise<Page> {
  for (const index of TITLES.keys())
    await call(app, 'paper.status', { opId: `s${index}`, paper: paper(index), status: 'saved' });
  const page = await app.context().newPage();
  await page.goto(`chrome-extension://${extensionId}/library.html${hash}`);
  return page;
}

export const rows = (page: Page) => page.locator('[data-gloss="row"]');
export const detail = (page: Page) => page.getByRole('complementary', { name: 'Paper' });
export const search = (page: Page) => page.locator('[data-gloss="search"]');

import { SERVICES } from '@/domain/complete/complete';
import { call, expect, test } from './fixtures';

const HOSTS = SERVICES.map(({ service }) => `${service.origin}/*`);
const TITLE = 'Tides on Small Moons of Large Planets';
const FEED = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry>
<id>http://arxiv.org/abs/2401.00001v1</id><published>2024-01-01T00:00:00Z</published><title>${TITLE}</title>
<summary>We measure tides.</summary><author><name>Ann Author</name></author></entry></feed>`;

const paper = (id: string, title: string) => ({
  keys: [`arxiv:${id}`],
  title,
  authors: [],
  abstract: '',
  links: [],
  listing: { site: 'arxiv', url: 'https://arxiv.org/list/me.AS/recent', title: 'Recent', at: 1 },
});

test.describe('with the services allowed', () => {
  test.use({ hosts: HOSTS });

  test('chosen papers are completed by their ids, and it can be undone', async ({
    app,
    extensionId,
  }) => {
    const asked: string[] = [];
    const context = app.context();
    for (const { service } of SERVICES)
      await context.route(`${service.origin}/**`, (route) => {
        asked.push(route.request().url());
        return service.id === 'arxiv'
          ? route.fulfill({ contentType: 'application/atom+xml', body: FEED })
          : route.fulfill({ status: 429, headers: { 'Retry-After': '3600' }, body: '{}' });
      });
    await call(app, 'paper.status', {
      opId: 'a',
      paper: paper('2401.00001', TITLE),
      status: 'saved',
    });
    const page = await context.newPage();
    await page.goto(`chrome-extension://${extensionId}/library.html`);
    await page.locator('[data-gloss="choose"]').first().click();
    // Neither saving a paper nor looking at it asks a service.
    expect(asked).toEqual([]);
    await page.locator('[data-gloss="bulk-complete"]').click();
    await expect(page.getByText('Completed 1 of 1 papers.')).toBeVisible();
    await expect(page.getByText('Semantic Scholar is busy')).toBeVisible();
    expect(asked.map((url) => new URL(url).hostname)).toEqual([
      'export.arxiv.org',
      'api.semanticscholar.org',
    ]);
    const abstracts = async (): Promise<string[]> => {
      const found = await call(app, 'library.newest', { after: null, limit: 5 });
      return found.ok ? found.value.papers.map(({ abstract }) => abstract) : [];
    };
    expect(await abstracts()).toEqual(['We measure tides.']);
    await page.locator('[data-gloss="undo"]').click();
    await expect.poll(abstracts).toEqual(['']);
  });
});

import { expect, test } from 'vitest';
import { idsFromLink } from '@/domain/identity/identity-links';
import { isStrong, keysOf } from '@/domain/identity/paper-key';

/** Addresses that lead to another, and the key of the paper that the other names. */
test.each([
  // Proxies of libraries
  [
    'https://www-sciencedirect-com.ezproxy.example.edu/science/article/pii/S0020025521000012',
    'pii:S0020025521000012',
  ],
  ['https://arxiv-org.proxy.lib.example.ac.uk/abs/2401.00001v2', 'arxiv:2401.00001'],
  [
    'https://dl.acm.org.ezp.lib.example.edu/doi/10.1145/3292500.3330701',
    'doi:10.1145/3292500.3330701',
  ],
  [
    'https://ezproxy.example.edu/login?url=https://doi.org/10.1145/3292500.3330701',
    'doi:10.1145/3292500.3330701',
  ],
  [
    'https://login.proxy.example.edu/login?qurl=https%3A%2F%2Farxiv.org%2Fpdf%2F2401.00001',
    'arxiv:2401.00001',
  ],
  [
    'https://link-springer-com.myaccess.library.example.ca/article/10.1007/s10994-020-05910-7',
    'doi:10.1007/s10994-020-05910-7',
  ],
  // Links that mail and search wrap
  [
    'https://scholar.google.com/scholar_url?url=https://arxiv.org/pdf/2401.00001&hl=en&sa=X&d=1&ei=x',
    'arxiv:2401.00001',
  ],
  [
    'https://nam04.safelinks.protection.outlook.com/?url=https%3A%2F%2Farxiv.org%2Fabs%2F2401.00001&data=05%7C02&reserved=0',
    'arxiv:2401.00001',
  ],
  [
    'https://www.google.com/url?q=https://doi.org/10.1000/xyz123&sa=D&source=docs',
    'doi:10.1000/xyz123',
  ],
  ['https://urldefense.com/v3/__https://arxiv.org/abs/2401.00001__;!!abc!def$', 'arxiv:2401.00001'],
  [
    'https://urldefense.com/v3/__https://press.example.org/doi/10.1000/182.5__;!!abc!def_g$',
    'doi:10.1000/182.5',
  ],
  [
    'https://urldefense.proofpoint.com/v2/url?u=https-3A__arxiv.org_abs_2401.00001&d=DwMF',
    'arxiv:2401.00001',
  ],
  [
    'https://l.facebook.com/l.php?u=https%3A%2F%2Fdoi.org%2F10.1000%2Fxyz123&h=AT0',
    'doi:10.1000/xyz123',
  ],
  [
    'https://duckduckgo.com/l/?uddg=https%3A%2F%2Farxiv.org%2Fabs%2F2401.00001&rut=1',
    'arxiv:2401.00001',
  ],
  [
    'https://web.archive.org/web/20240101000000/https://arxiv.org/abs/2401.00001',
    'arxiv:2401.00001',
  ],
  [
    'https://translate.google.com/translate?sl=en&tl=de&u=https://arxiv.org/abs/2401.00001',
    'arxiv:2401.00001',
  ],
  ['https://arxiv-org.translate.goog/abs/2401.00001?_x_tr_sl=en&_x_tr_tl=de', 'arxiv:2401.00001'],
  [
    'https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=https%3A%2F%2Farxiv.org%2Fabs%2F2401.00001&locale=en',
    'arxiv:2401.00001',
  ],
  [
    'https://linkprotect.cudasvc.com/url?a=https%3a%2f%2farxiv.org%2fabs%2f2401.00001&c=E,1,x&typo=1',
    'arxiv:2401.00001',
  ],
  [
    'https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Farxiv%2Eorg%2Fabs%2F2401%2E00001&urlhash=x',
    'arxiv:2401.00001',
  ],
  ['https://www.reddit.com/link?url=none', undefined],
])('%s names %s', (link, key) => {
  const ids = keysOf(idsFromLink(link), '').filter(isStrong);
  if (key === undefined) expect(ids).toEqual([]);
  else expect(ids).toContain(key);
});

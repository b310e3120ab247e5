import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the services know, by id; invented. */
export interface Known {
  arxiv?: Record<string, { title: string; abstract?: string; authors?: string[]; doi?: string }>;
  crossref?: Record<string, Record<string, unknown>>;
  semanticScholar?: Record<string, Record<string, unknown>>;
}

/** Answers in place of the usual: the first that a request is given to. */
type Fault = (path: string, response: ServerResponse) => boolean;

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function arxivFeed(path: string, known: Known): string {
  const ids = new URL(path, 'http://x').searchParams.get('id_list')?.split(',') ?? [];
  const entries = ids.flatMap((id) => {
    const paper = known.arxiv?.[id];
    if (!paper) return [];
    return `<entry>
<id>http://arxiv.org/abs/${id}v2</id><updated>2026-03-01T00:00:00Z</updated><published>2026-02-01T00:00:00Z</published>
<title>${escaped(paper.title)}</title>
<summary>  ${escaped(paper.abstract ?? '')}
</summary>
${(paper.authors ?? []).map((name) => `<author><name>${escaped(name)}</name></author>`).join('')}
${paper.doi ? `<arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">${paper.doi}</arxiv:doi>` : ''}
<link href="http://arxiv.org/abs/${id}v2" rel="alternate" type="text/html"/></entry>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">ArXiv Query: id_list=${ids.join(',')}</title>
<id>http://arxiv.org/api/made-up</id>${entries.join('\n')}</feed>`;
}

function crossrefList(path: string, known: Known): string {
  const filter = new URL(path, 'http://x').searchParams.get('filter') ?? '';
  const items = filter.split(',').flatMap((one) => {
    const doi = one.replace(/^doi:/, '');
    const work = known.crossref?.[doi];
    return work ? { DOI: doi, ...work } : [];
  });
  return JSON.stringify({ status: 'ok', message: { items } });
}

function scholarList(body: string, known: Known): string {
  const { ids } = JSON.parse(body) as { ids: string[] };
  return JSON.stringify(ids.map((id) => known.semanticScholar?.[id] ?? null));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
}

/**
 * A server on this machine that answers as arXiv's API, Crossref and Semantic Scholar document, and a `fetch` that leads
 * to it whatever service is asked.
 */
export async function startServices(known: Known) {
  const asked: string[] = [];
  let faults: Fault[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    void bodyOf(request).then((body) => {
      if (faults.some((fault) => fault(path, response))) return;
      if (path.startsWith('/api/query')) response.end(arxivFeed(path, known));
      else if (path.startsWith('/works')) response.end(crossrefList(path, known));
      else response.end(scholarList(body, known));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    /** Lets answers be wrong. */
    fail: (...wrong: Fault[]) => {
      faults = wrong;
    },
    fetch: (url: string, init: RequestInit) => {
      const { pathname, search } = new URL(url);
      return fetch(`http://127.0.0.1:${port}${pathname}${search}`, init);
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

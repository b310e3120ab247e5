import { createServer, type IncomingMessage, type Server } from 'node:http';

/** What a session of the stand-in holds. */
export interface Session {
  items: { title: string; tags: unknown[]; notes: { note: string }[] }[];
  target: string | null;
  tags: string[];
}

/** A stand-in for Zotero on its port's routes, with the rules that its documentation gives them. */
export interface ZoteroServer {
  address: string;
  sessions: Map<string, Session>;
  /** How it behaves from now on. */
  set: (behaviour: Partial<Behaviour>) => void;
  close: () => Promise<void>;
}

interface Behaviour {
  editable: boolean;
  api: boolean;
  /** Whether it says that it is Zotero. */
  isZotero: boolean;
  /** Does the next saveItems and then drops the connection: the answer is lost. */
  losesAnswer: boolean;
  library: { key: string; data: Record<string, string> }[];
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

export async function startZotero(at = 0): Promise<ZoteroServer> {
  const sessions = new Map<string, Session>();
  const behaviour: Behaviour = {
    editable: true,
    api: false,
    isZotero: true,
    losesAnswer: false,
    library: [],
  };
  const targets = [
    { id: 'L1', name: 'My Library', level: 0, filesEditable: true },
    { id: 'C23', name: 'Moons', level: 1, filesEditable: true },
  ];

  type Answer = { status: number; body?: unknown };
  const routes: Record<string, (body: Record<string, unknown>) => Answer | 'drop'> = {
    '/connector/ping': () => ({ status: 200, body: { prefs: {} } }),
    '/connector/getSelectedCollection': () => ({
      status: 200,
      body: {
        libraryID: 1,
        libraryEditable: behaviour.editable,
        editable: behaviour.editable,
        id: 23,
        name: 'Moons',
        targets,
      },
    }),
    '/connector/saveItems': (body) => {
      const id = String(body['sessionID']);
      if (sessions.has(id)) return { status: 409, body: { error: 'SESSION_EXISTS' } };
      if (!behaviour.editable) return { status: 500, body: { libraryEditable: false } };
      sessions.set(id, { items: body['items'] as Session['items'], target: null, tags: [] });
      if (!behaviour.losesAnswer) return { status: 201 };
      behaviour.losesAnswer = false;
      return 'drop';
    },
    '/connector/updateSession': (body) => {
      const session = sessions.get(String(body['sessionID']));
      if (!session) return { status: 400, body: { error: 'SESSION_NOT_FOUND' } };
      if (!targets.some(({ id }) => id === body['target'])) return { status: 400 };
      session.target = String(body['target']);
      session.tags = body['tags'] as string[];
      return { status: 200, body: {} };
    },
    '/api/users/0/items': () =>
      behaviour.api
        ? { status: 200, body: behaviour.library }
        : { status: 403, body: 'Local API is not enabled' },
  };

  const server: Server = createServer((request, response) => {
    void (async () => {
      const { headers, url = '' } = request;
      const fromBrowser =
        (headers['user-agent'] ?? '').startsWith('Mozilla/') || headers.origin !== undefined;
      const isAllowed =
        headers['x-zotero-connector-api-version'] === '3' ||
        headers['zotero-allowed-request'] !== undefined;
      if (fromBrowser && !isAllowed) return void request.socket.destroy();
      // Names that lead here from elsewhere are refused.
      const [host] = (headers.host ?? '').split(':');
      if (host !== '127.0.0.1' && host !== 'localhost') {
        response.writeHead(400);
        return void response.end();
      }
      const route = routes[new URL(url, 'http://x').pathname];
      const answer = route ? route(await bodyOf(request)) : { status: 404 };
      if (answer === 'drop') return void request.socket.destroy();
      if (behaviour.isZotero) response.setHeader('X-Zotero-Version', '8.0');
      response.writeHead(behaviour.isZotero ? answer.status : 404, {
        'Content-Type': 'application/json',
      });
      response.end(JSON.stringify(answer.body ?? {}));
    })();
  });
  await new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    address: `http://127.0.0.1:${port}`,
    sessions,
    set: (to) => Object.assign(behaviour, to),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

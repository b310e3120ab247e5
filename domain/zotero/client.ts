import type { LibraryPaper } from '@/domain/paper/paper';
import { byTags, zoteroItem } from './item';

/*
 * Zotero's own routes for connectors and its local API, both at http://127.0.0.1:23119 while the desktop app
 * runs. What they answer to what: https://www.zotero.org/support/dev/client_coding/connector_http_server and
 * the app's `server_connector.js`.
 */

export const ZOTERO = 'http://127.0.0.1:23119';

/** Why something did not work; the interface has a sentence for each. */
export type ZoteroProblem =
  /** Nothing answers: Zotero is not running, or drops what does not come from a connector. */
  | 'notRunning'
  /** Something answers that is not Zotero. */
  | 'notZotero'
  /** The chosen library can't be written to. */
  | 'readOnly'
  /** The collection that was chosen is gone. */
  | 'noTarget'
  /** The local API is turned off in Zotero's settings. */
  | 'apiOff'
  /** Zotero reported an error of its own. */
  | 'refused';

export type ZoteroResult<T> = { ok: true; value: T } | { ok: false; problem: ZoteroProblem };

/** A library or a collection that papers can be put into. */
export interface ZoteroTarget {
  /** `L1` or `C23`. */
  id: string;
  name: string;
  /** How deep in the tree. */
  level: number;
}

/** What was sent. */
export interface ZoteroSent {
  sent: string[];
  /** Ids of papers that were not, where a later group failed. */
  left: string[];
}

export interface ZoteroPorts {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Random, letters and digits. */
  newId: () => string;
}

/** Zotero's own connector waits so long, milliseconds. */
const PATIENCE = 15_000;
/** Without it Zotero drops whatever comes from a browser, and answers nothing. */
const HEADERS = { 'Content-Type': 'application/json', 'X-Zotero-Connector-API-Version': '3' };

const problem = (name: ZoteroProblem): { ok: false; problem: ZoteroProblem } => ({
  ok: false,
  problem: name,
});

/** One request. Whatever answers with an error and does not say that it is Zotero is something else. */
async function ask(
  { fetch }: ZoteroPorts,
  path: string,
  body?: unknown,
): Promise<ZoteroResult<Response>> {
  try {
    const response = await fetch(`${ZOTERO}/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: HEADERS,
      signal: AbortSignal.timeout(PATIENCE),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const isZotero = response.ok || response.headers.has('X-Zotero-Version');
    return isZotero ? { ok: true, value: response } : problem('notZotero');
  } catch {
    return problem('notRunning');
  }
}

/** Where papers can be put, as Zotero's tree has it, and what is chosen there. */
export async function targets(
  ports: ZoteroPorts,
): Promise<ZoteroResult<{ targets: ZoteroTarget[]; chosen: string | null }>> {
  const answer = await ask(ports, 'connector/getSelectedCollection', {});
  if (!answer.ok) return answer;
  if (!answer.value.ok) return problem('refused');
  const selected = (await answer.value.json()) as {
    libraryID?: number;
    id?: number | null;
    targets?: { id: string; name: string; level: number; filesEditable?: boolean }[];
  };
  const list = (selected.targets ?? []).map(({ id, name, level }) => ({ id, name, level }));
  const chosen = selected.id
    ? `C${selected.id}`
    : selected.libraryID
      ? `L${selected.libraryID}`
      : null;
  return { ok: true, value: { targets: list, chosen } };
}

/**
 * Saves the items of one session. A session that is there already is one that this call had saved before its
 * answer was lost: asking twice saves once.
 */
async function saveItems(ports: ZoteroPorts, body: object): Promise<ZoteroResult<null>> {
  let answer = await ask(ports, 'connector/saveItems', body);
  let isAgain = false;
  if (!answer.ok && answer.problem === 'notRunning') {
    isAgain = true;
    answer = await ask(ports, 'connector/saveItems', body);
  }
  if (!answer.ok) return answer;
  const { status } = answer.value;
  if (status === 201 || status === 200 || (status === 409 && isAgain))
    return { ok: true, value: null };
  if (status !== 500) return problem('refused');
  const said = (await answer.value.json().catch(() => ({}))) as { libraryEditable?: boolean };
  return problem(said.libraryEditable === false ? 'readOnly' : 'refused');
}

/**
 * Sends papers into a collection: one session for each set of tags, so that tags arrive as a person's own.
 * Stops at the first group that fails and says what was sent before it.
 */
export async function send(
  ports: ZoteroPorts,
  papers: readonly LibraryPaper[],
  { target, uri }: { target: string; uri: string },
): Promise<ZoteroSent & { problem: ZoteroProblem | null }> {
  const sent: string[] = [];
  for (const group of byTags(papers)) {
    const failed = await sendGroup(ports, group, { target, uri });
    if (failed) {
      const left = papers.flatMap(({ id }) => (sent.includes(id) ? [] : id));
      return { sent, left, problem: failed };
    }
    sent.push(...group.papers.map(({ id }) => id));
  }
  return { sent, left: [], problem: null };
}

async function sendGroup(
  ports: ZoteroPorts,
  { tags, papers }: { tags: string[]; papers: LibraryPaper[] },
  { target, uri }: { target: string; uri: string },
): Promise<ZoteroProblem | null> {
  const sessionID = ports.newId();
  const saved = await saveItems(ports, { sessionID, uri, items: papers.map(zoteroItem) });
  if (!saved.ok) return saved.problem;
  const moved = await ask(ports, 'connector/updateSession', { sessionID, target, tags });
  if (!moved.ok) return moved.problem;
  return moved.value.ok ? null : 'noTarget';
}

/** Whether Zotero's local API tells what it has. */
export async function isTelling(ports: ZoteroPorts): Promise<ZoteroResult<null>> {
  const answer = await ask(ports, 'api/users/0/items?limit=1&format=json');
  if (!answer.ok) return answer;
  if (answer.value.status === 403) return problem('apiOff');
  return answer.value.ok ? { ok: true, value: null } : problem('refused');
}

/**
 * Which papers Zotero has already, by its local API, which a person turns on in Zotero's settings. A paper is
 * found by its DOI or arXiv id, wherever the item holds it.
 */
export async function known(
  ports: ZoteroPorts,
  papers: readonly LibraryPaper[],
): Promise<ZoteroResult<string[]>> {
  const found: string[] = [];
  for (const { id, keys } of papers) {
    const names = keys.flatMap((key) => /^(?:arxiv|doi):(.+)$/.exec(key)?.[1] ?? []);
    for (const name of names) {
      const query = new URLSearchParams({
        q: name,
        qmode: 'everything',
        format: 'json',
        limit: '5',
      });
      const answer = await ask(ports, `api/users/0/items?${query}`);
      if (!answer.ok) return answer;
      if (answer.value.status === 403) return problem('apiOff');
      if (!answer.value.ok) return problem('refused');
      const items = (await answer.value.json()) as { data?: Record<string, unknown> }[];
      const text = JSON.stringify(
        items.map(({ data }) => [
          data?.['DOI'],
          data?.['url'],
          data?.['extra'],
          data?.['archiveID'],
        ]),
      );
      if (!text.toLowerCase().includes(name.toLowerCase())) continue;
      found.push(id);
      break;
    }
  }
  return { ok: true, value: found };
}

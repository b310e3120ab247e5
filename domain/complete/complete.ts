import type { ForeignPaper } from '@/domain/import/foreign';
import { arxiv } from './arxiv';
import { crossref } from './crossref';
import { isAbout } from './about';
import { type Bare, fillOf, type Lack, lacksOf } from './lacking';
import { semanticScholar } from './semantic-scholar';
import type { Service, ServiceAnswer } from './service';

/*
 * What lists leave out, asked of three services by id alone. A service is asked for the papers that lack what it
 * tells, and the next for what is lacking then. Nothing is written here: what was learnt comes back.
 */

/** In the order in which they are asked, with what each is asked for. */
export const SERVICES: readonly { service: Service; tells: readonly Lack[] }[] = [
  { service: arxiv, tells: ['abstract', 'authors'] },
  { service: crossref, tells: ['abstract', 'authors', 'year', 'venue'] },
  { service: semanticScholar, tells: ['abstract', 'authors', 'year', 'venue', 'doi'] },
];

/** What the browser must allow before anybody is asked: match patterns. */
export const ORIGINS: readonly string[] = SERVICES.map(({ service }) => `${service.origin}/*`);

/** Why a service told nothing. */
export type CompletionProblem =
  /** It can't be reached. */
  | 'offline'
  /** It wants fewer requests than it was sent. */
  | 'busy'
  /** It answered with an error, or with something else than it documents. */
  | 'refused';

export interface CompletionPorts {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Waits so long, milliseconds. */
  sleep: (time: number) => Promise<void>;
  /** Whether the person has stopped it. */
  isStopped: () => boolean;
  /** Told of each answer: how much of the work is done, from 0 to 1. */
  progress: (part: number) => void;
  /** Answers that were had before, by service and key; `null` where a service knew nothing. */
  answers: Map<string, ServiceAnswer | null>;
}

export interface CompletionOutcome {
  /** The answers by paper, each to be merged with its paper. */
  fills: { id: string; fill: ForeignPaper }[];
  /** Papers that were asked for and are known under an id to be other papers. */
  others: string[];
  problems: { service: Service['id']; problem: CompletionProblem }[];
}

/** How long an answer may take, milliseconds. */
const PATIENCE = 30_000;
/** A service that asks for a longer pause is left alone, milliseconds. */
const LONGEST_WAIT = 60_000;
const ATTEMPTS = 3;

/** How long a service asks to be left alone, by `Retry-After` in seconds or as a date; else longer with each attempt. */
function waitOf(response: Response, attempt: number): number {
  const after = response.headers.get('Retry-After') ?? '';
  if (/^\d+$/.test(after)) return Number(after) * 1_000;
  const date = Date.parse(after);
  const sent = Date.parse(response.headers.get('Date') ?? '');
  return date > sent ? date - sent : 2_000 * 2 ** attempt;
}

type Answer =
  | { ok: true; told: ServiceAnswer[] }
  | { ok: false; problem: CompletionProblem | 'stopped' };

/** One request, sent again where the service wants that. */
async function ask(ports: CompletionPorts, service: Service, keys: string[]): Promise<Answer> {
  const { path, body } = service.request(keys);
  const init: RequestInit = {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    ...(body === undefined
      ? {}
      : {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        }),
  };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (ports.isStopped()) return { ok: false, problem: 'stopped' };
    try {
      const response = await ports.fetch(`${service.origin}${path}`, {
        ...init,
        signal: AbortSignal.timeout(PATIENCE),
      });
      const text = await response.text();
      const isBusy = [429, 503].includes(response.status) || /^Rate exceeded\.?\s*$/.test(text);
      if (!isBusy && !response.ok) return { ok: false, problem: 'refused' };
      if (!isBusy) return { ok: true, told: read(service, text, keys) };
      const wait = waitOf(response, attempt);
      if (wait > LONGEST_WAIT || attempt === ATTEMPTS - 1) break;
      await ports.sleep(wait);
    } catch (error) {
      return { ok: false, problem: error instanceof Unread ? 'refused' : 'offline' };
    }
  }
  return { ok: false, problem: 'busy' };
}

/** An answer that is not what the service documents. */
class Unread extends Error {}

function read(service: Service, text: string, keys: string[]): ServiceAnswer[] {
  try {
    return service.read(text, keys);
  } catch (error) {
    throw new Unread(String(error));
  }
}

/** A paper with the answers so far: the next service is asked for the rest. */
const filled = (paper: Bare, told: ServiceAnswer, fill: ForeignPaper): Bare => ({
  ...paper,
  title: paper.title || told.title,
  abstract: paper.abstract || (fill.abstract ?? ''),
  authors: paper.authors.length > 0 ? paper.authors : (fill.authors ?? []),
  facts: { ...paper.facts, ...fill.facts },
  keys: fill.ids?.['doi'] ? [...paper.keys, `doi:${fill.ids['doi'].toLowerCase()}`] : paper.keys,
});

const nameOf = (service: Service, key: string): string => `${service.id} ${key}`;

/** Asks a service for what was not answered before, request by request, until it fails or is stopped. */
async function askAll(
  service: Service,
  keys: readonly string[],
  ports: CompletionPorts,
  progress: (part: number) => void,
): Promise<CompletionProblem | null> {
  const due = keys.filter((key) => !ports.answers.has(nameOf(service, key)));
  for (let from = 0; from < due.length; from += service.most) {
    if (from > 0) await ports.sleep(service.pause);
    if (ports.isStopped()) return null;
    const batch = due.slice(from, from + service.most);
    const answer = await ask(ports, service, batch);
    if (!answer.ok) return answer.problem === 'stopped' ? null : answer.problem;
    for (const key of batch) ports.answers.set(nameOf(service, key), null);
    for (const told of answer.told) ports.answers.set(nameOf(service, told.key), told);
    progress(Math.min(1, (from + service.most) / due.length));
  }
  return null;
}

/** The services' answers on papers that lack something. A stop takes effect before the next request. */
export async function complete(
  papers: readonly Bare[],
  ports: CompletionPorts,
): Promise<CompletionOutcome> {
  const done: CompletionOutcome = { fills: [], others: [], problems: [] };
  let known = papers;
  for (const [at, { service, tells }] of SERVICES.entries()) {
    const keyOf = (paper: Bare): string | undefined =>
      lacksOf(paper).some((lack) => tells.includes(lack)) ? service.keyOf(paper.keys) : undefined;
    const keys = [...new Set(known.flatMap((paper) => keyOf(paper) ?? []))];
    const problem = await askAll(service, keys, ports, (part) =>
      ports.progress((at + part) / SERVICES.length),
    );
    if (problem) done.problems.push({ service: service.id, problem });
    known = known.map((paper) => {
      const key = keyOf(paper);
      const told = key === undefined ? null : ports.answers.get(nameOf(service, key));
      return told ? take(paper, told, service, done) : paper;
    });
    if (ports.isStopped()) break;
  }
  ports.progress(1);
  return done;
}

/** Takes in what a service told of a paper; gives the paper with it. */
function take(paper: Bare, told: ServiceAnswer, service: Service, done: CompletionOutcome): Bare {
  if (!isAbout(told, paper)) {
    done.others.push(paper.id);
    return paper;
  }
  const fill = fillOf(paper, told, service.id);
  if (!fill) return paper;
  done.fills.push({ id: paper.id, fill });
  return filled(paper, told, fill);
}

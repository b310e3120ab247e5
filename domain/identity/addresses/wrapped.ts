import { readersOf } from './hosts';

/** An http(s) address, or `undefined` for anything else that a page may put into a link. */
export function httpUrl(href: string): URL | undefined {
  if (!/^https?:\/\//i.test(href) || !URL.canParse(href)) return undefined;
  return new URL(href);
}

/** Parameters that hold the target of an address which only leads on: of searches, mail filters, library proxies. */
const REDIRECT = 'url q u target redirect redirect_uri targetURL qurl uddg a to dest link'.split(
  ' ',
);

/** Hosts whose `/url?…`-like addresses never are a page of their own. */
const LEADS_ON =
  /scholar_url|\/url\?|redirect|safelinks\.protection\.outlook|bing\.com\/ck\/|urldefense|linkprotect|slack-redir|[?&]uddg=|\/login\?(?:.*&)?q?url=|l\.facebook\.com|out\.reddit\.com/;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** A target in Proofpoint's own writing: `https-3A__arxiv.org_abs_2401.00001`. */
const ofProofpoint = (text: string): string =>
  decoded(text.replace(/-([\dA-F]{2})/g, '%$1').replaceAll('_', '/'));

/** A target in Bing's own writing: `a1` and the address in base64. */
function ofBing(value: string): string {
  const packed = /^a1(aHR0c[\w-]+)$/.exec(value)?.[1];
  try {
    return packed === undefined ? '' : atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return '';
  }
}

/** The address that an address holds in a parameter or in its path; `undefined` where it holds none. */
function held(url: URL): URL | undefined {
  if (/(?:^|\.)urldefense\./.test(url.hostname)) {
    const target =
      /\/__(https?:\/.+?)__;/.exec(url.href)?.[1]?.replace(/^(https?:\/)(?!\/)/, '$1/') ??
      ofProofpoint(url.searchParams.get('u') ?? '');
    return httpUrl(target);
  }
  for (const name of REDIRECT) {
    const value = url.searchParams.get(name) ?? '';
    const isOfHost = name === 'targetURL' && value.startsWith('/');
    const target = httpUrl(isOfHost ? url.origin + value : value) ?? httpUrl(ofBing(value));
    if (target) return target;
  }
  // Archives and Yahoo's search write it into the path, some proxies without its colon.
  const inPath = decoded(
    /\/(?:RU=)?(https?(?::|%3a)\/?\/?[^]+?)(?:\/RK=|$)/i.exec(url.pathname)?.[1] ?? '',
  );
  if (inPath !== '') return httpUrl(inPath.replace(/^(https?:)\/+/i, '$1//') + url.search);
  const [, scheme, rest] =
    /^\/(https?)(?:-\d+)?\/([\w.-]+\.[a-z]{2,}\/[^]*)$/i.exec(url.pathname) ?? [];
  return rest === undefined ? undefined : httpUrl(`${scheme}://${rest}${url.search}`);
}

/** Words in the names of libraries' proxies: a host in front of any other name belongs to another site. */
const PROXY =
  /(?:^|[.-])(?:\w*proxy\w*|\w*ezp\w*|lib|\w*librar\w*|biblio\w*|oclc|openathens|\w*vpn\w*|remote\w*|\w*access|sso|idm|translate)(?=[.-]|$)|\.(?:edu|ac)(?:\.[a-z]{2})?$/;

/** Whether an address may lead to another, by a look at it: of thousands on a page hardly any does. */
export const mayLeadOn = (href: string): boolean =>
  /[=/_]https?(?:[:/]|%3a|-3A)|[?&]u=a1aHR0c|[?&]targetURL=/i.test(href.slice(8)) ||
  PROXY.test(/^https?:\/\/([^/?#:]+)/i.exec(href)?.[1] ?? '');

/** Hosts that a proxy may have made a part of its own name, the likeliest first. */
function hostsBehind(host: string): string[] {
  const labels = host.replace(/^0-/, '').split('.');
  const [first = ''] = labels;
  // `dl.acm.org.proxy.example.edu`
  const dotted = labels.slice(2).flatMap((_, at) => labels.slice(0, at + 2).join('.'));
  // `www-nature-com.ezproxy.example.edu`, where a hyphen of the name itself may be two.
  const plain = first.replace(/^https?-+/, '').replace(/-(?:443|80|s)$/, '');
  const hyphened = plain.includes('-')
    ? [
        plain.replaceAll('--', '\0').replaceAll('-', '.').replaceAll('\0', '-'),
        plain.replace(/-+/g, '.'),
      ]
    : [];
  return [...hyphened, ...dotted.toReversed()];
}

const withHost = (url: URL, host: string): URL => {
  const original = new URL(url.href);
  original.protocol = 'https:';
  original.host = host;
  original.port = '';
  // What Google's translated pages add.
  if (original.search.includes('_x_tr_'))
    for (const name of ['_x_tr_sl', '_x_tr_tl', '_x_tr_hl', '_x_tr_pto'])
      original.searchParams.delete(name);
  return original;
};

/**
 * The addresses that an address behind a library's proxy may stand for, the likeliest first; `isHost` says which hosts
 * there are. Only the address is read; no request is made.
 */
export function behindProxy(url: URL, isHost: (host: string) => boolean): URL[] {
  const host = url.hostname.toLowerCase();
  if (isHost(host) || !PROXY.test(host)) return [];
  return [...new Set(hostsBehind(host))]
    .filter((name) => name !== host && isHost(name))
    .map((name) => withHost(url, name));
}

/** How often an address may hold another. */
const DEEPEST = 4;

const isKnown = (host: string): boolean => readersOf(host).length > 0;

/** The address that one holds: what an address of an unknown host names itself may be a piece of the other, run into what follows. */
function heldBeyond(at: URL, names: (url: URL) => boolean): URL | undefined {
  if (!names(at)) return held(at);
  if (isKnown(at.hostname) || !mayLeadOn(at.href)) return undefined;
  const target = held(at);
  return target && names(target) ? target : undefined;
}

/**
 * The address that one leads to: behind redirects of searches and mail filters, archives and library proxies, all of
 * it told by the address alone. The address itself where it leads to none that names a paper.
 */
export function unwrapped(url: URL, names: (url: URL) => boolean): URL {
  let at = url;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const next = behindProxy(at, isKnown)[0] ?? heldBeyond(at, names);
    if (!next || next.href === at.href) break;
    at = next;
  }
  return names(at) || LEADS_ON.test(url.href) ? at : url;
}

/** What the library page shows; kept in the address's hash, so that it can be linked to and gone back to. */
export interface Route {
  /** Name of a view in `views.ts`. */
  view: string;
  /** Id of the paper in the detail pane. */
  paper: string | null;
  /** The search. */
  query: string;
  sort: string;
}

export const HOME: Route = { view: 'papers', paper: null, query: '', sort: 'best' };

/** Reads `#view=map&paper=arxiv:2406.1&q=…&sort=…`; what is missing is as at home. */
export function parseRoute(hash: string): Route {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  return {
    view: params.get('view') || HOME.view,
    paper: params.get('paper') || null,
    query: params.get('q') ?? HOME.query,
    sort: params.get('sort') || HOME.sort,
  };
}

/** The hash of a route, without what is as at home. */
export function printRoute(route: Route): string {
  const params = new URLSearchParams();
  if (route.view !== HOME.view) params.set('view', route.view);
  if (route.query !== '') params.set('q', route.query);
  if (route.sort !== HOME.sort) params.set('sort', route.sort);
  if (route.paper !== null) params.set('paper', route.paper);
  const text = params.toString();
  return text === '' ? '' : `#${text}`;
}

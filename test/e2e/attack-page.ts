/*
 * What a hostile page tries, as scripts of its own: they run in the page before Gloss does, and are asked by name.
 * Everything goes in and comes out as JSON, so that each browser's remote control can carry it.
 */

/** Runs in the page. */
function attacks(): void {
  const seen: string[] = [];
  const note = (what: string, value: unknown): void => void seen.push(`${what}: ${String(value)}`);
  const stolen: ShadowRoot[] = [];
  const tries = (what: string, act: () => unknown): void => {
    try {
      const got = act();
      if (got instanceof ShadowRoot) stolen.push(got);
    } catch (error) {
      note(what, error);
    }
  };
  // A custom element gets its closed root by its internals: any name that Gloss might use.
  for (const name of ['gloss-layer', 'gloss-ui', 'gloss-root', 'gloss-frame'])
    customElements.define(
      name,
      class extends HTMLElement {
        constructor() {
          super();
          tries('internals', () => this.attachInternals().shadowRoot);
        }
      },
    );
  const shadow = Object.getOwnPropertyDescriptor(Element.prototype, 'attachShadow');
  const attach = shadow?.value as ((this: Element, init: ShadowRootInit) => ShadowRoot) | undefined;
  Element.prototype.attachShadow = function (init) {
    const root = attach?.call(this, { ...init, mode: 'open' });
    if (root) stolen.push(root);
    return root as ShadowRoot;
  };
  /** Looks for an element of a shadow tree in all that an object of the browser's tells; one gives the whole root. */
  const search = (found: unknown, depth = 0): void => {
    if (typeof found !== 'object' || found === null || found instanceof Window || depth > 2) return;
    if (found instanceof Node) {
      const root = found.getRootNode();
      if (root instanceof ShadowRoot) stolen.push(root);
      return;
    }
    const parts = found as Record<string, unknown>;
    for (const name in parts) tries(name, () => search(parts[name], depth + 1));
  };
  /** The browser may be at an element of the layer while a script of the page runs. */
  const make = (): void => search(new MouseEvent('click'));
  const heard = (event: Event): void => {
    for (const from of [event, event.composedPath(), getSelection()]) search(from);
    make();
    const data = 'data' in event ? JSON.stringify(event.data) : '';
    const key = event instanceof KeyboardEvent ? event.key : '';
    if (data !== '' || key !== '') note(event.type, `${data} ${key}`);
  };
  const kinds = new Set(
    'message securitypolicyviolation focusin focusout touchstart touchend touchmove DOMActivate DOMMouseScroll'.split(
      ' ',
    ),
  );
  for (const name in HTMLElement.prototype) if (/^on[a-z]/.test(name)) kinds.add(name.slice(2));
  for (const kind of kinds) addEventListener(kind, heard, { capture: true, passive: true });
  for (const type of PerformanceObserver.supportedEntryTypes)
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => search(entry))).observe({
      type,
      buffered: true,
    });
  new MutationObserver((records) => {
    make();
    for (const { addedNodes, target, attributeName } of records) {
      if (attributeName && target instanceof Element)
        note('attribute', target.getAttribute(attributeName));
      for (const added of addedNodes)
        if (added instanceof HTMLElement && added.parentElement === document.documentElement) {
          note('added', added.outerHTML);
          tries('internals of a div', () => added.attachInternals().shadowRoot);
        }
    }
  }).observe(document, { childList: true, subtree: true, attributes: true });

  const host = (): HTMLElement | null => document.querySelector('html > div');
  const rootText = (): string => stolen.map((root) => root.innerHTML).join(' ');
  const drawn = (): string => {
    const at = host();
    if (!at) return '';
    const box = at.getBoundingClientRect();
    const selection = getSelection();
    selection?.selectAllChildren(document.documentElement);
    const selected = String(selection);
    selection?.removeAllRanges();
    const carets = [0.2, 0.4, 0.6, 0.8].flatMap((x) =>
      [0.2, 0.4, 0.6, 0.8].map((y) => {
        const caret = document.caretPositionFromPoint?.(innerWidth * x, innerHeight * y);
        return caret?.offsetNode.textContent ?? '';
      }),
    );
    const animated = document.getAnimations().map(({ effect }) => {
      const target = effect instanceof KeyframeEffect ? effect.target : null;
      return target && target.getRootNode() !== document ? target.outerHTML : '';
    });
    return [
      document.documentElement.outerHTML,
      document.documentElement.innerText,
      at.innerText,
      JSON.stringify(box),
      at.shadowRoot?.textContent ?? '',
      getComputedStyle(at, '::before').content,
      selected,
      ...carets,
      ...animated,
      ...[...CSS.highlights].flatMap(([name, ranges]) => [name, ...[...ranges].map(String)]),
      ...performance.getEntries().map(({ name }) => name),
      ...Array.from({ length: window.length }, (_, index) => String(window[index]?.name)),
    ].join(' ');
  };
  const inPage: Record<string, (ask: never) => unknown> = {
    /** Secrets that the page can read, and how. */
    reads: (secrets: string[]) => {
      const looked = window as unknown as { find: (...ask: unknown[]) => boolean };
      // Firefox selects what it finds, in a closed root too.
      for (const word of ['Triage', 'Settings', 'New', 'new', 's', '×'])
        for (let more = 9; more > 0 && looked.find(word, true, false, true); more -= 1)
          search(getSelection());
      const all = { drawn: drawn(), seen: seen.join(' '), root: rootText() };
      const roots = stolen.map(({ host: { outerHTML } }) => `the root of ${outerHTML}`);
      const found = secrets.flatMap((secret) => [
        ...Object.entries(all).flatMap(([way, text]) =>
          text.includes(secret) ? `${secret} by ${way}` : [],
        ),
        // `window.find` looks into closed shadow trees, and tells yes or no.
        ...(looked.find(secret, true, false, true) ? [`${secret} by find`] : []),
      ]);
      return [...new Set([...roots, ...found])];
    },
    /** Whether the page learns at all that an extension's frame is there. */
    traces: () => ({
      frames: window.length,
      extension: /(?:chrome|moz)-extension:/.test(`${drawn()} ${seen.join(' ')}`),
    }),
    /** Holds the pointer whenever it goes down: a selection may be drawn into the layer then. */
    hold: () => {
      const hold = ({ pointerId, target }: PointerEvent): void => {
        if (target !== host()) document.documentElement.setPointerCapture(pointerId);
      };
      addEventListener('pointerdown', hold, true);
      return 'done';
    },
    /** Makes up every event, on the host and on the page, and moves the focus. */
    pretend: ({ x, y }: { x: number; y: number }) => {
      const at = host();
      if (!at) return 'no host';
      for (const target of [at, document.body, window]) {
        for (const type of [
          'pointermove',
          'pointerdown',
          'mousedown',
          'pointerup',
          'mouseup',
          'click',
        ])
          target.dispatchEvent(
            new PointerEvent(type, {
              clientX: x,
              clientY: y,
              detail: 1,
              bubbles: true,
              composed: true,
            }),
          );
        for (const key of ['Enter', ' ', 's', 'n', 'Tab'])
          for (const type of ['keydown', 'keyup'])
            target.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true }));
        for (const type of ['focusin', 'input', 'change'])
          target.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
      }
      at.tabIndex = 0;
      at.focus();
      at.click();
      document.execCommand('insertText', false, 'forged');
      at.removeAttribute('tabindex');
      return 'done';
    },
    /** Hides the layer from a person, who still clicks on it. */
    hide: (way: string) => {
      const at = host();
      if (!at) return 'no host';
      const page = document.documentElement;
      const sheet = (css: string): void => {
        const style = document.createElement('style');
        style.id = 'trick';
        style.textContent = css;
        document.head.append(style);
      };
      const faded = 'opacity: 0 !important; transform: translate(7px, 9px) !important';
      if (way === 'a style sheet') sheet(`html > div { ${faded} }`);
      if (way === 'inline styles') at.style.cssText = faded;
      if (way === 'an animation')
        at.animate([{ opacity: 0, transform: 'translate(90px, 90px)' }], {
          duration: 1e6,
          fill: 'both',
        });
      if (way === 'a faded root') sheet('html { opacity: 0 !important }');
      if (way === 'a filtered root') sheet('html { filter: opacity(0) !important }');
      if (way === 'a moved root') sheet('html { position: relative !important; left: 60px }');
      if (way === 'a shrunk root') sheet('html { zoom: 0.2 }');
      if (way === 'a cover') {
        const cover = document.createElement('section');
        cover.id = 'trick';
        cover.style.cssText =
          'position: fixed; inset: 0; background: #fff; z-index: 2147483647; pointer-events: none';
        document.documentElement.append(cover);
      }
      if (way === 'a cover of the host')
        sheet(`html > div::before, html > div::after { content: "Click"; position: fixed; inset: 0;
          background: #fff; z-index: 2147483647; pointer-events: none }`);
      if (way === 'attributes') {
        at.hidden = true;
        at.setAttribute('style', 'display: none !important');
        at.className = 'mark';
      }
      return page.outerHTML.length;
    },
    /** Takes back what `hide` did. */
    show: () => {
      const [at, trick] = [host(), document.querySelector('#trick')];
      for (const animation of at?.getAnimations() ?? []) animation.cancel();
      trick?.remove();
      for (const name of ['style', 'hidden', 'class']) at?.removeAttribute(name);
      return 'done';
    },
  };
  // A click that misses goes nowhere.
  addEventListener('click', (event) => event.preventDefault());
  (window as unknown as { attack: unknown }).attack = (name: string, ask: string): string =>
    JSON.stringify(inPage[name]?.(JSON.parse(ask) as never) ?? null);
}

/** A page that attacks whatever is drawn on it. */
export const hostile = (body: string): string => `<script>(${String(attacks)})()</script>${body}`;

/** How the page is asked, from its own world. */
export const ask = (name: string, value: unknown): string =>
  `attack(${JSON.stringify(name)}, ${JSON.stringify(JSON.stringify(value))})`;

/** Runs in a page that can write itself anew, and listens before Gloss does from then on. */
function rewrites(): void {
  const page = window as unknown as { root: ShadowRoot | null; rewrite: () => void };
  page.root = null;
  page.rewrite = () => {
    const text = document.documentElement.outerHTML;
    document.open();
    const heard = (event: Event & { originalTarget?: Node }): void => {
      const root = event.originalTarget?.getRootNode();
      if (root instanceof ShadowRoot) page.root = root;
    };
    addEventListener('pointerover', heard, true);
    document.write(text.replace(/<script>.*?<\/script>/s, ''));
    document.close();
  };
}

/** A page that writes itself anew when it is asked to (`rewrite`), and keeps a `root` of Gloss that it gets. */
export const rewriting = (body: string): string =>
  `<script>(${String(rewrites)})()</script>${body}`;

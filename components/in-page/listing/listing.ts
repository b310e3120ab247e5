import { i18n } from '#i18n';
import { createFrame, type Frame } from '@/components/in-page/frame/frame';
import type { Layer } from '@/components/in-page/layer/layer';
import { createPresence, type Presence } from '@/components/in-page/layer/presence';
import { schemeAt } from '@/components/in-page/layer/scheme';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { Marks } from '@/components/in-page/marks/marks';
import type { Action } from '@/components/in-page/marks/toolbar';
import type { Charge } from '@/components/in-page/overlay/overlay';
import {
  act as actOn,
  markActs,
  nextUnseen,
  showPaper,
  stillThere,
} from '@/components/in-page/listing/decisions/acts';
import { begin } from './begin';
import type { CardProps } from '@/components/in-page/listing/cards/card-contents';
import { type Cards, createCards } from '@/components/in-page/listing/cards/cards';
import type { Listing, ListingOptions } from './contract';
import {
  type ClosedParts,
  createClosedParts,
} from '@/components/in-page/listing/looks/closed-parts';
import type { Decisions } from '@/components/in-page/listing/decisions/decisions';
import {
  createFirstPicture,
  type FirstPicture,
} from '@/components/in-page/listing/looks/first-picture';
import { createGuide } from './guide';
import { createKeyboard } from '@/components/in-page/listing/triage/keyboard';
import { createLooks, type Looks } from '@/components/in-page/listing/looks/looks';
import { newId } from './new-id';
import { createSettings, type LiveSettings } from './page-settings';
import { createPassages, type Passages } from './passages';
import { createRedraw, type Redraw } from '@/components/in-page/listing/looks/redraw';
import { createRows } from '@/components/in-page/listing/looks/rows';
import { createStore } from '@/components/in-page/listing/entries/store';
import { triageCommands } from '@/components/in-page/listing/triage/triage-commands';
import { pageCounts } from '@/components/in-page/listing/looks/view';

/** Sets up the whole in-page interface. Each part gets what it needs as arguments and knows no other part. */
export function createListing(options: ListingOptions): Listing {
  const { site, siteName, isPaper, first, catchUp, signal } = options;
  const scheme = () => schemeAt(document.body ?? document.documentElement);
  const { overlay, drawn } = begin(options);
  const { layer, marks } = overlay;
  const store = createStore({ drawn, newId, changed: (items) => redraw.entries(items) });
  const listed = () => store.listed;
  const container = layer.region('marks');
  const presence = createPresence({ layer, newId, signal });
  const picture = createFirstPicture(() => redraw.first(), signal);
  const settings = createSettings({
    settings: options.settings,
    changed: () => redraw.settings(),
    failed: (failure) => decisions.tellFailure(failure),
  });
  const looks = createLooks({ listed, settings: settings.now, scheme, first, signal });
  const closed = createClosedParts({ listed, changed: () => redraw.opened(), signal });
  const act = (item: ListedEntry, action: Action): void => actOn(item, action, parts);
  const page = { site, isPaper, layer, container, signal };
  const inPage = { ...page, store, listed, looks, closed, settings };
  const moved = () => cards.fold();
  const guide = createGuide({ ...inPage, act, moved, ports: options });
  const { triage, travel, decisions, dock } = guide;
  const windowless = () => dock.tell(i18n.t('frame.windowless'), { isFailure: true });
  const frame = createFrame({
    layer,
    presence,
    newId,
    save: ({ id, paper, base, text }) => store.setNote(paper, { opId: id, base, text }),
    passed: (event) => void onKey(event),
    unheard: () => dock.tell(i18n.t('note.kept'), { isFailure: true }),
    windowless,
    unfinished: options.unfinished,
    written: () => cards.written(),
    signal,
  });
  // It could not be said on a page that was written anew since.
  if (options.unfinished.card) windowless();
  const tag = (item: ListedEntry): void => cards.show(item, 'tags');
  const tells = { tell: dock.tell, told: decisions.told };
  const passages = createPassages({ ...inPage, ...tells, frame, scheme, newId, tag });
  const keys = () => settings.now().keys;
  const cards = createCards({
    layer,
    frame,
    marks,
    props: cardProps({ ...inPage, siteName, decisions, passages, keys, act }),
    keepsFocus: () => triage.current() === null,
  });
  const parts = { ...inPage, cards, decisions, dock, travel, triage, marks, passages };
  const entryNow = (item: ListedEntry) => stillThere(item, catchUp);
  const onMarks = markActs({ ...parts, entryNow });
  const commands = triageCommands({ ...parts, highlight: passages.highlight });
  const onKey = createKeyboard({ ...parts, frame, keys, commands, act, entryNow });
  const placed = (): void => [triage, cards].forEach((part) => part.place());
  const rows = createRows({ ...parts, placed });
  presence.onTaken((outcome) => {
    if (outcome === 'deaf') cards.whenClosed(options.renew);
    else marks.place();
  });
  const charge: Charge = { ...onMarks, ...rows, listed, isReady: picture.isDrawn, onKey };
  if (drawn.length === 0) overlay.take(charge);
  const goOn = (): void => {
    if (drawn.length > 0) overlay.take(charge);
    first?.pass(layer.redo);
    if (first?.hasSelected()) passages.offer();
  };
  const redraw = createRedraw({ ...parts, presence, picture, drawn: goOn });
  return interfaceOf({ ...parts, frame, presence, picture, redraw });
}

type Parts = ReturnType<typeof createGuide> & {
  store: Listing['store'];
  layer: Layer;
  settings: LiveSettings;
  marks: Marks;
  passages: Passages;
  closed: ClosedParts;
  cards: Cards;
  frame: Frame;
  presence: Presence;
  picture: FirstPicture;
  redraw: Redraw;
};

/** What the page's script may ask of the parts. */
const interfaceOf = (parts: Parts): Listing => {
  const { store, dock, marks, passages, closed, cards, triage, travel } = parts;
  const { recall } = parts.presence;
  return {
    recall,
    store,
    counts: () => pageCounts(dock.counted()),
    heed: parts.settings.heed,
    layer: parts.layer,
    tell: (text, isFailure) => dock.tell(text, { isFailure }),
    show: parts.redraw.page,
    follow: () => {
      marks.follow();
      passages.follow();
      closed.lookSoon();
    },
    isInUse: () => cards.isTyping() || triage.isOn(),
    whenWritten: cards.whenWritten,
    wordFor: parts.frame.wordFor,
    triage: () => parts.picture.whenDrawn(() => (triage.isOn() ? travel.leave() : triage.start())),
    nextUnseen: () => nextUnseen(travel),
    showPaper: (of) => showPaper(of, store, triage),
    highlight: passages.highlight,
  };
};

interface Props extends Pick<CardProps, 'siteName' | 'keys' | 'act'> {
  decisions: Pick<Decisions, 'setTag'>;
  looks: Pick<Looks, 'view'>;
  passages: Pick<Passages, 'missing'>;
  settings: Pick<LiveSettings, 'now'>;
}

/** What the cards of entries show and do. */
const cardProps = ({ siteName, keys, act, ...parts }: Props): CardProps => ({
  siteName,
  keys,
  act,
  setTag: parts.decisions.setTag,
  wasSeen: (item) => parts.looks.view().wasSeen(item),
  isDiscreet: () => parts.settings.now().isDiscreet,
  missing: parts.passages.missing,
});

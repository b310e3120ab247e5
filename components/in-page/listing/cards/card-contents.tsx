import type { VNode } from 'preact';
import type { FrameAct, FrameCard } from '@/components/in-page/frame/contract';
import type { Shown } from '@/components/in-page/frame/shown';
import { around, type Box, under } from '@/components/in-page/layer/geometry';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { Marks } from '@/components/in-page/marks/marks';
import { boxOf, shownAbstract } from '@/components/in-page/marks/placement';
import { type Action, Toolbar } from '@/components/in-page/marks/toolbar';
import { notePlace } from './note-place';
import { refOf } from '@/domain/identity/identify';
import type { Highlight } from '@/domain/paper/paper';
import type { Keys } from '@/domain/commands';

/** The card of an entry: its toolbar, or what a person types in the frame. */
export type CardKind = 'toolbar' | FramedKind;
type FramedKind = 'tags' | 'note';

/** What the cards of entries show and do. */
export interface CardProps {
  /** The name that a person knows a site by. */
  siteName: (id: string) => string;
  keys: () => Keys;
  wasSeen: (item: ListedEntry) => boolean;
  /** Whether pages show no words of a person's own. */
  isDiscreet: () => boolean;
  setTag: (item: ListedEntry, name: string, on: boolean) => void;
  missing: (item: ListedEntry) => Highlight[];
  act: (item: ListedEntry, action: Action) => void;
}

/** The box that a card opens beside: the paper for a note, the mark for other cards. */
export function anchorOf(
  item: ListedEntry,
  kind: CardKind,
  marks: Pick<Marks, 'get'>,
): () => Box | null {
  const titleBox = (): Box | null => boxOf(item.entry.titlePlace);
  return kind === 'note'
    ? () => around([titleBox(), boxOf(shownAbstract(item.entry))].flatMap((box) => box ?? []))
    : () => marks.get(item)?.getBoundingClientRect() ?? titleBox();
}

/** The toolbar of an entry. */
export const toolbarOf = (item: ListedEntry, props: CardProps): VNode => (
  <Toolbar
    key={refOf(item.entry).keys[0]}
    item={item}
    isDiscreet={props.isDiscreet()}
    missing={props.missing(item)}
    keys={props.keys()}
    seen={props.wasSeen(item) ? item.state.sighting : null}
    now={Date.now()}
    siteName={props.siteName}
    act={(action) => props.act(item, action)}
    removeTag={(name) => props.setTag(item, name, false)}
  />
);

const cardOf = (
  { item: { entry, state }, kind, typed }: OpenCard,
  missing: Highlight[],
): FrameCard => {
  const { title, abstract, authors } = entry;
  const paper = refOf(entry);
  return kind === 'note'
    ? { kind, paper, title, note: state.note, missing }
    : { kind, paper, about: { title, abstract, authors }, tags: state.tags, typed };
};

/** Where a card goes: a note leaves its paper in sight, tags are chosen under the mark. */
function placeOf(
  kind: FramedKind,
  { anchor, view }: { anchor: () => Box | null; view: () => Box },
): Pick<Shown, 'choose' | 'room'> {
  const paper = kind === 'note' ? anchor() : null;
  return paper ? notePlace(paper, view()) : { choose: under };
}

/** A framed card that is open. */
export interface OpenCard {
  item: ListedEntry;
  kind: FramedKind;
  /** The letters of a tag that is being typed. */
  typed: string;
}

/** An entry's tags or note as the frame shows them. */
export function framedCard(
  open: OpenCard,
  props: CardProps,
  ports: { anchor: () => Box | null; view: () => Box; close: () => void },
): Shown {
  const card = cardOf(open, props.missing(open.item));
  return {
    owner: 'entry',
    card,
    anchor: ports.anchor,
    ...placeOf(open.kind, ports),
    focus: 'field',
    act: (done: FrameAct) => {
      if (done.act === 'tag') props.setTag(open.item, done.name, done.on);
    },
    typed: (text) => {
      open.typed = text;
      if (card.kind === 'tags') card.typed = text;
    },
    close: ports.close,
    replaced: ports.close,
  };
}

import type { Entry } from '@/domain/entry';
import type { Territory } from './territory';

/** The meaning of a change of the page for its entries. */
export interface Change<E extends Entry> {
  /** Where it happens, as a text: changes of one kind happen again and again. */
  kind: string;
  /** The entry whose row it happens in. */
  entry: E | null;
  /** Whether entries may have changed; else they have only moved. */
  isContent: boolean;
}

/** Attributes that say whose a row is; others say how it looks. */
const TELLING = /^(?:href|title|id|alt|content|cite|datetime|data-.*)$/;

const nameOf = (node: Node | null | undefined): string => {
  if (!node) return '';
  if (node.nodeType !== 1) return node.nodeName;
  const element = node as Element;
  // Numbers and long words in class names are made up by programs.
  return `${element.localName}.${(element.getAttribute('class') ?? '').slice(0, 40).replaceAll(/\d+/g, '')}`;
};

const pathOf = (node: Node): string =>
  [node, node.parentNode, node.parentNode?.parentNode].map(nameOf).join('<');

/** What a record tells. */
export function changeOf<E extends Entry>(
  { type, target, attributeName, addedNodes, removedNodes }: MutationRecord,
  territory: Territory<E>,
): Change<E> {
  const owner = territory.ownerOf(target);
  const entry = owner ?? null;
  if (type === 'attributes') {
    const isTelling = owner !== undefined && TELLING.test(attributeName ?? '');
    return { kind: `${attributeName} ${pathOf(target)}`, entry, isContent: isTelling };
  }
  const first = addedNodes[0] ?? removedNodes[0];
  const hasElements = [...addedNodes, ...removedNodes].some(({ nodeType }) => nodeType === 1);
  const kind = `${pathOf(target)} ${nameOf(first)}`;
  // Text outside of the entries is a clock or a count, elements may be a list.
  return { kind, entry, isContent: owner !== undefined || hasElements };
}

/** The rows beside an element that came or went: an entry may take two rows. */
export const besides = <E extends Entry>(
  { previousSibling, nextSibling }: MutationRecord,
  { ownerOf }: Territory<E>,
): E[] =>
  [previousSibling, nextSibling].flatMap((node) => {
    const element =
      node?.nodeType === 3
        ? node === previousSibling
          ? node.previousSibling
          : node.nextSibling
        : node;
    return (element && ownerOf(element)) ?? [];
  });

import { isHost } from '@/components/in-page/layer/host';

/** Whether a change of the page is that a layer of ours came or went. */
export const isOurs = ({ type, addedNodes, removedNodes }: MutationRecord): boolean =>
  type === 'childList' && [...addedNodes, ...removedNodes].every((node) => isHost(node as Element));

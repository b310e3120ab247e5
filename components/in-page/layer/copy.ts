/** A copy of an event as it is now, which does not leave the shadow tree that it is sent in. */
export function copyOf(event: Event): Event {
  const init: Record<string, unknown> = {};
  for (const name in event) init[name] = event[name as keyof Event];
  const Kind = event.constructor as typeof Event;
  const copy = new Kind(event.type, { ...init, composed: false });
  // Whether a person can have noticed what they pressed depends on it.
  return Object.defineProperty(copy, 'timeStamp', { value: event.timeStamp });
}

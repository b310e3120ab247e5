import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** How far the background's clock is from the machine's, milliseconds; read anew with each message. */
const FILE = 'clock.json';

/*
 * A background whose clock jumps: before it hears a message or an alarm it reads from the extension's folder how far
 * off its clock is. The pages' clocks stay: they stamp nothing.
 */
const SHIM = `{
  const RealDate = Date;
  let offset = 0;
  const look = () => fetch(chrome.runtime.getURL(${JSON.stringify(FILE)}), { cache: 'no-store' })
    .then((answer) => answer.json()).then((ms) => { offset = ms; }).catch(() => undefined);
  globalThis.Date = class extends RealDate {
    constructor(...parts) { if (parts.length > 0) super(...parts); else super(RealDate.now() + offset); }
    static now() { return RealDate.now() + offset; }
  };
  const messages = chrome.runtime.onMessage;
  const add = messages.addListener.bind(messages);
  messages.addListener = (listen) => add((message, sender, respond) => {
    look().then(() => listen(message, sender, respond));
    return true;
  });
  const alarms = chrome.alarms.onAlarm;
  const addAlarm = alarms.addListener.bind(alarms);
  alarms.addListener = (listen) => addAlarm((alarm) => { look().then(() => listen(alarm)); });
}
`;

/** Puts a clock that can be set into an unpacked extension. */
export function addClock(extension: string): void {
  const file = path.join(extension, 'background.js');
  writeFileSync(file, SHIM + readFileSync(file, 'utf8'));
  setClock(extension, 0);
}

/** Sets how far off its clock is, milliseconds. */
export function setClock(extension: string, offset: number): void {
  const file = path.join(extension, FILE);
  // A worker must never read half of it.
  writeFileSync(`${file}.new`, String(offset));
  renameSync(`${file}.new`, file);
}

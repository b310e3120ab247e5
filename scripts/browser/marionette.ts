import net from 'node:net';

/** What Firefox answers: `[1, id, error, result]`. */
type Reply = [
  type: number,
  id: number,
  error: { error: string; message: string } | null,
  result: unknown,
];

interface Waiting {
  done: (result: unknown) => void;
  failed: (error: Error) => void;
}

/** The pause between two tries of a port that does not listen yet, milliseconds. */
const AGAIN = 100;

/**
 * Firefox's own remote control: messages `length:JSON` over a socket
 * (https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html). No other remote control of
 * Firefox reads closed shadow roots and the pages of an extension.
 */
export class Marionette {
  private received = Buffer.alloc(0);
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  private constructor(private readonly socket: net.Socket) {
    socket.on('data', (data) => this.take(data));
    socket.on('close', () => this.end(new Error('Firefox has closed.')));
  }

  /** Connects once a port of this machine listens. Fails when that takes longer than `patience` (milliseconds). */
  static async connect(port: number, patience: number): Promise<Marionette> {
    const end = Date.now() + patience;
    for (;;) {
      const socket = await open(port).catch(() => null);
      if (socket) return new Marionette(socket);
      if (Date.now() > end) throw new Error('Firefox does not answer.');
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
    }
  }

  /** Sends a command (`WebDriver:Navigate`, …) and resolves to its result; rejects with what Firefox says. */
  send(command: string, parameters: object = {}): Promise<unknown> {
    this.last += 1;
    const id = this.last;
    const message = JSON.stringify([0, id, command, parameters]);
    this.socket.write(`${Buffer.byteLength(message)}:${message}`);
    return new Promise((done, failed) => {
      this.waiting.set(id, { done, failed });
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private take(data: Buffer): void {
    this.received = Buffer.concat([this.received, data]);
    for (;;) {
      const colon = this.received.indexOf(':');
      const length = Number(this.received.subarray(0, Math.max(0, colon)));
      const end = colon + 1 + length;
      if (colon < 0 || this.received.length < end) return;
      const message: unknown = JSON.parse(this.received.toString('utf8', colon + 1, end));
      this.received = this.received.subarray(end);
      // The first message says who speaks.
      if (Array.isArray(message)) this.answer(message as Reply);
    }
  }

  private answer([, id, error, result]: Reply): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (error) waiting?.failed(new Error(`${error.error}: ${error.message}`));
    else waiting?.done(result);
  }

  private end(error: Error): void {
    for (const { failed } of this.waiting.values()) failed(error);
    this.waiting.clear();
  }
}

function open(port: number): Promise<net.Socket> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('error', reject);
    socket.once('connect', () => resolve(socket));
  });
}

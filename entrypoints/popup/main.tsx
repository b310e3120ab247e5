import { browser } from '#imports';
import { render } from 'preact';
import { Popup } from '@/components/popup/popup';
import { createPopupState, type Ports } from '@/components/popup/state';
import type { PaperState } from '@/domain/paper';
import type { TopicInput, TopicSet } from '@/domain/topics/types';
import { appCall, type Message, tabCall } from '@/rpc/client';

/** Groups papers in a worker of its own, which ends with its answer. */
function group(papers: TopicInput[]): Promise<TopicSet> {
  const worker = new Worker(new URL('./topics.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<TopicSet>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<TopicSet>) => resolve(data));
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    worker.postMessage(papers);
  }).finally(() => worker.terminate());
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the file after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

const state = createPopupState({
  call: appCall,
  callTab: tabCall as Ports['callTab'],
  activeTab: async () => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    return tab?.id === undefined ? null : { id: tab.id, url: tab.url };
  },
  openTab: (url, { background }) => void browser.tabs.create({ url, active: !background }),
  close: () => window.close(),
  download,
  group,
  now: () => new Date(),
});

browser.runtime.onMessage.addListener((message: Message) => {
  if (message.gloss !== 'changed') return;
  state.changed((message.ask as { papers: PaperState[] }).papers);
});

const root = document.getElementById('app');
if (root) render(<Popup state={state} />, root);
state.start();

import type { VNode } from 'preact';
import type { FrameAct, FrameCard, NoteText } from '@/components/in-page/frame/contract';
import { HighlightBar } from './highlight/highlight-bar';
import { HighlightPicker } from './highlight/picker';
import { NoteCard } from './note/note-card';
import type { NoteSessions } from './note/sessions';
import type { NoteWays } from './note/ways';
import type { PaperCompletion } from './tags/completion';
import { TagEditor } from './tags/tag-editor';

interface Ports {
  notes: NoteSessions;
  /** A note's text that is not known to be stored. */
  draft: NoteText | null;
  ways: NoteWays;
  completion: PaperCompletion;
  /** Sends what a person does on the card to the page's script. */
  act: (done: FrameAct) => void;
  /** Tells what is in the field of a tag or of a comment. */
  typed: (text: string) => void;
  close: () => void;
}

/** A card of the frame; `key` tells one that was opened from one that is drawn again. */
export function cardFor(card: FrameCard, key: string, ports: Ports): VNode {
  const { notes, draft, ways, completion, act, typed, close } = ports;
  if (card.kind === 'note') {
    const { paper, title, note, missing } = card;
    const session = notes.open(paper.keys[0] ?? '', { note, unsaved: draft }, ways.of(paper));
    return <NoteCard key={key} {...{ title, note, missing, session, close }} />;
  }
  if (card.kind === 'tags')
    return (
      <TagEditor
        key={key}
        tags={card.tags}
        begun={card.typed}
        completion={completion.now()}
        setTag={(name, on) => act({ act: 'tag', name, on })}
        type={typed}
        close={close}
      />
    );
  if (card.kind === 'picker')
    return (
      <HighlightPicker
        key={key}
        highlights={card.highlights}
        pick={(id) => act({ act: 'pick', id })}
      />
    );
  return (
    <HighlightBar
      key={key}
      highlight={card.highlight}
      choose={(colour) => act({ act: 'colour', colour })}
      comment={typed}
      remove={() => act({ act: 'remove' })}
    />
  );
}

import { useEffect, useState } from 'preact/hooks';
import { browser } from '#imports';
import { i18n } from '#i18n';
import { papersById } from '@/components/app/papers-by-id';
import { Empty } from '@/components/app/notices/empty';
import type { LibraryState } from '@/components/app/library/state';
import { leaveFor } from '@/domain/leave';
import { type LibraryPaper, STATUSES, type Status, type Tag } from '@/domain/paper/paper';
import { queryFor } from '@/domain/query/edit';
import { printQuery } from '@/domain/query/print';
import { fail, type Result } from '@/domain/result';
import {
  isTelling,
  known,
  send,
  targets,
  type ZoteroProblem,
  type ZoteroTarget,
} from '@/domain/zotero/client';
import { isMarking, ports, setMarking, tellThere } from './marks';
import './zotero.css';
import type { StatusLine } from '@/components/app/library/ports';
import type { ViewProps } from '@/components/app/library/view-props';

/** Asked for when it is first used. */
const PERMISSION = leaveFor(['http://127.0.0.1/*'], import.meta.env.FIREFOX);

/** Where to, and of what. */
interface Choice {
  target: string;
  /** Of which status, or those that were chosen in the list. */
  status: Status | 'chosen';
  /** A tag's name; empty for any. */
  tag: string;
}

function refuse(library: LibraryState, problem: ZoteroProblem): void {
  library.notice.value = { tone: 'alert', text: i18n.t(`zotero.problem.${problem}`) };
}

/** The query for papers of a status, and with a tag where one is chosen. */
const queryOf = (status: Status, tag: string): string =>
  [printQuery({ is: 'status', status }), ...(tag === '' ? [] : [queryFor('tag', tag)])].join(' ');

async function papersOf(
  library: LibraryState,
  { status, tag }: Choice,
): Promise<Result<LibraryPaper[]>> {
  if (status === 'chosen') return papersById(library.call, [...library.selection.chosen.peek()]);
  try {
    return await papersById(library.call, await library.findAll(queryOf(status, tag)));
  } catch (error) {
    return fail('storage', String(error));
  }
}

/** Sends the chosen papers, and shows the outcome. */
async function sendChosen(library: LibraryState, choice: Choice): Promise<void> {
  const chosen = await papersOf(library, choice);
  if (!chosen.ok) return library.refuse(i18n.t('zotero.couldnt'), chosen.error);
  let papers: LibraryPaper[] = chosen.value;
  if (isMarking.peek()) {
    const there = await known(ports, papers);
    if (!there.ok) return refuse(library, there.problem);
    tellThere(there.value, true);
    papers = papers.filter(({ id }) => !there.value.includes(id));
  }
  const uri = browser.runtime.getURL('/library.html');
  const done = await send(ports, papers, { target: choice.target, uri });
  tellThere(done.sent, true);
  library.notice.value = noticeOf(done, chosen.value.length - papers.length);
}

/** The outcome of sending; `there` papers were left out. */
function noticeOf(
  { sent, left, problem }: Awaited<ReturnType<typeof send>>,
  there: number,
): StatusLine {
  const counted = i18n.t('zotero.sent', sent.length, [sent.length.toLocaleString()]);
  if (problem !== null) {
    const why = i18n.t(`zotero.problem.${problem}`);
    const text = i18n.t('zotero.left', [counted, left.length.toLocaleString(), why]);
    return { tone: 'alert', text };
  }
  const others = there > 0 ? ` ${i18n.t('zotero.known', there, [there.toLocaleString()])}` : '';
  return { tone: 'status', text: `${counted}${others}` };
}

/** Turns marks on, once Zotero tells what it has. */
async function turnMarks(library: LibraryState, on: boolean): Promise<void> {
  const told = on ? await isTelling(ports) : null;
  if (told && !told.ok) refuse(library, told.problem);
  setMarking(on && told?.ok === true);
}

interface ChoiceProps {
  choice: Choice;
  set: (change: Partial<Choice>) => void;
}

const PapersChoice = ({ chosen, choice, set }: ChoiceProps & { chosen: number }) => (
  <label>
    <span>{i18n.t('zotero.papers')}</span>
    <select
      value={choice.status}
      onChange={({ currentTarget }) => set({ status: currentTarget.value as Choice['status'] })}
    >
      {chosen > 0 && (
        <option value="chosen">
          {i18n.t('library.bulk.chosen', chosen, [chosen.toLocaleString()])}
        </option>
      )}
      {STATUSES.map((status) => (
        <option key={status} value={status}>
          {i18n.t(`popup.status.${status}`)}
        </option>
      ))}
    </select>
  </label>
);

const TagChoice = ({ tags, choice, set }: ChoiceProps & { tags: readonly Tag[] }) => (
  <label>
    <span>{i18n.t('zotero.tag')}</span>
    <select
      value={choice.tag}
      disabled={choice.status === 'chosen'}
      onChange={({ currentTarget }) => set({ tag: currentTarget.value })}
    >
      <option value="">{i18n.t('zotero.anyTag')}</option>
      {tags.map(({ id, name }) => (
        <option key={id} value={name}>
          {name}
        </option>
      ))}
    </select>
  </label>
);

const TargetChoice = ({ list, choice, set }: ChoiceProps & { list: readonly ZoteroTarget[] }) => (
  <label>
    <span>{i18n.t('zotero.target')}</span>
    <select
      data-gloss="zotero-target"
      value={choice.target}
      onChange={({ currentTarget }) => set({ target: currentTarget.value })}
    >
      {list.map(({ id, name, level }) => (
        <option key={id} value={id}>
          {`${'\u2003'.repeat(level)}${name}`}
        </option>
      ))}
    </select>
  </label>
);

const MarksChoice = ({ library }: ViewProps) => (
  <label class="zotero-check">
    <input
      type="checkbox"
      data-gloss="zotero-marks"
      checked={isMarking.value}
      onChange={({ currentTarget: box }) =>
        void turnMarks(library, box.checked).then(() => (box.checked = isMarking.peek()))
      }
    />
    <span>{i18n.t('zotero.marks')}</span>
  </label>
);

/** What is sent where. */
function Form({ library, list, first }: ViewProps & { list: ZoteroTarget[]; first: string }) {
  const chosen = library.selection.count.value;
  const [tags, setTags] = useState<Tag[]>([]);
  const [choice, setChoice] = useState<Choice>({
    target: first,
    status: chosen > 0 ? 'chosen' : 'saved',
    tag: '',
  });
  const [isSending, setSending] = useState(false);
  useEffect(() => {
    void library.call('tags.list', null).then((answer) => answer.ok && setTags(answer.value));
  }, [library]);
  const set = (change: Partial<Choice>): void => setChoice({ ...choice, ...change });
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setSending(true);
    await sendChosen(library, choice);
    setSending(false);
  };
  return (
    <form class="zotero-form" aria-busy={isSending} onSubmit={(event) => void submit(event)}>
      <PapersChoice chosen={chosen} choice={choice} set={set} />
      <TagChoice tags={tags} choice={choice} set={set} />
      <TargetChoice list={list} choice={choice} set={set} />
      <MarksChoice library={library} />
      <button
        type="submit"
        class="button"
        data-kind="main"
        data-gloss="zotero-send"
        disabled={isSending}
      >
        {i18n.t(isSending ? 'zotero.sending' : 'zotero.send')}
      </button>
    </form>
  );
}

/** Papers to the Zotero that runs on this machine, with their tags, notes and highlights. */
export function Zotero({ library }: ViewProps) {
  const [found, setFound] = useState<{ targets: ZoteroTarget[]; chosen: string | null } | null>(
    null,
  );
  const connect = async (): Promise<void> => {
    // The browser takes the question only right after the click.
    if (!(await browser.permissions.request(PERMISSION))) {
      library.notice.value = { tone: 'alert', text: i18n.t('zotero.problem.notAllowed') };
      return;
    }
    const answer = await targets(ports);
    if (!answer.ok) return refuse(library, answer.problem);
    library.notice.value = null;
    setFound(answer.value);
  };
  return (
    <div class="zotero-view">
      <h2>Zotero</h2>
      <p class="zotero-about">{i18n.t('zotero.about')}</p>
      {found ? (
        <Form
          library={library}
          list={found.targets}
          first={found.chosen ?? found.targets[0]?.id ?? ''}
        />
      ) : (
        <Empty
          text={i18n.t('zotero.start')}
          action={{ label: i18n.t('zotero.connect'), onPress: () => void connect() }}
        />
      )}
    </div>
  );
}

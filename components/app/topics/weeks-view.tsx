import { useEffect, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { titleText } from '@/components/app/rows/title';
import { copyText } from '@/components/ui/copy';
import { Markdown } from '@/components/ui/markdown/markdown';
import { WebLink } from '@/components/ui/markdown/web-link';
import { dayName } from '@/domain/day';
import { parseMarkdown } from '@/domain/markdown';
import type { LibraryPaper } from '@/domain/paper/paper';
import { type Topic, topicName } from '@/domain/topics/types';
import { webAddress } from '@/domain/web-address';
import {
  growthOf,
  mondayOf,
  weekMarkdown,
  weeksBack,
  type WeekSection,
} from '@/domain/topics/weeks';
import type { LibraryState } from '@/components/app/library/state';
import { TopicDot } from './topic-dot';
import { useTopics } from './topics-view';
import { WeekBars } from './week-bars';
import './weeks.css';
import type { ViewProps } from '@/components/app/library/view-props';

/** Most weeks that the timeline shows: half a year. */
const WEEKS = 26;
/** The weeks that it shows of a library that has fewer. */
const FEWEST = 8;

/** Where the papers of a library lie: weeks back to the newest, and weeks to show so that the oldest is in sight. */
function spanOf(papers: readonly { at: number }[], now: number): { newest: number; weeks: number } {
  const oldest = papers.reduce((first, { at }) => Math.min(first, at), now);
  const newest = papers.reduce((last, { at }) => Math.max(last, at), 0);
  const isYoung = oldest >= mondayOf(now, WEEKS - 1);
  return {
    newest: weeksBack(newest, now, WEEKS),
    weeks: isYoung ? Math.max(FEWEST, weeksBack(oldest, now, WEEKS) + 1) : WEEKS,
  };
}

/** Most papers of a week that the view shows; the list of papers shows all of them. */
const MOST_PAPERS = 500;

type Section = WeekSection & { colour: number | null };

/** A week's papers by topic, the largest topic first; those of none last, without a name where there are no topics. */
function sectionsOf(papers: readonly LibraryPaper[], topics: readonly Topic[]): Section[] {
  const topicOf = new Map(topics.flatMap((topic) => topic.members.map((id) => [id, topic])));
  return [...Map.groupBy(papers, ({ id }) => topicOf.get(id))]
    .toSorted(([a, x], [b, y]) => Number(!a) - Number(!b) || y.length - x.length)
    .map(([topic, members]) => ({
      colour: topic?.colour ?? null,
      name: topic ? topicName(topic) : topics.length > 0 ? i18n.t('map.none') : '',
      papers: members.map((paper) => ({
        title: paper.title,
        authors: paper.authors,
        link: webAddress(paper.links[0] ?? paper.listings[0]?.url) ?? null,
        note: paper.note.text,
        tags: paper.tags.map(({ name }) => name),
        passages: paper.highlights.map(({ quote }) => quote.exact),
      })),
    }));
}

/** The papers of a stretch of time, newest reading; `count` is how many there are, shown or not. */
function usePapersBetween(library: LibraryState, from: number, to: number) {
  const [came, setCame] = useState<{ papers: LibraryPaper[]; count: number } | null>(null);
  const changes = library.changes.value;
  useEffect(() => {
    let isCurrent = true;
    void library.call('library.between', { from, to, limit: MOST_PAPERS }).then((answer) => {
      if (!isCurrent) return;
      if (answer.ok) setCame(answer.value);
      else library.refuse(i18n.t('weeks.couldnt'), answer.error);
    });
    return () => {
      isCurrent = false;
    };
  }, [library, from, to, changes]);
  return came;
}

const dateOf = (time: number): string =>
  new Date(time).toLocaleDateString(undefined, { day: 'numeric', month: 'long', year: 'numeric' });

/** How topics grew over the weeks, and one week's papers with their notes, to print or to take along as Markdown. */
export function WeeksView({ library }: ViewProps) {
  const { topics } = library;
  const [chosen, setBack] = useState<number | null>(null);
  const instead = useTopics({ library }, 1);
  const grouping = topics.grouping.value;
  const now = library.now().getTime();
  const { newest, weeks } = useMemo(() => spanOf(grouping?.papers ?? [], now), [grouping]);
  const back = chosen ?? newest;
  const [from, to] = [mondayOf(now, back), mondayOf(now, back - 1)];
  const came = usePapersBetween(library, from, to);
  const list = topics.topics.value;
  const growth = useMemo(
    () => grouping && growthOf(grouping.papers, grouping.stored.topics, weeks, now),
    [grouping, weeks],
  );
  if (instead) return instead;
  const title = i18n.t('weeks.of', [dateOf(from)]);
  const sections = sectionsOf(came?.papers ?? [], list);
  const rest = came ? came.count - came.papers.length : 0;
  const more = rest > 0 ? i18n.t('weeks.more', [rest.toLocaleString()]) : '';
  const copy = async (button: Element): Promise<void> => {
    const markdown = [weekMarkdown(title, sections), more].filter(Boolean).join('\n');
    if (await copyText(markdown, button)) topics.tell(i18n.t('weeks.copied'));
  };
  const showAll = (): void =>
    library.go({
      view: 'papers',
      query: `saved:${dayName(new Date(from))}..${dayName(new Date(to - 1))}`,
    });
  return (
    <div class="weeks-view">
      {growth && <WeekBars growth={growth} topics={list} back={back} onChoose={setBack} />}
      <article class="week" aria-label={title}>
        <WeekHead
          title={title}
          count={came?.count ?? 0}
          back={back}
          onBack={setBack}
          onCopy={(button) => void copy(button)}
        />
        {came?.count === 0 && <p class="week-none">{i18n.t('weeks.none')}</p>}
        {sections.map((section) => (
          <WeekPart key={section.name} section={section} />
        ))}
        {more !== '' && (
          <p class="week-more">
            {more}{' '}
            <button type="button" class="button" onClick={showAll}>
              {i18n.t('weeks.all')}
            </button>
          </p>
        )}
      </article>
    </div>
  );
}

interface WeekHeadProps {
  title: string;
  count: number;
  /** Weeks before the present one. */
  back: number;
  onBack: (back: number) => void;
  onCopy: (button: Element) => void;
}

const WeekHead = ({ title, count, back, onBack, onCopy }: WeekHeadProps) => (
  <header>
    <h2>{title}</h2>
    <span>{i18n.t('weeks.papers', count, [count.toLocaleString()])}</span>
    <div class="week-do">
      <button type="button" class="button" onClick={() => onBack(back + 1)}>
        {i18n.t('weeks.before')}
      </button>
      <button type="button" class="button" disabled={back === 0} onClick={() => onBack(back - 1)}>
        {i18n.t('weeks.after')}
      </button>
      <button
        type="button"
        class="button"
        data-gloss="week-copy"
        onClick={({ currentTarget }) => onCopy(currentTarget)}
      >
        {i18n.t('weeks.copy')}
      </button>
      <button type="button" class="button" onClick={() => print()}>
        {i18n.t('weeks.print')}
      </button>
    </div>
  </header>
);

const WeekPart = ({ section: { name, colour, papers } }: { section: Section }) => (
  <section>
    {name !== '' && (
      <h3>
        <TopicDot colour={colour} />
        {name}
      </h3>
    )}
    <ul class="week-papers">
      {papers.map((paper, index) => (
        <WeekPaper key={`${index} ${paper.title}`} paper={paper} />
      ))}
    </ul>
  </section>
);

function WeekPaper({ paper }: { paper: Section['papers'][number] }) {
  const { title, authors, link, note, tags, passages } = paper;
  return (
    <li>
      <p class="week-title">
        <WebLink to={link}>{titleText(title)}</WebLink>
      </p>
      <p class="week-facts">
        {[authors.slice(0, 4).join(', '), ...tags.map((tag) => `#${tag}`)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {passages.map((passage) => (
        <blockquote key={passage}>{passage}</blockquote>
      ))}
      {note !== '' && <Note text={note} />}
    </li>
  );
}

const Note = ({ text }: { text: string }) => (
  <div class="week-note">
    <Markdown nodes={useMemo(() => parseMarkdown(text), [text])} />
  </div>
);

import { useEffect, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { copyText } from '@/components/ui/copy';
import { Markdown } from '@/components/ui/markdown';
import { WebLink } from '@/components/ui/web-link';
import { dayName } from '@/domain/day';
import { parseMarkdown } from '@/domain/markdown';
import type { LibraryPaper } from '@/domain/paper/paper';
import { type Topic, topicName } from '@/domain/topics/types';
import { webAddress } from '@/domain/web-address';
import { growthOf, mondayOf, weekMarkdown, type WeekSection } from '@/domain/topics/weeks';
import { TopicDot } from './topic-dot';
import { useTopics } from './topics-view';
import { WeekBars } from './week-bars';
import './weeks.css';
import type { ViewProps } from '@/components/app/library/view-props';

/** Weeks that the timeline shows: half a year. */
const WEEKS = 26;

/** Papers of a week that are shown: who has more of them sees the rest in the list. */
const MOST = 500;

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

const Note = ({ text }: { text: string }) => (
  <div class="week-note">
    <Markdown nodes={useMemo(() => parseMarkdown(text), [text])} />
  </div>
);

/** How topics grew over the weeks, and one week's papers with their notes, to print or to take along as Markdown. */
export function WeeksView({ library }: ViewProps) {
  const { topics } = library;
  const [back, setBack] = useState(0);
  const [came, setCame] = useState<{ papers: LibraryPaper[]; count: number } | null>(null);
  const instead = useTopics({ library }, 1);
  const grouping = topics.grouping.value;
  const now = library.now().getTime();
  const [from, to] = [mondayOf(now, back), mondayOf(now, back - 1)];
  const changes = library.changes.value;
  useEffect(() => {
    let isCurrent = true;
    void library.call('library.between', { from, to, limit: MOST }).then((answer) => {
      if (!isCurrent) return;
      if (answer.ok) setCame(answer.value);
      else library.refuse(i18n.t('weeks.couldnt'), answer.error);
    });
    return () => {
      isCurrent = false;
    };
  }, [library, from, to, changes]);
  const list = topics.topics.value;
  const growth = useMemo(
    () => grouping && growthOf(grouping.papers, grouping.stored.topics, WEEKS, now),
    [grouping],
  );
  if (instead) return instead;
  const date = new Date(from).toLocaleDateString(undefined, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const title = i18n.t('weeks.of', [date]);
  const sections = sectionsOf(came?.papers ?? [], list);
  const count = came?.count ?? 0;
  const rest = came ? came.count - came.papers.length : 0;
  const more = rest > 0 ? i18n.t('weeks.more', [rest.toLocaleString()]) : '';
  const markdown = (): string => [weekMarkdown(title, sections), more].filter(Boolean).join('\n');
  const copy = async (button: Element): Promise<void> => {
    if (await copyText(markdown(), button)) topics.tell(i18n.t('weeks.copied'));
  };
  return (
    <div class="weeks-view">
      {growth && <WeekBars growth={growth} topics={list} back={back} onChoose={setBack} />}
      <article class="week" aria-label={title}>
        <header>
          <h2>{title}</h2>
          <span>{i18n.t('weeks.papers', count, [count.toLocaleString()])}</span>
          <button type="button" class="button" onClick={() => setBack(back + 1)}>
            {i18n.t('weeks.before')}
          </button>
          <button
            type="button"
            class="button"
            disabled={back === 0}
            onClick={() => setBack(Math.max(0, back - 1))}
          >
            {i18n.t('weeks.after')}
          </button>
          <button
            type="button"
            class="button"
            data-gloss="week-copy"
            onClick={({ currentTarget }) => void copy(currentTarget)}
          >
            {i18n.t('weeks.copy')}
          </button>
          <button type="button" class="button" onClick={() => print()}>
            {i18n.t('weeks.print')}
          </button>
        </header>
        {came?.count === 0 && <p class="week-none">{i18n.t('weeks.none')}</p>}
        {sections.map((section) => (
          <section key={section.name}>
            {section.name !== '' && (
              <h3>
                <TopicDot colour={section.colour} />
                {section.name}
              </h3>
            )}
            <ul class="week-papers">
              {section.papers.map((paper, index) => (
                <li key={`${index} ${paper.title}`}>
                  <p class="week-title">
                    <WebLink to={paper.link}>{paper.title}</WebLink>
                  </p>
                  <p class="week-facts">
                    {[paper.authors.slice(0, 4).join(', '), ...paper.tags.map((tag) => `#${tag}`)]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                  {paper.passages.map((passage) => (
                    <blockquote key={passage}>{passage}</blockquote>
                  ))}
                  {paper.note !== '' && <Note text={paper.note} />}
                </li>
              ))}
            </ul>
          </section>
        ))}
        {more !== '' && (
          <p class="week-more">
            {more}{' '}
            <button
              type="button"
              class="button"
              onClick={() =>
                library.go({
                  view: 'papers',
                  query: `saved:${dayName(new Date(from))}..${dayName(new Date(to - 1))}`,
                })
              }
            >
              {i18n.t('weeks.all')}
            </button>
          </p>
        )}
      </article>
    </div>
  );
}

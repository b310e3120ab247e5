import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';
import { i18n } from '#i18n';
import { Empty } from '@/components/app/notices/empty';
import type { Tag } from '@/domain/paper/paper';
import { printLeaf } from '@/domain/query/print';
import { likeTag, MAX_TAG_LENGTH, TAG_COLOURS, tagId, tagName } from '@/domain/paper/tag';
import type { LibraryState } from '@/components/app/library/state';
import '@/components/app/controls/field.css';
import './tags-view.css';
import type { ViewProps } from '@/components/app/library/view-props';

type Counted = Tag & { papers: number };

/** What can be done with a tag: each a step with an Undo. */
function tagActions({ call, step }: LibraryState) {
  const what = i18n.t('library.couldnt.tag');
  return {
    rename: (tag: Counted, name: string) =>
      step((opId) => call('tag.rename', { opId, id: tag.id, name }), {
        did: () => i18n.t('library.tags.did.renamed', [tag.name, name]),
        what,
      }),
    recolour: (tag: Counted, colour: number) =>
      step((opId) => call('tag.recolour', { opId, id: tag.id, colour }), {
        did: () => i18n.t('library.tags.did.recoloured', [tag.name]),
        what,
      }),
    merge: (tag: Counted, into: Counted) =>
      step((opId) => call('tag.merge', { opId, id: tag.id, into: into.id }), {
        did: () => i18n.t('library.tags.did.merged', [tag.name, into.name]),
        what,
      }),
    remove: (tag: Counted) =>
      step((opId) => call('tag.delete', { opId, id: tag.id }), {
        did: () => i18n.t('library.tags.did.deleted', [tag.name]),
        what,
      }),
  };
}

interface RowProps {
  library: LibraryState;
  tag: Counted;
  tags: readonly Counted[];
  /** The new name of the tag that was renamed last, until its field shows. */
  renamed: RefObject<string | null>;
}

interface PairProps extends Pick<RowProps, 'library' | 'tag'> {
  other: Counted;
  isAlert?: boolean;
  text: string;
}

/** Says what two tags have in common, and offers to make one of them. */
function Pair({ library, tag, other, isAlert, text }: PairProps) {
  return (
    <p class="tag-pair" {...(isAlert ? { role: 'alert' } : {})}>
      {text}{' '}
      <button
        type="button"
        class="button"
        data-gloss="merge-pair"
        onClick={() => void tagActions(library).merge(tag, other)}
      >
        {i18n.t('library.tags.mergeThem', [tag.name, other.name])}
      </button>
    </p>
  );
}

/** The name of a tag, edited in its place; Enter or leaving the field renames the tag. */
function Name({ library, tag, tags, renamed }: RowProps) {
  const [other, setOther] = useState<Counted | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const asked = useRef<string | null>(null);
  // A new name has a new field, elsewhere in the order: who renamed by Enter goes on there.
  useLayoutEffect(() => {
    if (renamed.current !== tag.name) return;
    renamed.current = null;
    if (document.activeElement === document.body) input.current?.focus();
  }, []);
  const alike = likeTag(tag, tags);
  const take = (field: HTMLInputElement): void => {
    const name = tagName(field.value);
    // Enter has asked already when the field is left, or goes with its row; and the offer to merge stays where it is.
    if (name === asked.current) return;
    if (name === tag.name) {
      field.value = name;
      return;
    }
    const known = tags.find(({ id, name: taken }) => id !== tag.id && tagId(taken) === tagId(name));
    setOther(known ?? null);
    if (name === '' || known) field.value = tag.name;
    else {
      asked.current = name;
      renamed.current = name;
      void tagActions(library)
        .rename(tag, name)
        .then((done) => {
          if (done) return;
          asked.current = null;
          field.value = tag.name;
        });
    }
  };
  return (
    <>
      <input
        ref={input}
        data-gloss="tag-name"
        aria-label={i18n.t('library.tags.name', [tag.name])}
        style={{ color: `var(--tag-${tag.colour})` }}
        maxLength={MAX_TAG_LENGTH}
        defaultValue={tag.name}
        onBlur={({ currentTarget }) => take(currentTarget)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.currentTarget.value = tag.name;
            setOther(null);
          }
          if (event.key === 'Enter') take(event.currentTarget);
        }}
      />
      {other ? (
        <Pair
          library={library}
          tag={tag}
          other={other}
          text={i18n.t('library.tags.clash', [other.name])}
          isAlert
        />
      ) : (
        alike && (
          <Pair
            library={library}
            tag={tag}
            other={alike}
            text={i18n.t('library.tags.alike', [alike.name])}
          />
        )
      )}
    </>
  );
}

function Colours({ library, tag }: Pick<RowProps, 'library' | 'tag'>) {
  return (
    <span class="tag-colours" role="group" aria-label={i18n.t('library.tags.colour', [tag.name])}>
      {Array.from({ length: TAG_COLOURS }, (_, colour) => (
        <button
          key={colour}
          type="button"
          aria-label={i18n.t('library.tags.colourOf', [String(colour + 1)])}
          aria-pressed={colour === tag.colour}
          style={{ color: `var(--tag-${colour})` }}
          onClick={() => void tagActions(library).recolour(tag, colour)}
        />
      ))}
    </span>
  );
}

function Row({ library, tag, tags, renamed }: RowProps) {
  const { merge, remove } = tagActions(library);
  const [isOpen, setOpen] = useState(false);
  const search = printLeaf({
    is: 'named',
    field: 'tag',
    text: tag.name,
    isQuoted: /\s/.test(tag.name),
  });
  const count = i18n.t('library.papers', tag.papers, [tag.papers.toLocaleString()]);
  return (
    <tr data-gloss="tag-row" data-open={isOpen}>
      <td>
        <Name library={library} tag={tag} tags={tags} renamed={renamed} key={tag.name} />
      </td>
      <td class="tag-papers">
        {tag.papers === 0 ? (
          count
        ) : (
          <a
            href={`#q=${encodeURIComponent(search)}`}
            onClick={(event) => {
              event.preventDefault();
              library.search(search);
            }}
          >
            {count}
          </a>
        )}
      </td>
      <td class="tag-more">
        <button
          type="button"
          class="button"
          data-kind="plain"
          aria-label={i18n.t('library.tags.change', [tag.name])}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          ⋯
        </button>
      </td>
      <td>
        <Colours library={library} tag={tag} />
      </td>
      <td>
        <select
          class="field"
          aria-label={i18n.t('library.tags.mergeInto', [tag.name])}
          value=""
          onChange={({ currentTarget }) => {
            const into = tags.find(({ id }) => id === currentTarget.value);
            currentTarget.value = '';
            if (into) void merge(tag, into);
          }}
        >
          <option value="" disabled>
            {i18n.t('library.tags.merge')}
          </option>
          {tags
            .filter(({ id }) => id !== tag.id)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                #{name}
              </option>
            ))}
        </select>
        <button
          type="button"
          class="button"
          aria-label={i18n.t('library.tags.delete', [tag.name])}
          onClick={() => void remove(tag)}
        >
          {i18n.t('library.bulk.delete')}
        </button>
      </td>
    </tr>
  );
}

/** All tags: their names, colours, and how many papers have them. */
export function TagsView({ library }: ViewProps) {
  const [tags, setTags] = useState<Counted[] | null>(null);
  const renamed = useRef<string | null>(null);
  const changes = library.changes.value;
  useEffect(() => {
    let isCurrent = true;
    void library.call('tags.counted', null).then((answer) => {
      if (!isCurrent) return;
      if (answer.ok) setTags(answer.value.toSorted((a, b) => a.name.localeCompare(b.name)));
      else library.refuse(i18n.t('library.couldnt.tags'), answer.error);
    });
    return () => {
      isCurrent = false;
    };
  }, [changes]);
  if (tags === null) return null;
  if (tags.length === 0) return <Empty text={i18n.t('library.tags.none')} />;
  return (
    <div class="tags-view">
      <h2>{i18n.t('library.views.tags')}</h2>
      <table>
        <thead>
          <tr>
            {(['tag', 'papers', 'colours', 'actions'] as const).map((name) => (
              <th key={name} scope="col">
                {/* What the other columns hold shows in the row that a person is at. */}
                <span class={name === 'tag' || name === 'papers' ? undefined : 'unseen'}>
                  {i18n.t(`library.tags.columns.${name}`)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tags.map((tag) => (
            <Row key={tag.id} library={library} tag={tag} tags={tags} renamed={renamed} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

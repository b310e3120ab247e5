import { i18n } from '#i18n';
import { MOST_ENTRIES } from '@/domain/limits';
import type { FirstWords } from '@/rpc/protocol';

/** The words of the first picture, with the numbers that it shows. */
export function wordsFor(papers: number, unseen: number): FirstWords {
  const isCut = papers >= MOST_ENTRIES;
  const number = papers.toLocaleString();
  return {
    language: i18n.t('language'),
    mark: i18n.t('row.mark', ['$1']),
    new: i18n.t('row.new'),
    seen: i18n.t('row.seen'),
    region: i18n.t('dock.region'),
    papers: isCut ? i18n.t('dock.first', [number]) : i18n.t('dock.papers', papers),
    cut: isCut ? i18n.t('dock.cut', [number]) : '',
    countNew: i18n.t('dock.new', [String(unseen)]),
    countSaved: i18n.t('dock.saved', ['0']),
    goThrough: i18n.t('dock.goThrough'),
    triage: i18n.t('dock.triage'),
    move: i18n.t('dock.move'),
    menu: i18n.t('dock.menu'),
    collapse: i18n.t('dock.collapse'),
    expand: i18n.t('dock.expand', [String(papers), String(unseen)]),
    orphaned: i18n.t('failure.orphaned'),
  };
}

/** A paper of the practice list. */
interface PracticePaper {
  title: string;
  authors: string;
  abstract: string;
}

/** Made-up papers: a person tries everything on them and keeps none. */
export const PRACTICE_PAPERS: readonly PracticePaper[] = [
  {
    title: 'Margins That Remember: Persistent Annotation Across Paper Listings',
    authors: 'Ada Example, Ben Sample',
    abstract:
      'Readers meet the same paper on a mailing list, in a search and in the proceedings, and judge it anew each time. We attach what a reader thought to the paper instead of the page. In a study with forty readers, a second meeting took two seconds instead of eleven.',
  },
  {
    title: 'How Long Is a Glance? Measuring the First Seconds of Paper Triage',
    authors: 'Chidi Placeholder, Ada Example',
    abstract:
      'We recorded nine thousand decisions about papers. Most were made from the title alone, within three seconds, and half of the papers that were opened in a new tab were never read. A single visible word about why a paper was kept doubled the share that was.',
  },
  {
    title: 'A Note in Time: What Researchers Write Down Before They Forget',
    authors: 'Dana Specimen, Ben Sample, Emil Dummy',
    abstract:
      'Notes about papers are short, written early and rarely found again. We classify two thousand of them: comparisons with own work, doubts about an evaluation, and names of people to ask. Notes that quote a sentence are found again three times as often as notes that do not.',
  },
  {
    title: 'Highlighting Less: Sparse Marks Help Readers Return to an Argument',
    authors: 'Fay Mockup',
    abstract:
      'Readers who may highlight at most two passages of an abstract remember its claim better than readers without a limit. The effect holds a month later. We discuss what this means for tools that make highlighting cheap.',
  },
  {
    title: 'Undo as a Promise: Fearless Decisions in Fast Interfaces',
    authors: 'Gus Stand-In, Chidi Placeholder',
    abstract:
      'People decide faster when every decision can be taken back. We compare a confirmation dialogue with an undo that never expires, and find that undo halves the time of a decision and that fewer than one decision in fifty is taken back.',
  },
];

/** What decides whether a commit can be released under a tag. */
export interface Candidate {
  /** The tag's name: `v0.1.0`. */
  tag: string;
  /** The version of `package.json`. */
  version: string;
  /** The text of `CHANGELOG.md`. */
  changelog: string;
  /** Ids of the commits that the tag names and that is checked out; `null` where there is no such tag. */
  tagged: string | null;
  head: string;
  /** Whether all files are as they are committed. */
  isClean: boolean;
}

/** A version's part of the list of changes, without its heading; `null` where it has none or an empty one. */
export function changesOf(changelog: string, version: string): string | null {
  const heading = `## ${version}`;
  const lines = changelog.split('\n');
  const first = lines.findIndex((line) => line.trim() === heading);
  if (first < 0) return null;
  const rest = lines.slice(first + 1);
  const next = rest.findIndex((line) => line.startsWith('## '));
  const part = rest.slice(0, next < 0 ? rest.length : next);
  return part.join('\n').trim() || null;
}

/** Why a commit can't be released under its tag, a sentence each; none where it can. */
export function faultsOf({ tag, version, changelog, tagged, head, isClean }: Candidate): string[] {
  return [
    ...(tag === `v${version}`
      ? []
      : [`The tag is ${tag}, and package.json says ${version}: the tag must be v${version}.`]),
    ...(changesOf(changelog, version) === null
      ? [`CHANGELOG.md has no part "## ${version}" that says what changed.`]
      : []),
    ...(tagged === head
      ? []
      : [
          tagged === null
            ? `There is no tag ${tag}: make it by "git tag ${tag}".`
            : `The tag ${tag} names another commit than the one that is checked out.`,
        ]),
    ...(isClean ? [] : ['Files differ from what is committed: commit or undo the changes.']),
  ];
}

/** A zip that `npm run package` made: its SHA-256 and its path in the project. */
export interface Packed {
  sum: string;
  file: string;
}

/** The zips that `npm run package` names, among all that its tools print. */
export const packedIn = (printed: string): Packed[] =>
  [...printed.matchAll(/([0-9a-f]{64}) +\d+ +(\S+\.zip)/g)].map(([, sum = '', file = '']) => ({
    sum,
    file,
  }));

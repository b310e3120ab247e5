import { expect, test } from 'vitest';
import { read, viewsOf } from '../export/library';

const ENTRIES =
  '@article{doe2020, title={Tides on moons}, keywords={moons}}\n@article{bo2021, title={Ponds on moons}}\n';

test.each<[string, string, Record<string, string[]>, string[]]>([
  [
    'JabRef 3’s tree, whose lines break anywhere',
    String.raw`@comment{jabref-meta: groupsversion:3;}
@comment{jabref-meta: groupstree:
0 AllEntriesGroup:;
1 ExplicitGroup:To cite\;0\;doe2020\;bo2
021\;;
2 ExplicitGroup:Part 1\\\; drafts\;2\;doe2020\;gone1999\;;
}`,
    { 'Tides on moons': ['moons', 'Part 1; drafts', 'To cite'], 'Ponds on moons': ['To cite'] },
    [],
  ],
  [
    'JabRef’s groups that searches fill',
    String.raw`@comment{jabref-meta: groupstree:
0 AllEntriesGroup:;
1 KeywordGroup:Tidal\;0\;title\;tides\;0\;0\;;
1 SearchGroup:New\;0\;year=2021\;0\;0\;;
}`,
    { 'Tides on moons': ['moons'], 'Ponds on moons': [] },
    ['groups of JabRef that a search fills'],
  ],
  [
    'BibDesk’s static and smart groups',
    `@comment{BibDesk Static Groups{
<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><array>
	<dict>
		<key>group name</key>
		<string>Thesis &amp; talk</string>
		<key>keys</key>
		<string>doe2020,bo2021</string>
	</dict>
	<dict><key>group name</key><string>Empty</string><key>keys</key><string></string></dict>
</array></plist>
}}
@comment{BibDesk Smart Groups{
<plist version="1.0"><array><dict><key>group name</key><string>New</string></dict></array></plist>
}}`,
    { 'Tides on moons': ['moons', 'Thesis & talk'], 'Ponds on moons': ['Thesis & talk'] },
    ['smart groups of BibDesk'],
  ],
])('groups outside of the entries are tags: %s', async (_, groups, tags, untaken) => {
  const { library, left } = await read('bibtex', `${ENTRIES}\n${groups}\n`);
  const views = viewsOf(library);
  expect(Object.fromEntries(views.map((view) => [view.title, view.tags.toSorted()]))).toEqual(
    Object.fromEntries(Object.entries(tags).map(([title, names]) => [title, names.toSorted()])),
  );
  expect([...left.keys()]).toEqual(untaken);
});

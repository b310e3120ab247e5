import { id, type Read } from './readers';

/**
 * Journals of MDPI: the ISSN in their addresses, the beginning of their DOIs, and for those that numbered papers
 * otherwise once the first volume that has them so (https://www.mdpi.com/about/journals).
 */
const JOURNALS: ReadonlyMap<string, { name: string; from: number }> = new Map(
  `1420-3049:molecules:15 1422-0067:ijms:11 1424-8220:s:9 1099-4300:e:12 1660-4601:ijerph:7 1996-1073:en:3
   1996-1944:ma:3 1999-4893:a:3 2071-1050:su 2072-4292:rs 2072-6643:nu 2072-6694:cancers 2072-6651:toxins
   2073-4360:polym 2073-4395:agronomy 2073-4409:cells 2073-4425:genes 2073-4433:atmos 2073-4441:w 2073-445X:land
   2073-8994:sym 2073-431X:computers 2073-4344:catal 2073-4352:cryst 2075-1729:life 2075-4418:diagnostics
   2075-4434:galaxies 2075-4450:insects 2075-4701:met 2075-5309:buildings 2076-2607:microorganisms 2076-2615:ani
   2076-3387:admsci 2076-3417:app 2076-3921:antiox 2077-0383:jcm 2077-1444:rel 2078-2489:info 2079-4991:nano
   2079-6412:coatings 2079-8954:systems 2079-9292:electronics 2218-1997:universe 2218-273X:biom
   2218-6581:robotics 2220-9964:ijgi 2223-7747:plants 2226-471X:languages 2227-7390:math 2227-9032:healthcare
   2227-9091:risks 2227-9717:pr 2304-6732:photonics 2304-8158:foods 2306-5729:data 2311-5521:fluids
   2313-433X:jimaging 2409-9279:mps 2411-5134:inventions 2414-4088:mti 2504-2289:bdcc 2504-446X:drones
   2504-4990:make 2571-6255:fire 2571-9408:heritage 2673-4834:earth 1999-4907:f 1999-4915:v 1999-5903:fi
   1999-4923:pharmaceutics 2072-666X:mi`
    .split(/\s+/)
    .map((row) => {
      const [issn = '', name = '', from = '1'] = row.split(':');
      return [issn, { name, from: Number(from) }];
    }),
);

/**
 * A paper of MDPI, whose journal, volume, issue and number make its DOI: `/2072-4292/13/4/123` is
 * `10.3390/rs13040123`. Nothing for journals that are not known.
 */
export const mdpi: Read = (url) => {
  const [, issn = '', volume = '', issue = '', number = ''] =
    /^\/(\d{4}-\d{3}[\dX])\/(\d{1,3})\/(\d{1,2})\/(\d{1,6})(?:\/|$)/.exec(url.pathname) ?? [];
  const journal = JOURNALS.get(issn);
  if (!journal || Number(volume) < journal.from) return undefined;
  const paper = `${volume}${issue.padStart(2, '0')}${number.padStart(4, '0')}`;
  return id('doi', `10.3390/${journal.name}${paper}`);
};

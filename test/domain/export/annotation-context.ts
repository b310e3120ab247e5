/** The terms of the Web Annotation context (https://www.w3.org/TR/annotation-vocab/) that an export uses: the test must not need the internet. */
const id = (term: string) => ({ '@id': term, '@type': '@id' });
const vocab = (term: string) => ({ '@id': term, '@type': '@vocab' });
const time = (term: string) => ({ '@id': term, '@type': 'xsd:dateTime' });
const number = (term: string) => ({ '@id': term, '@type': 'xsd:nonNegativeInteger' });

const TYPES = ['Annotation', 'SpecificResource', 'TextualBody', 'FragmentSelector'];
const SELECTORS = ['TextQuoteSelector', 'TextPositionSelector'];
const MOTIVATIONS = ['bookmarking', 'assessing', 'commenting', 'tagging', 'highlighting'];

const own = (names: string[]) => Object.fromEntries(names.map((name) => [name, `oa:${name}`]));

export const ANNOTATION_CONTEXT = {
  '@context': {
    oa: 'http://www.w3.org/ns/oa#',
    dc: 'http://purl.org/dc/elements/1.1/',
    dcterms: 'http://purl.org/dc/terms/',
    dctypes: 'http://purl.org/dc/dcmitype/',
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
    xsd: 'http://www.w3.org/2001/XMLSchema#',
    as: 'http://www.w3.org/ns/activitystreams#',
    id: { '@type': '@id', '@id': '@id' },
    type: { '@type': '@id', '@id': '@type' },
    ...own([...TYPES, ...SELECTORS, ...MOTIVATIONS]),
    AnnotationCollection: 'as:OrderedCollection',
    AnnotationPage: 'as:OrderedCollectionPage',
    Text: 'dctypes:Text',
    body: id('oa:hasBody'),
    target: id('oa:hasTarget'),
    source: id('oa:hasSource'),
    selector: id('oa:hasSelector'),
    refinedBy: id('oa:refinedBy'),
    scope: id('oa:hasScope'),
    first: id('as:first'),
    items: { '@type': '@id', '@id': 'as:items', '@container': '@list' },
    motivation: vocab('oa:motivatedBy'),
    purpose: vocab('oa:hasPurpose'),
    format: 'dc:format',
    value: 'rdf:value',
    exact: 'oa:exact',
    prefix: 'oa:prefix',
    suffix: 'oa:suffix',
    styleClass: 'oa:styleClass',
    label: 'rdfs:label',
    created: time('dcterms:created'),
    modified: time('dcterms:modified'),
    start: number('oa:start'),
    end: number('oa:end'),
    startIndex: number('as:startIndex'),
  },
};

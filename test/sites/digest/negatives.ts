import {
  NEWS,
  PRODUCTS,
  REPOS,
  PEOPLE,
  FILMS,
  PAPER_TITLE,
  REFERENCES,
  PROSE,
} from './negative-texts';

/** Pages that list something else than papers, or nothing at all. */
export interface Negative {
  name: string;
  html: string;
  plain?: true;
}

const page = (body: string, head = ''): string =>
  `<!doctype html><html><head><title>Page</title>${head}</head><body><header><nav><a href="/">Home</a></nav></header><main>${body}</main></body></html>`;
const times = (
  rows: readonly string[][],
  render: (row: string[], index: number) => string,
): string => rows.map(render).join('\n');

export const NEGATIVES: Negative[] = [
  {
    name: 'news front page',
    html: page(
      times(
        NEWS,
        ([title, author, text]) =>
          `<article><h2><a href="/news/${title?.length}">${title}</a></h2><span class="byline">By ${author}</span><p>${text}</p></article>`,
      ),
    ),
  },
  {
    name: 'blog index',
    html: page(
      times(
        NEWS,
        ([title, author, text]) =>
          `<div class="post"><h2>${title}</h2><div>${author} · May 3, 2024 · 5 min read</div><p>${text}</p><a href="/p">Continue reading</a></div>`,
      ),
    ),
  },
  {
    name: 'shop',
    html: page(
      `<ul>${PRODUCTS.map((name, index) => `<li><a href="/item/${index}"><h3>${name}</h3></a><span>€${index * 20 + 19}.90</span><p>Made by hand in small batches, delivered within three working days, returned free of charge when it does not please you at home.</p><button>Add to cart</button></li>`).join('')}</ul>`,
    ),
  },
  {
    name: 'forum',
    html: page(
      `<table>${times(NEWS, ([title, author], index) => `<tr><td><a href="/t/${index}">${title}</a><br>Started by ${author}, 3 May 2024</td><td>${index * 7} replies</td><td>Last post by <a>${PEOPLE[index]}</a></td></tr>`)}</table>`,
    ),
  },
  {
    name: 'forum thread',
    html: page(
      times(
        NEWS,
        ([, author, text]) =>
          `<div class="post"><div class="user">${author}</div><div>Senior Member</div><div>${text}</div><a>Reply With Quote</a></div>`,
      ),
    ),
  },
  {
    name: 'encyclopaedia list',
    html: page(
      `<h1>List of rivers of Nowhere</h1>${PROSE}<ul>${PRODUCTS.map((name) => `<li><a href="/wiki/x">${name.split(' ')[0]} River</a>, a tributary of the Long River</li>`).join('')}</ul><h2>References</h2><ol>${REFERENCES.map((text) => `<li>^ ${text}</li>`).join('')}</ol>`,
    ),
  },
  {
    name: 'page of one paper',
    html: page(
      `<h1>${PAPER_TITLE}</h1><p>Mirela Osk, Tobias Hanewald</p><h2>Abstract</h2><p>${NEWS[0]?.[2]}</p><h2>Recommended articles</h2><ul>${PEOPLE.map((name) => `<li><a href="/a/${name}">Other work on floods by ${name}</a></li>`).join('')}</ul>`,
      `<meta name="citation_title" content="${PAPER_TITLE}"><meta name="citation_author" content="Osk, Mirela">`,
    ),
  },
  {
    name: 'paper with a reference list and no metadata',
    html: page(
      `<article><h1>${PAPER_TITLE}</h1><h2>1 Introduction</h2>${PROSE}<h2>2 Method</h2>${PROSE}<h2>References</h2><ol>${REFERENCES.map((text) => `<li>${text}</li>`).join('')}</ol></article>`,
    ),
  },
  {
    name: 'changelog',
    html: page(
      [3, 2, 1]
        .map(
          (version) =>
            `<h2>Version 4.${version}.0</h2><p>3 May 2024</p><ul><li>Fixed a crash when opening large files</li><li>Added support for dark mode in settings</li><li>Improved the performance of search</li></ul>`,
        )
        .join(''),
    ),
  },
  {
    name: 'job board',
    html: page(
      PEOPLE.map(
        (_, index) =>
          `<div class="job"><h3>Senior Machine Learning Engineer ${index}</h3><div>Example Labs, Berlin</div><p>You will design and evaluate models for our products, work with data engineers and present results to clients. We offer flexible hours and a learning budget.</p><a>Apply now</a></div>`,
      ).join(''),
    ),
  },
  {
    name: 'recipes',
    html: page(
      PRODUCTS.map(
        (_, index) =>
          `<article><h2>Grandmother's soup number ${index}</h2><p>by ${PEOPLE[index]}</p><p>Chop the onions, warm the oil and add the carrots. Let it simmer for an hour, taste it, and serve with bread and a spoon of cream.</p><span>45 minutes</span></article>`,
      ).join(''),
    ),
  },
  {
    name: 'event calendar',
    html: page(
      `<table>${PEOPLE.map((name, index) => `<tr><td>${index + 3} May 2024, 19:00</td><td>Evening concert with ${name}</td><td>Town hall, large room</td><td>€12</td></tr>`).join('')}</table>`,
    ),
  },
  {
    name: 'issues of a repository',
    html: page(
      times(
        NEWS,
        (_, index) =>
          `<div><a href="/x/y/issues/${index}">Crash when parsing nested tables with empty cells ${index}</a><span>#${index} opened 3 days ago by octo${index}</span><span>bug</span><span>4 comments</span></div>`,
      ),
    ),
  },
  {
    name: 'web search results',
    html: page(
      times(
        NEWS,
        ([title, , text], index) =>
          `<div><a href="https://news.example/${index}"><h3>${title}</h3></a><cite>news.example › story</cite><p>${text}</p></div>`,
      ),
    ),
  },
  {
    name: 'documentation contents',
    html: page(
      `<ul>${['Installing the command line tool', 'Configuring the build pipeline', 'Writing your first plugin', 'Deploying to a private server', 'Troubleshooting network errors', 'Frequently asked questions'].map((title) => `<li><a href="/docs/x">${title}</a></li>`).join('')}</ul>`,
    ),
  },
  {
    name: 'documentation with sections',
    html: page(
      ['Installation', 'Configuration', 'Data model', 'Query language', 'Performance']
        .map(
          (title) =>
            `<h2>${title} overview</h2><p>This section describes how the system handles data and which methods the framework offers. The model is evaluated on each request, and results are cached. Use the analysis command to measure performance.</p><p>See the next section for details.</p>`,
        )
        .join(''),
    ),
  },
  {
    name: 'videos',
    html: page(
      PEOPLE.map(
        (name, index) =>
          `<div><a href="/watch?v=${index}"><h3>How I built a cabin in the woods, part ${index}</h3></a><div>${name}</div><div>12K views · 3 weeks ago</div></div>`,
      ).join(''),
    ),
  },
  {
    name: 'book store',
    html: page(
      times(
        FILMS,
        ([title], index) =>
          `<div><h3><a href="/b/${index}">${title}</a></h3><div>${PEOPLE[index]}</div><div>Paperback, 312 pages</div><div>$${index + 9}.99</div><div>4.5 out of 5</div></div>`,
      ),
    ),
  },
  {
    name: 'films',
    html: page(
      `<table><tr><th>Title</th><th>Year</th><th>Director</th></tr>${times(FILMS, ([title, year], index) => `<tr><td><i>${title}</i></td><td>${year}</td><td>${PEOPLE[index]}</td></tr>`)}</table>`,
    ),
  },
  {
    name: 'check that a visitor is human',
    html: page(
      '<h1>Please show you are not a robot</h1><p>About 31 results</p><form><input></form>',
    ),
  },
  {
    name: 'code repositories',
    html: page(
      REPOS.map(
        (name, index) =>
          `<li><h3><a href="https://github.com/x/${name}">x / ${name}</a></h3><p>A small and fast library for people who like it simple, with examples and tests for every method.</p><span>TypeScript</span><span>★ ${index * 317}</span></li>`,
      ).join(''),
    ),
  },
  {
    name: 'committee',
    html: page(
      `<h2>Program Committee</h2><ul>${PEOPLE.map((name) => `<li>${name}, University of Nowhere</li>`).join('')}</ul>`,
    ),
  },
  {
    name: 'committee with places, beside accepted papers',
    html: page(
      `<h1>Research track</h1><h2>Accepted papers</h2><p>To be announced.</p><table>${[...PEOPLE, ...PEOPLE.toReversed()].map((name, index) => `<tr><td>${name}</td><td>${['University of Nowhere', 'Institute of Things', 'Nowhere State University', 'School of Rivers'][index % 4]}</td><td>${['Germany', 'Japan', 'Canada'][index % 3]}</td></tr>`).join('')}</table>`,
    ),
  },
  {
    name: 'call for research papers with dates and rules',
    html: page(
      `<h1>Call for Research Papers</h1><h2>Accepted papers</h2>${['Topics of Interest and Scope', 'Anonymity Requirements for Reviewing', 'Software and Data Artifact Availability', 'First Research Track Cycle'].map((title) => `<h3>${title}</h3><p>Abstract Submission, Camera Ready</p><p>We propose that authors present novel methods, models and experiments, and that the results of this paper track be evaluated by our committee as in proceedings of earlier years.</p>`).join('')}`,
    ),
  },
  {
    name: 'speakers',
    html: page(
      `<h2>Invited speakers</h2>${PEOPLE.map((name) => `<div><h3>${name}</h3><p>Institute of Things</p><p>${name} is a professor at the Institute of Things and works on rivers, models and data. Before that, they spent ten years in industry and won several prizes.</p></div>`).join('')}`,
    ),
  },
  {
    name: 'call for papers',
    html: page(
      `<h1>Call for papers</h1>${PROSE}<h3>Topics of interest</h3><ul><li>Learning from sparse data and models</li><li>Evaluation of language systems</li><li>Theory of distributed algorithms</li><li>Benchmarks and datasets for rivers</li></ul><h3>Important dates</h3><ul><li>Submission deadline: 3 May 2026</li><li>Notification: 1 July 2026</li></ul>`,
    ),
  },
  {
    name: 'course schedule',
    html: page(
      `<table><tr><th>Week</th><th>Topic</th><th>Instructor</th></tr>${['Introduction to machine learning', 'Linear models and regression', 'Neural networks and training', 'Graphs and optimisation', 'Evaluation and statistics', 'Project presentations'].map((topic, index) => `<tr><td>Week ${index + 1}</td><td>${topic}</td><td>${PEOPLE[0]}</td></tr>`).join('')}</table>`,
    ),
  },
  {
    name: 'essay with headings',
    html: page(
      `<article><h1>What I learned from ten years of data work</h1>${['Start with a question', 'Measure before you model', 'Baselines are friends', 'Keep the results honest', 'Write things down'].map((title) => `<h2>${title}</h2><p>We built a model for every problem, and most of them failed. The data was noisy, the method was slow, and our results could not be explained to anybody who asked for them. In the end a simple analysis did it.</p><p>That is still the best advice I know.</p>`).join('')}</article>`,
    ),
  },
  {
    name: 'plain text of a licence',
    plain: true,
    html: NEWS.map(([, , text], index) => `${index + 1}. ${text}\n${text}`).join('\n\n'),
  },
  { name: 'an empty page', html: page('') },
];

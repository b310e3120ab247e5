/** Addresses that look like a listing of a site and are none: at least two for each. */
export const NEAR_MISSES: Record<string, string[]> = {
  arxiv: [
    'https://arxiv.org/abs/2406.14598',
    'https://arxiv.org/search/advanced',
    'https://arxiv.org/listing/cs.CL/new',
    'https://info.arxiv.org/list/cs.CL/new',
    'https://arxiv.org.example.com/list/cs.CL/new',
  ],
  'hugging-face': [
    'https://huggingface.co/papers/2407.21783',
    'https://huggingface.co/models',
    'https://huggingface.co/papers/2407.21783/upvoters',
    'https://huggingface.co/blog/papers',
  ],
};

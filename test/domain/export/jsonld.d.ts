/** What the tests use of jsonld, which has no types of its own. */
declare module 'jsonld' {
  const jsonld: {
    expand: (
      document: unknown,
      options: {
        documentLoader: (
          url: string,
        ) => Promise<{ contextUrl: null; documentUrl: string; document: unknown }>;
        safe: boolean;
      },
    ) => Promise<Record<string, unknown>[]>;
  };
  export default jsonld;
}

/** A paper as the export file holds it. */
export interface PaperDocument {
  id: string;
}

import { documentSchema, type GlossDocument } from '@/domain/export/schema';

/** The document in a file that Gloss wrote. Throws where it is not as the format says. */
export const documentIn = (file: string): GlossDocument => documentSchema.parse(JSON.parse(file));

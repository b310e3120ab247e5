import { fromTex, unmarked } from '@/domain/text/from-tex';
import { fromMarkup } from '@/domain/text/markup';

/** A value as text: TeX first, then the markup that publishers leave in it. */
export const bibText = (tex: string): string => unmarked(fromMarkup(fromTex(tex)));

import line from '@/components/in-page/dock/line.css?inline';
import mark from '@/components/in-page/marks/mark.css?inline';
import layer from './layer.css?inline';
import look from './look.css?inline';

/** What marks and the page bar need before anything happens on the page. */
export const quiet = `${look}${layer}${mark}${line}`;

import layer from './layer.css?inline';

/** The style sheet of everything that Gloss draws on a page. */
export default layer;

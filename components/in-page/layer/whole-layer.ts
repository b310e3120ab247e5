import { render } from 'preact';
import { createLayer, type Layer, type LayerOptions } from './layer';
import * as styles from './styles';

/** A layer that components are drawn in, with the styles of all that opens. */
export const createWholeLayer = (options: Omit<LayerOptions, 'styles' | 'render'>): Layer =>
  createLayer({ ...options, styles, render });

import { render } from 'preact';
import { language } from '@/components/ui/language';
import { createLayer, type Layer, type LayerOptions } from './layer';
import * as styles from './styles';

/** A layer that components are drawn in, with the styles of all that opens. */
export const createWholeLayer = (
  options: Omit<LayerOptions, 'styles' | 'language' | 'render'>,
): Layer => createLayer({ ...options, styles, language: language(), render });

import { render } from 'preact';
import { Design } from '@/components/design/design';

render(<Design />, document.body);

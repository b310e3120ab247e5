import { mountLibrary } from './mount';

mountLibrary(document.body);

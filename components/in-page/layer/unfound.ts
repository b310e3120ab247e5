import { type ComponentChildren, Fragment, h, options, type VNode } from 'preact';

/** Texts are strings and numbers; all else is left as it is. */
function drawn(children: ComponentChildren): ComponentChildren {
  if (Array.isArray(children)) return children.map(drawn);
  const isText = typeof children === 'string' || typeof children === 'number';
  return isText ? h('span', { class: 'drawn', 'data-text': String(children) }) : children;
}

let isDrawing = false;

/**
 * From now on all texts of components are drawn by the style sheet (`drawn.tsx`). In Firefox `window.find` selects the
 * text that it finds in a closed root, and the page's selection says where that is: one word there gives the whole root.
 */
export function drawTexts(): void {
  if (isDrawing) return;
  isDrawing = true;
  const before = options.vnode?.bind(options);
  options.vnode = (vnode: VNode<{ children?: ComponentChildren }>) => {
    const { type, props } = vnode;
    if (typeof type === 'string' || type === Fragment) props.children = drawn(props.children);
    before?.(vnode);
  };
}

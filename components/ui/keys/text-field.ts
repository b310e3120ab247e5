/** Whether text is typed into an element. */
export const isTextField = (element: Element | null): boolean => {
  if (element === null) return false;
  if (element.ownerDocument.designMode === 'on') return true;
  if (element instanceof HTMLElement && element.isContentEditable) return true;
  if (/^(?:text|search|combo)box$/.test(element.getAttribute('role') ?? '')) return true;
  if (element.localName === 'input')
    return !/^(?:button|checkbox|color|file|image|radio|range|reset|submit)$/i.test(
      element.getAttribute('type') ?? '',
    );
  return /^(?:textarea|select)$/.test(element.localName);
};

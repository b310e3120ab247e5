/** Whether text is typed into an element. */
export const isTextField = (element: Element | null): boolean => {
  if (element === null) return false;
  if (element.ownerDocument.designMode === 'on') return true;
  if (element instanceof HTMLElement && element.isContentEditable) return true;
  const role = element.getAttribute('role');
  if (role === 'textbox' || role === 'searchbox' || role === 'combobox') return true;
  if (element.localName === 'input')
    return !/^(?:button|checkbox|color|file|image|radio|range|reset|submit)$/i.test(
      element.getAttribute('type') ?? '',
    );
  return element.localName === 'textarea' || element.localName === 'select';
};

/** Events on our controls that the page must not get. */
export const KEPT =
  'click dblclick auxclick contextmenu mousedown mouseup pointerdown pointerup touchstart touchend focusin focusout keydown keyup keypress beforeinput input change'.split(
    ' ',
  );
/** Every kind of event that a part of the layer may listen to: none of another kind is heard. */
export const HEARD: readonly string[] = [
  ...KEPT,
  'pointermove',
  'pointerover',
  'pointerout',
  'pointercancel',
];

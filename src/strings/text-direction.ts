const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/gu;

/**
 * Direction of a text of data that is not in the language of its page, so that its punctuation stands where it belongs.
 *
 * @param page direction of the page
 * @returns undefined where the text runs as its page does, or holds words of both directions
 */
export function directionOf(text: string, page: 'ltr' | 'rtl'): 'ltr' | 'rtl' | undefined {
  const others = page === 'rtl' ? text.match(rightToLeft) : text.replace(rightToLeft, '').match(/\p{L}/gu);
  const isForeign = others === null && /\p{L}/u.test(text);
  return isForeign ? (page === 'rtl' ? 'ltr' : 'rtl') : undefined;
}

/** Opens the meaning of a term in place: the few bytes every page has; the card is loaded on use. */
for (const type of ['pointerover', 'focusin', 'click'] as const)
  addEventListener(type, (event) => {
    const link = (event.target as Element).closest?.<HTMLAnchorElement>('a.term');
    if (!link) return;
    const isTouch = (event as PointerEvent).pointerType === 'touch';
    if (type === 'click') {
      // A mouse and the keyboard have seen the card already: for them the link leads to the glossary.
      if (!isTouch) return;
      event.preventDefault();
    }
    void import('./term-popover.ts').then(({ showTerm }) => showTerm(link));
  });

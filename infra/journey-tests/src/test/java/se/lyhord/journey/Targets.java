package se.lyhord.journey;

import com.microsoft.playwright.Page;
import java.util.List;

/** Measures what is pressed on a phone against a finger: 44 by 44 pixels (WCAG 2.2, 2.5.5). */
final class Targets {

    /** What is smaller, save for links within a sentence; a box to tick counts with its label. */
    private static final String SMALL =
            """
            () => [...document.querySelectorAll('a[href], button, summary, input, select, textarea')]
                .filter(target => target.type !== 'hidden' && target.checkVisibility()
                  && !target.closest('.ly-trap, .ds-skip-link, [aria-hidden=true]'))
                .map(target => ['checkbox', 'radio'].includes(target.type)
                  ? target.closest('label') ?? target : target)
                .filter(target => !(target.matches('a')
                  && getComputedStyle(target).display === 'inline'
                  && [...target.parentElement.childNodes].some(part => part !== target
                    && !part.matches?.('.ly-sr, svg') && part.textContent.trim() !== '')))
                .map(target => ({target, box: target.getBoundingClientRect()}))
                .filter(({box}) => box.height > 0 && (box.height < 43.5 || box.width < 43.5))
                .map(({target, box}) => target.outerHTML.slice(0, 100) + ' is '
                  + Math.round(box.width) + ' x ' + Math.round(box.height))
            """;

    private Targets() {}

    /** Fails with everything on the page that is too small. */
    static void check(Page page, String name) {
        page.setViewportSize(360, 740);
        if (page.evaluate(SMALL) instanceof List<?> small && !small.isEmpty()) {
            throw new AssertionError(name + " has small targets at 360 px: " + small);
        }
    }
}
